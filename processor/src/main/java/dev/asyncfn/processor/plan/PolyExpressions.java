package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.asyncfn.processor.attribute.AsyncBlock;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.collect.FactoryOverloads;
import dev.asyncfn.processor.model.Varargs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
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
     * Whether the expression may be wrong Java where no type is wanted of it: what a lambda in its arguments gets or
     * gives is known by that type only. All else that its context decides makes no difference after erasure.
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
        return isFunction(e) || isInferred(e) && Inference.of(e, attribution).needsTarget(this);
    }

    /** The arguments of one call or creation, and what they say of its type parameters. */
    private record Inference(List<Expression> arguments, List<TypeMirror> formals, Set<Element> open) {

        static Inference of(Expression e, Attribution attribution) {
            ExecutableElement invoked = (ExecutableElement) attribution.elementOf(e);
            List<Expression> arguments =
                    e instanceof MethodCallExpr call ? call.getArguments() : ((ObjectCreationExpr) e).getArguments();
            Set<Element> open = new HashSet<>(invoked.getTypeParameters());
            if (e instanceof ObjectCreationExpr) {
                open.addAll(((TypeElement) invoked.getEnclosingElement()).getTypeParameters());
            }
            List<TypeMirror> formals = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) {
                formals.add(formal(invoked, i, arguments.size()));
            }
            return new Inference(arguments, formals, open);
        }

        boolean needsTarget(PolyExpressions poly) {
            for (int i = 0; i < arguments.size(); i++) {
                if (!poly.needsTarget(arguments.get(i))) {
                    fix(formals.get(i));
                }
            }
            for (int i = 0; i < arguments.size(); i++) {
                Expression argument = Awaits.unparenthesized(arguments.get(i));
                boolean needs = isFunction(argument)
                        ? functionNeedsTarget(argument, formals.get(i), poly)
                        : poly.needsTarget(argument);
                if (needs) {
                    return true;
                }
            }
            return false;
        }

        /** An argument with a type of its own decides the type parameters that its formal parameter mentions. */
        private void fix(TypeMirror formal) {
            open.removeIf(parameter -> mentions(formal, List.of(parameter)));
        }

        private boolean functionNeedsTarget(Expression function, TypeMirror formal, PolyExpressions poly) {
            if (formal.getKind() != TypeKind.DECLARED) {
                return true; // a bare type parameter, which becomes a functional interface by the target only
            }
            return takesOpen(function, (DeclaredType) formal, poly.attribution)
                    || function instanceof LambdaExpr lambda && results(lambda).anyMatch(poly::needsTarget);
        }

        private boolean takesOpen(Expression function, DeclaredType formal, Attribution attribution) {
            if (function instanceof LambdaExpr lambda
                    && lambda.getParameters().stream()
                            .noneMatch(p ->
                                    p.getType().isUnknownType() || p.getType().isVarType())) {
                return false;
            }
            TypeElement type = (TypeElement) formal.asElement();
            ExecutableElement descriptor = FunctionalInterfaces.method(type, attribution.elements());
            for (int i = 0; i < formal.getTypeArguments().size(); i++) {
                Element parameter = type.getTypeParameters().get(i);
                boolean taken =
                        descriptor.getParameters().stream().anyMatch(p -> mentions(p.asType(), List.of(parameter)));
                if (taken && mentions(formal.getTypeArguments().get(i), open)) {
                    return true;
                }
            }
            return false;
        }

        private static Stream<Expression> results(LambdaExpr lambda) {
            if (lambda.getExpressionBody().isPresent()) {
                return lambda.getExpressionBody().stream();
            }
            List<Expression> results = new ArrayList<>();
            addResults(lambda.getBody(), results);
            return results.stream();
        }

        private static void addResults(Node node, List<Expression> results) {
            if (node instanceof ReturnStmt result) {
                result.getExpression().ifPresent(results::add);
            } else if (!Deferred.begins(node)) {
                node.getChildNodes().forEach(child -> addResults(child, results));
            }
        }
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
