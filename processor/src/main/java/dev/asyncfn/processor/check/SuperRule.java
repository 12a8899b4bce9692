package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.SuperExpr;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The owner's {@code super} is out of reach; that of a class in the body is not. */
final class SuperRule implements Rule {
    private final MethodSource source;
    private final Reporter reporter;

    SuperRule(MethodSource source, Reporter reporter) {
        this.source = source;
        this.reporter = reporter;
    }

    @Override
    public void check(Node node) {
        if (node instanceof SuperExpr expression && isOutside(expression)) {
            reporter.report(Problem.SUPER_ACCESS, source, expression);
        }
    }

    private boolean isOutside(SuperExpr expression) {
        boolean inClass = Stream.<Node>iterate(
                        expression, n -> n != null, n -> n.getParentNode().orElse(null))
                .takeWhile(n -> n != source.declaration())
                .anyMatch(BodyDeclaration.class::isInstance);
        return !inClass || expression.getTypeName().filter(this::namesOwner).isPresent();
    }

    /** {@code Users.super} and {@code Outer.super}: a class around the async fn. */
    private boolean namesOwner(Name name) {
        Element e = source.method().owner();
        for (; e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (e.getSimpleName().contentEquals(name.getIdentifier())) {
                return true;
            }
        }
        return false;
    }
}
