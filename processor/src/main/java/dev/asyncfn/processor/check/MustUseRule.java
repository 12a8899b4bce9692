package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.parse.MethodSource;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Rust's lint of the same name: a future that is made and dropped has done nothing. */
final class MustUseRule implements Rule {
    private static final String FUTURE = "dev.asyncfn.Future";
    /** Its task runs whether or not anybody awaits the handle. */
    private static final String JOIN_HANDLE = "dev.asyncfn.executor.JoinHandle";

    private final MethodSource source;
    private final Attribution attribution;
    private final DroppedValues dropped;
    private final Reporter reporter;

    MustUseRule(MethodSource source, Attribution attribution, Reporter reporter) {
        this.source = source;
        this.attribution = attribution;
        this.dropped = new DroppedValues(attribution);
        this.reporter = reporter;
    }

    @Override
    public void check(Node node) {
        dropped.in(node).filter(MustUseRule::makesValue).ifPresent(expression -> {
            TypeMirror type = attribution.typeOf(expression);
            if (attribution.isA(type, FUTURE) && !attribution.isA(type, JOIN_HANDLE)) {
                reporter.report(Problem.UNUSED_MUST_USE, source, expression, shortName(type));
            }
        });
    }

    private static boolean makesValue(Expression expression) {
        return expression instanceof MethodCallExpr || expression instanceof ObjectCreationExpr;
    }

    private static String shortName(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? declared.asElement().getSimpleName().toString()
                : type.toString();
    }
}
