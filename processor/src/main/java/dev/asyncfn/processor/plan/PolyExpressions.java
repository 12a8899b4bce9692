package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import dev.asyncfn.processor.attribute.AsyncBlock;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.collect.FactoryOverloads;
import dev.asyncfn.processor.model.Varargs;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Expressions whose type depends on the type that their context wants (JLS 15.2). */
public final class PolyExpressions {
    private final Attribution attribution;

    public PolyExpressions(Attribution attribution) {
        this.attribution = attribution;
    }

    public static boolean isFunction(Expression expression) {
        Expression e = Awaits.unparenthesized(expression);
        return e instanceof LambdaExpr || e instanceof MethodReferenceExpr;
    }

    /** Whether it is a call or creation some type arguments of which its context may decide. */
    public boolean isInferred(Expression expression) {
        Expression e = Awaits.unparenthesized(expression);
        if (e instanceof MethodCallExpr call) {
            return AsyncBlock.of(call).isEmpty() // which becomes a creation of a class
                    && call.getTypeArguments().isEmpty()
                    && attribution.elementOf(call) instanceof ExecutableElement method
                    && mentions(method.getReturnType(), method.getTypeParameters());
        }
        return e instanceof ObjectCreationExpr creation && creation.getType().isUsingDiamondOperator();
    }

    /**
     * Whether the expression may be wrong Java, or mean something else, where no type is wanted of it: that type may decide which values a
     * lambda in its arguments gets or gives, and which array a call of variable arity makes. All else that its context decides makes no
     * difference after erasure.
     */
    public boolean needsTarget(Expression expression) {
        Expression e = Awaits.unparenthesized(expression);
        if (e instanceof ConditionalExpr choice) {
            return needsTarget(choice.getThenExpr()) || needsTarget(choice.getElseExpr());
        }
        if (e instanceof SwitchExpr choice) {
            return choice.findFirst(Expression.class, PolyExpressions::isFunction)
                    .isPresent();
        }
        return isFunction(e)
                || isInferred(e) && Inference.of(e, attribution, this).needsTarget();
    }

    /** Whether the expression has the same type where another one is wanted of it. */
    boolean isStandalone(Expression expression) {
        Expression e = Awaits.unparenthesized(expression);
        return !isFunction(e)
                && !(e instanceof ConditionalExpr)
                && !(e instanceof SwitchExpr)
                && (!isInferred(e) || Inference.of(e, attribution, this).isStandalone());
    }

    /** The declared type of the parameter that an argument is passed to. What an async block captures goes with its lambda. */
    public static TypeMirror formal(ExecutableElement invoked, int index, int arguments) {
        List<? extends VariableElement> parameters = invoked.getParameters();
        TypeMirror last = parameters.get(parameters.size() - 1).asType();
        boolean spread = Varargs.areTakenBy(invoked) && index >= parameters.size() - 1;
        return spread && (arguments != parameters.size() || index >= parameters.size())
                ? ((ArrayType) last).getComponentType()
                : spread
                        ? last
                        : parameters.get(Math.min(index, parameters.size() - 1)).asType();
    }

    /** Whether one of the type parameters is a part of the type. */
    public static boolean mentions(TypeMirror type, Collection<? extends Element> parameters) {
        return FactoryOverloads.mentions(type, parameters::contains);
    }
}
