package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Return statements. One that leaves a {@code finally} must not complete the future: it keeps the value, and what
 * comes after the {@code finally} returns it, unless that has replaced it.
 */
final class Returns {
    private final Lowering fn;
    private final Node method;
    private Block returning;
    private Variable returned;

    Returns(Lowering fn) {
        this.fn = fn;
        this.method = fn.source().declaration();
    }

    private TypeMirror type() {
        return fn.attribution().method().getReturnType();
    }

    boolean isVoid() {
        return type().getKind() == TypeKind.VOID;
    }

    /** Ends the present block by a return that was taken apart. */
    void lower(ReturnStmt statement, Code value) {
        if (!fn.exits().isGuarded(statement, method)) {
            fn.graph().end(new End.Return(value));
            return;
        }
        Block way = way(statement);
        fn.graph().add(new Step.Assign(returned, value, null, true));
        fn.graph().goTo(way);
    }

    private Block way(ReturnStmt statement) {
        if (returning == null) {
            returning = fn.graph().block("RETURN", statement);
            returned = isVoid() ? null : fn.spillVariable("result", type());
        }
        return fn.exits().way(statement, method, returning);
    }

    /** What stands for a return inside a statement that stays whole. */
    List<Object> inside(ReturnStmt statement) {
        Code value = statement
                .getExpression()
                .map(e -> asResult(fn.translator().translate(e), e))
                .orElse(null);
        if (!leavesFinally(statement)) {
            return List.of(new Fragment.Return(value));
        }
        Block way = way(statement);
        Code jump = value == null
                ? fn.jumps().to(way, statement, List.of())
                : fn.jumps().to(way, statement, returned, value);
        return List.of(jump);
    }

    private boolean leavesFinally(Node statement) {
        for (Node n = statement; n != method; n = n.getParentNode().orElseThrow()) {
            if (n instanceof TryStmt attempt
                    && (attempt.getFinallyBlock().isPresent()
                            || !attempt.getResources().isEmpty())) {
                return true;
            }
        }
        return false;
    }

    /** A value as the argument of the completion. */
    Code asResult(Code value, Expression expression) {
        String cast = new Conversions(fn.attribution().types())
                .argumentCast(type(), fn.attribution().typeOf(expression));
        return cast.isEmpty() ? value : Code.of(cast + "(", value, ")");
    }

    /** The block to which such returns lead at last, if there are any. */
    void place() {
        if (returning != null) {
            if (returned != null) {
                fn.exits().forgetElsewhere(returned, returning);
            }
            fn.graph().place(returning);
            fn.graph().end(new End.Return(returned == null ? null : Code.of(returned)));
        }
    }
}
