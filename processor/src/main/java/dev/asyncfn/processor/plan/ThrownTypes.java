package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import dev.asyncfn.processor.attribute.Attribution;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Whether a body throws what {@code poll} cannot declare: a {@code Throwable} that is no {@code Exception}. The body
 * catches it, in a clause that is a state of its own in the future, so javac cannot see that {@code poll} does not throw it.
 */
public final class ThrownTypes {
    private final Attribution attribution;
    private final Predicate<TypeMirror> isException;

    public ThrownTypes(Attribution attribution, Predicate<TypeMirror> isException) {
        this.attribution = attribution;
        this.isException = isException;
    }

    public boolean haveThrowables(MethodDeclaration method) {
        return method.getBody().map(this::throwsThrowables).orElseThrow();
    }

    private boolean throwsThrowables(Node node) {
        if (node instanceof LambdaExpr
                || node instanceof LocalClassDeclarationStmt
                || node instanceof LocalRecordDeclarationStmt) {
            return false;
        }
        if (node instanceof ThrowStmt statement && isThrowable(statement)) {
            return true;
        }
        if ((node instanceof MethodCallExpr || node instanceof ObjectCreationExpr) && callThrows(node)) {
            return true;
        }
        List<Node> inside = node instanceof ObjectCreationExpr creation
                ? List.copyOf(creation.getArguments()) // not the class body
                : node.getChildNodes();
        return inside.stream().anyMatch(this::throwsThrowables);
    }

    /** A variable that is thrown is thrown as what it can be, in a way of its own. */
    private boolean isThrowable(ThrowStmt statement) {
        return !(statement.getExpression() instanceof NameExpr)
                && !isException.test(attribution.typeOf(statement.getExpression()));
    }

    private boolean callThrows(Node call) {
        return attribution.elementOf(call) instanceof ExecutableElement called
                && called.getThrownTypes().stream().anyMatch(type -> !isException.test(type));
    }
}
