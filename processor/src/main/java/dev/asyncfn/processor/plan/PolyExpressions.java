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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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
    /** By identity, since equal trees may stand in other places. Calls in calls would ask for the same again and again. */
    private final Map<Expression, Inference> inferences = new IdentityHashMap<>();

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
            return choice.findFirst(Expression.class, this::needsTargetItself).isPresent();
        }
        return needsTargetItself(e);
    }

    private boolean needsTargetItself(Expression e) {
        return isFunction(e) || isInferred(e) && inference(e).needsTarget();
    }

    private Inference inference(Expression expression) {
        Expression e = Awaits.unparenthesized(expression);
        Inference known = inferences.get(e);
        if (known == null) {
            known = Inference.of(e, attribution, this);
            inferences.put(e, known);
        }
        return known;
    }

    /** Whether the expression has the same type where another one is wanted of it. */
    boolean isStandalone(Expression expression) {
        Expression e = Awaits.unparenthesized(expression);
        return !isFunction(e)
                && !(e instanceof ConditionalExpr)
                && !(e instanceof SwitchExpr)
                && (!isInferred(e) || inference(e).isStandalone());
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

    /**
     * What the arguments of one call or creation say of its type parameters (JLS 18.5). What they leave open, the type that is wanted of the whole
     * may decide: javac chose {@code Object} for {@code List<Object> all = listOf("a", x -> show(x))}, and would choose {@code String} elsewhere.
     */
    private static final class Inference {
        private final Expression inferred;
        private final ExecutableElement invoked;
        private final Attribution attribution;
        private final PolyExpressions poly;
        private final List<Expression> arguments;
        private final List<TypeMirror> formals = new ArrayList<>();
        /** The type parameters of which the arguments do not say all. */
        private final Set<Element> open;

        private Boolean needsTarget;

        private Inference(Expression inferred, Attribution attribution, PolyExpressions poly) {
            this.inferred = inferred;
            this.invoked = (ExecutableElement) attribution.elementOf(inferred);
            this.attribution = attribution;
            this.poly = poly;
            this.arguments = inferred instanceof MethodCallExpr call
                    ? call.getArguments()
                    : ((ObjectCreationExpr) inferred).getArguments();
            this.open = new HashSet<>(invoked.getTypeParameters());
            if (inferred instanceof ObjectCreationExpr) {
                open.addAll(type().getTypeParameters());
            }
            for (int i = 0; i < arguments.size(); i++) {
                formals.add(formal(i));
            }
        }

        /** What javac puts into an array has the type of an element, an array that is passed as it is has that of the parameter. */
        private TypeMirror formal(int index) {
            TypeMirror formal = PolyExpressions.formal(invoked, index, arguments.size());
            boolean last = index == invoked.getParameters().size() - 1;
            return last && makesArray() && formal instanceof ArrayType array ? array.getComponentType() : formal;
        }

        private boolean makesArray() {
            return Varargs.areTakenBy(invoked)
                    && (arguments.size() != invoked.getParameters().size()
                            || !(attribution.typeOf(arguments.get(arguments.size() - 1)) instanceof ArrayType));
        }

        /** The constructor of an anonymous class has parameters of what javac inferred for its superclass: they leave nothing to be seen. */
        private boolean isAnonymous() {
            return inferred instanceof ObjectCreationExpr creation
                    && creation.getAnonymousClassBody().isPresent();
        }

        /** @param inferred a call or creation */
        static Inference of(Expression inferred, Attribution attribution, PolyExpressions poly) {
            Inference inference = new Inference(inferred, attribution, poly);
            FixedParameters fixed = new FixedParameters(inferred, attribution);
            for (int i = 0; i < inference.arguments.size(); i++) {
                TypeMirror formal = inference.formals.get(i);
                inference
                        .values(inference.arguments.get(i))
                        .forEach(value -> inference.open.removeIf(
                                parameter -> fixed.isFixed(parameter, formal, attribution.typeOf(value))));
            }
            inference.open.removeIf(
                    parameter -> fixed.isIntersection(parameter) && inference.isPassedSeveral(parameter));
            return inference;
        }

        /** Whether what the values of several arguments have in common may be the reason for a type. */
        private boolean isPassedSeveral(Element parameter) {
            return IntStream.range(0, arguments.size())
                            .filter(i -> mentions(formals.get(i), List.of(parameter)))
                            .mapToLong(i -> values(arguments.get(i)).count())
                            .sum()
                    > 1;
        }

        /** The operands of a choice are passed as they are, each. */
        private Stream<Expression> values(Expression argument) {
            Expression value = Awaits.unparenthesized(argument);
            return value instanceof ConditionalExpr choice
                    ? Stream.concat(values(choice.getThenExpr()), values(choice.getElseExpr()))
                    : Stream.of(value).filter(poly::isStandalone);
        }

        private TypeElement type() {
            return (TypeElement) invoked.getEnclosingElement();
        }

        /** Whether the arguments say what the whole gives. */
        boolean isStandalone() {
            TypeMirror result = inferred instanceof MethodCallExpr ? invoked.getReturnType() : type().asType();
            return !isAnonymous() && !PolyExpressions.mentions(result, open) && !needsTarget();
        }

        /** Whether without the type that is wanted, functions among the arguments or the array of others may be different. */
        boolean needsTarget() {
            if (needsTarget == null) {
                needsTarget = makesOpenArray() || anyArgumentNeedsTarget();
            }
            return needsTarget;
        }

        private boolean anyArgumentNeedsTarget() {
            for (int i = 0; i < arguments.size(); i++) {
                Expression argument = Awaits.unparenthesized(arguments.get(i));
                boolean needs = PolyExpressions.isFunction(argument)
                        ? functionNeedsTarget(argument, formals.get(i))
                        : poly.needsTarget(argument);
                if (needs) {
                    return true;
                }
            }
            return false;
        }

        /** Whether javac puts arguments into an array whose class is inferred, as in {@code List<Number> one = Arrays.asList(1)}. */
        private boolean makesOpenArray() {
            if (!makesArray() || isAnonymous()) {
                return makesArray();
            }
            TypeMirror component = VariableArity.declared(invoked).getComponentType();
            while (component instanceof ArrayType array) {
                component = array.getComponentType();
            }
            return component.getKind() == TypeKind.TYPEVAR && PolyExpressions.mentions(component, open);
        }

        private boolean functionNeedsTarget(Expression function, TypeMirror formal) {
            if (formal.getKind() != TypeKind.DECLARED) {
                return true; // a bare type parameter, which becomes a functional interface by the target only
            }
            return takesOpen(function, (DeclaredType) formal)
                    || function instanceof LambdaExpr lambda && results(lambda).anyMatch(poly::needsTarget);
        }

        private boolean takesOpen(Expression function, DeclaredType formal) {
            if (function instanceof LambdaExpr lambda
                    && lambda.getParameters().stream()
                            .noneMatch(p ->
                                    p.getType().isUnknownType() || p.getType().isVarType())) {
                return false;
            }
            if (isAnonymous()) {
                return true;
            }
            TypeElement type = (TypeElement) formal.asElement();
            ExecutableElement descriptor = FunctionalInterfaces.method(type, attribution.elements());
            for (int i = 0; i < formal.getTypeArguments().size(); i++) {
                List<Element> parameter = List.of(type.getTypeParameters().get(i));
                boolean taken = descriptor.getParameters().stream()
                        .anyMatch(p -> PolyExpressions.mentions(p.asType(), parameter));
                if (taken && PolyExpressions.mentions(formal.getTypeArguments().get(i), open)) {
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
}
