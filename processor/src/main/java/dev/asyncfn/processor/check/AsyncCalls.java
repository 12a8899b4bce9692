package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.model.AwaitMethods;
import dev.asyncfn.processor.model.Naming;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;

/** Which calls of a body await. Found by resolving the method, never by its name. */
final class AsyncCalls {
    private static final String ASYNC = "dev.asyncfn.Async";

    private final Attribution attribution;

    AsyncCalls(Attribution attribution) {
        this.attribution = attribution;
    }

    /** Whether the file imports {@code Async.await}, so that {@code await(...)} stands for it. */
    static boolean isAwaitImported(Attribution attribution) {
        return attribution.imports(ASYNC, "await");
    }

    /** Whether a call or method reference is of one of {@code Async.await}'s overloads, or of a bridge's. */
    boolean isAwait(Node node) {
        return AwaitMethods.include(attribution.elementOf(node));
    }

    /** Whether a call or method reference is of an async fn. */
    boolean isAsyncFn(Node node) {
        Element element = attribution.elementOf(node);
        return element != null && Naming.isAsyncFn(element);
    }

    /** Whether an await is of the overload that takes a value, for direct calls of async fns. */
    boolean awaitsValue(MethodCallExpr await) {
        ExecutableElement method = (ExecutableElement) attribution.elementOf(await);
        return AwaitMethods.isOfAsync(method)
                && method.getParameters().get(0).asType().getKind() == TypeKind.TYPEVAR;
    }

    /** The expressions one of which an await awaits: its argument, or the branches of a conditional there. */
    static Stream<Expression> awaited(Expression argument) {
        if (argument instanceof EnclosedExpr enclosed) {
            return awaited(enclosed.getInner());
        }
        if (argument instanceof ConditionalExpr conditional) {
            return Stream.concat(awaited(conditional.getThenExpr()), awaited(conditional.getElseExpr()));
        }
        return Stream.of(argument);
    }

    /** Whether a call is what an {@code await(...)} around it awaits. */
    boolean isWrapped(MethodCallExpr call) {
        Node child = call;
        Node parent = child.getParentNode().orElse(null);
        while (parent instanceof EnclosedExpr
                || parent instanceof ConditionalExpr conditional && conditional.getCondition() != child) {
            child = parent;
            parent = child.getParentNode().orElse(null);
        }
        return parent instanceof MethodCallExpr around && around.getArguments().contains(child) && isAwait(around);
    }
}
