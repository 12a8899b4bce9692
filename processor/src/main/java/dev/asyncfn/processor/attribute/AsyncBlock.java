package dev.asyncfn.processor.attribute;

import com.github.javaparser.ast.DataKey;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.asyncfn.processor.model.BlockFn;
import java.util.Optional;

/**
 * An async block of a body, cut out of it: {@code async(() -> ...)}.
 *
 * @param call what is left of it there: its lambda is empty, and the names of the variables that it captures are further arguments
 * @param bound whether it is made of a reference whose receiver it captures: that must not be null
 * @param body the lambda's body as that of an async fn, with blocks of its own
 */
public record AsyncBlock(MethodCallExpr call, boolean bound, TypedBody body) {
    private static final DataKey<AsyncBlock> OF = new DataKey<>() {};

    /** The block that a call creates, if it creates one that was cut out. */
    public static Optional<AsyncBlock> of(Node call) {
        return call.containsData(OF) ? Optional.of(call.getData(OF)) : Optional.empty();
    }

    /** Whether a call in a tree creates one. */
    public static boolean isIn(Node tree) {
        return tree.findFirst(MethodCallExpr.class, call -> of(call).isPresent())
                .isPresent();
    }

    void mark() {
        call.setData(OF, this);
    }

    public BlockFn fn() {
        return (BlockFn) body.attribution().method();
    }

    /** Identity: the trees are compared so, too. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
