package dev.asyncfn.processor.attribute;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.asyncfn.processor.model.AwaitMethods;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.PackageElement;

/** Names the futures of a body's async blocks: after the variable that holds the block, or else after what is called. */
final class BlockNames {
    private static final String SUFFIX = "Block";

    private final Attribution attribution;
    /** Whatever stands in the method: it might be hidden. */
    private final Set<String> words;
    /** Many file systems do not tell names apart that differ in case only. */
    private final Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    BlockNames(MethodSource source, Attribution attribution) {
        this.attribution = attribution;
        this.words = source.tokens().words(source.file().place(source.declaration()));
    }

    /**
     * A name for a block that no class in sight has, and no other block of the method.
     *
     * @param called what it calls, if that is all that it does
     */
    String of(MethodCallExpr block, Optional<MethodCallExpr> called) {
        String wish = variable(block)
                .or(() -> called.map(MethodCallExpr::getNameAsString))
                .or(() -> taking(block))
                .orElseGet(() -> attribution.method().getSimpleName().toString());
        String base = wish.substring(0, 1).toUpperCase(Locale.ROOT) + wish.substring(1);
        String name = base.endsWith(SUFFIX) ? base : base + SUFFIX;
        String distinct = name;
        for (int n = 2; !isFree(distinct); n++) {
            distinct = name + n;
        }
        taken.add(distinct);
        return distinct;
    }

    private boolean isFree(String name) {
        PackageElement home = Naming.packageOf(attribution.method());
        String qualified = home.isUnnamed() ? name : home.getQualifiedName() + "." + name;
        return !taken.contains(name)
                && !words.contains(name)
                && attribution.elements().getTypeElement(qualified) == null;
    }

    private static Optional<String> variable(Node block) {
        Node parent = block.getParentNode().orElseThrow();
        if (parent instanceof EnclosedExpr || parent instanceof CastExpr) {
            return variable(parent);
        }
        if (parent instanceof VariableDeclarator declarator) {
            return Optional.of(declarator.getNameAsString());
        }
        return parent instanceof AssignExpr assign && assign.getTarget() instanceof NameExpr name
                ? Optional.of(name.getNameAsString())
                : Optional.empty();
    }

    private boolean isAwait(MethodCallExpr call) {
        return AwaitMethods.include(attribution.elementOf(call));
    }

    /** The method to which the block, or a lambda that gives it, is passed. */
    private Optional<String> taking(Node block) {
        Node parent = block.getParentNode().orElse(null);
        while (parent instanceof ExpressionStmt statement
                        && statement.getParentNode().orElse(null) instanceof LambdaExpr
                || parent instanceof Expression && !(parent instanceof MethodCallExpr)) {
            parent = parent.getParentNode().orElse(null);
        }
        return parent instanceof MethodCallExpr call && !isAwait(call)
                ? Optional.of(call.getNameAsString())
                : Optional.empty();
    }
}
