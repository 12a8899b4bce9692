package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.parse.MethodSource;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Rust's lint of the same name: a future that is made and dropped has done nothing. */
final class MustUseRule implements Rule {
    private static final String FUTURE = "dev.asyncfn.Future";
    /** Its task runs whether or not anybody awaits the handle. */
    private static final String JOIN_HANDLE = "dev.asyncfn.executor.JoinHandle";

    private final MethodSource source;
    private final Attribution attribution;
    private final Reporter reporter;

    MustUseRule(MethodSource source, Attribution attribution, Reporter reporter) {
        this.source = source;
        this.attribution = attribution;
        this.reporter = reporter;
    }

    @Override
    public void check(Node node) {
        if (node instanceof ExpressionStmt statement && !isResult(statement) && makesValue(statement.getExpression())) {
            TypeMirror type = attribution.typeOf(statement.getExpression());
            if (isA(type, FUTURE) && !isA(type, JOIN_HANDLE)) {
                reporter.report(Problem.UNUSED_MUST_USE, source, statement.getExpression(), shortName(type));
            }
        }
    }

    /** Whether it is no statement but a value: the body of a lambda, or what a case of a switch expression gives. */
    static boolean isResult(ExpressionStmt statement) {
        Node parent = statement.getParentNode().orElse(null);
        return parent instanceof LambdaExpr
                || parent instanceof SwitchEntry entry
                        && entry.getType() == SwitchEntry.Type.EXPRESSION
                        && entry.getParentNode().orElse(null) instanceof SwitchExpr;
    }

    private static boolean makesValue(Expression expression) {
        return expression instanceof MethodCallExpr || expression instanceof ObjectCreationExpr;
    }

    private boolean isA(TypeMirror type, String name) {
        TypeElement named = attribution.elements().getTypeElement(name);
        return named != null
                && attribution
                        .types()
                        .isSubtype(
                                attribution.types().erasure(type),
                                attribution.types().erasure(named.asType()));
    }

    private static String shortName(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? declared.asElement().getSimpleName().toString()
                : type.toString();
    }
}
