package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithArguments;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.plan.Awaits;
import dev.asyncfn.processor.plan.Deferred;
import dev.asyncfn.processor.plan.Denotable;
import dev.asyncfn.processor.plan.FunctionalInterfaces;
import dev.asyncfn.processor.plan.InferredVariables;
import dev.asyncfn.processor.plan.Operands;
import dev.asyncfn.processor.plan.PolyExpressions;
import dev.asyncfn.processor.plan.ProjectedArguments;
import dev.asyncfn.processor.plan.SplitPlan;
import dev.asyncfn.processor.plan.Substitution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;

/**
 * Captured wildcards that two operands of one call share, as the list and the comparator do in {@code list.sort(await(c))}. If
 * one of the two is kept, its type is projected, and javac could not see any more that it fits the other: each capture is
 * a type of its own. Therefore the variable is written as its bound in both, by unchecked casts. If its bound is
 * recursive, no type can stand for it; then a generic method casts to whatever the call wants.
 */
public final class SharedVariables {
    private final Attribution attribution;
    private final Translation translator;
    private final Awaits awaits;
    private final Denotable denotable;
    private final Operands operands;
    private final PolyExpressions poly;
    private final ProjectedArguments projected;
    private final Map<TypeVariable, Expression> anchors = new HashMap<>();
    private final Set<TypeVariable> unwritten = new HashSet<>();

    public SharedVariables(Translator translator, SplitPlan plan, Denotable denotable, PolyExpressions poly) {
        this.attribution = plan.attribution();
        this.translator = translator;
        this.awaits = plan.awaits();
        this.denotable = denotable;
        this.operands = new Operands(attribution);
        this.poly = poly;
        this.projected = new ProjectedArguments(attribution.types());
    }

    /** An expression is about to be kept: what its type shares with other operands must not get lost. */
    public void keep(Expression kept) {
        Set<TypeVariable> own = InferredVariables.in(typeOf(kept));
        if (own.isEmpty()) {
            return;
        }
        Node inner = kept;
        for (Node outer = parent(inner); !Deferred.begins(outer); outer = parent(inner)) {
            if (isInvocation(outer)) {
                share(own, kept, (Expression) inner, operands.of((Expression) outer));
                keepFitting(own, kept, (Expression) inner, (Expression) outer);
            }
            inner = outer;
        }
    }

    /** What the projection of a kept value's type says less is not to make a parameter refuse it. */
    private void keepFitting(Set<TypeVariable> own, Expression kept, Expression inner, Expression invocation) {
        TypeMirror formal = formal(inner, invocation);
        if (formal == null || projected.fits(formal, attribution.typeOf(inner))) {
            return;
        }
        Set<TypeVariable> lost = InferredVariables.in(attribution.typeOf(inner));
        lost.retainAll(own);
        lost.removeIf(variable -> InferredVariables.isArgumentOnly(typeOf(kept), variable));
        lost.stream().filter(variable -> !denotable.instantiate(variable)).forEach(unwritten::add);
    }

    private void share(Set<TypeVariable> own, Expression kept, Expression inner, List<Expression> all) {
        for (Expression other : all) {
            if (other != inner) {
                Set<TypeVariable> shared = InferredVariables.in(typeOf(other));
                shared.retainAll(own);
                shared.removeIf(variable ->
                        adapts(other, variable) && InferredVariables.isArgumentOnly(typeOf(kept), variable));
                boolean first = indexOf(all, inner) < indexOf(all, other);
                shared.stream()
                        .filter(variable -> !denotable.instantiate(variable))
                        .forEach(variable -> anchors.putIfAbsent(variable, first ? inner : other));
            }
        }
    }

    /** Whether an operand that stays in place gets its type from the call, so that the variable may be another one. */
    private boolean adapts(Expression operand, TypeVariable variable) {
        if (awaits.in(operand)) {
            return false;
        }
        return PolyExpressions.isFunction(operand)
                || poly.isInferred(operand)
                        && operands.of(Awaits.unparenthesized(operand)).stream()
                                .filter(part ->
                                        InferredVariables.in(typeOf(part)).contains(variable))
                                .allMatch(part -> adapts(part, variable));
    }

    /** The operand's code, which has the type that the shared variables are given elsewhere in its expression. */
    public Code typed(Expression operand) {
        Expression value = Awaits.unparenthesized(operand);
        if (isRetyped(operand) && isCapturedHere(operand)) {
            return Code.of(
                    new Reference.UncheckedCast(denotable.upper(typeOf(operand))), translator.translate(operand));
        }
        if (isSubstituted(operand) || PolyExpressions.isFunction(value) || !isRetyped(operand)) {
            return translator.translate(operand);
        }
        if (value instanceof ConditionalExpr choice) {
            List.of(choice.getThenExpr(), choice.getElseExpr()).forEach(this::retype);
            return translator.translate(operand);
        }
        Set<TypeVariable> own = denotable.instances(typeOf(operand));
        boolean given = false;
        for (Expression part : operands.of(value)) {
            given |= PolyExpressions.isFunction(part) && gives(part, own);
            own.removeAll(denotable.instances(typeOf(part)));
            retype(part);
        }
        boolean cast = given && !poly.needsTarget(value) || !own.isEmpty() && !poly.isInferred(value);
        return !cast
                ? translator.translate(operand)
                : Code.of(new Reference.UncheckedCast(denotable.upper(typeOf(operand))), translator.translate(operand));
    }

    /** Whether a function returns what mentions a variable that none of its parameters do: it does not adapt to its type. */
    private boolean gives(Expression function, Set<TypeVariable> variables) {
        if (!(typeOf(function) instanceof DeclaredType type)) {
            return false;
        }
        TypeElement functional = (TypeElement) type.asElement();
        ExecutableElement descriptor = FunctionalInterfaces.method(functional, attribution.elements());
        Set<TypeVariable> given = new HashSet<>();
        Set<TypeVariable> taken = new HashSet<>();
        for (int i = 0; i < type.getTypeArguments().size(); i++) {
            List<Element> parameter = List.of(functional.getTypeParameters().get(i));
            Set<TypeVariable> mentioned =
                    denotable.instances(type.getTypeArguments().get(i));
            boolean taking =
                    descriptor.getParameters().stream().anyMatch(p -> PolyExpressions.mentions(p.asType(), parameter));
            (taking ? taken : given).addAll(mentioned);
        }
        given.removeAll(taken);
        given.retainAll(variables);
        return !given.isEmpty();
    }

    /** The operand's type; that of a receiver is captured, as javac does to look a member up. */
    private TypeMirror typeOf(Expression operand) {
        TypeMirror type = attribution.typeOf(operand);
        return isCapturedHere(operand) ? captured((DeclaredType) type, (MethodCallExpr) parent(operand)) : type;
    }

    /** Whether it is a receiver of whose type javac keeps the wildcards: an element of an array, a choice, a field. */
    private boolean isCapturedHere(Expression operand) {
        return parent(operand) instanceof MethodCallExpr call
                && call.getScope().orElse(null) == operand
                && isParameterizedByWildcard(attribution.typeOf(operand));
    }

    /** The type of the variable that keeps an operand: that of a receiver is captured if it shares what was captured. */
    public TypeMirror typeOfKept(Expression kept) {
        return isRetyped(kept) ? typeOf(kept) : attribution.typeOf(kept);
    }

    /** Whether it, or a type around it, has a wildcard as an argument. */
    private static boolean isParameterizedByWildcard(TypeMirror type) {
        return type instanceof DeclaredType declared
                && (declared.getTypeArguments().stream().anyMatch(a -> a.getKind() == TypeKind.WILDCARD)
                        || isParameterizedByWildcard(declared.getEnclosingType()));
    }

    /** javac does not keep the captured type, but uses it in the type of the method, where its variables are found again. */
    private TypeMirror captured(DeclaredType receiver, MethodCallExpr call) {
        Element method = attribution.elementOf(call);
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return receiver;
        }
        Types types = attribution.types();
        DeclaredType captured = (DeclaredType) types.capture(receiver);
        List<Element> variables = new ArrayList<>();
        for (TypeMirror t = captured; t instanceof DeclaredType declared; t = declared.getEnclosingType()) {
            declared.getTypeArguments().stream().map(types::asElement).forEach(variables::add);
        }
        ExecutableType seen = (ExecutableType) types.asMemberOf(captured, method);
        ExecutableType used = attribution.methodTypeOf(call);
        Substitution found = new Substitution(types);
        for (int i = 0; i < seen.getParameterTypes().size(); i++) {
            found.match(
                    seen.getParameterTypes().get(i), used.getParameterTypes().get(i), variables);
        }
        found.match(seen.getReturnType(), used.getReturnType(), variables);
        return found.in(captured);
    }

    private boolean isRetyped(Expression operand) {
        return denotable.hasInstances() && !denotable.instances(typeOf(operand)).isEmpty();
    }

    private boolean isSubstituted(Expression operand) {
        return translator.isSubstituted(operand) || translator.isSubstituted(Awaits.unparenthesized(operand));
    }

    /** Lets an operand that stays in place have its type there. */
    public void retype(Expression operand) {
        if (isSubstituted(operand) || !isRetyped(operand)) {
            return;
        }
        Code typed = typed(operand);
        if (typed.pieces().get(0) instanceof Reference.UncheckedCast) {
            boolean selected = parent(operand) instanceof MethodCallExpr call
                    && call.getScope().orElse(null) == operand;
            translator.substitute(operand, selected ? Code.of("(", typed, ")") : typed);
        }
    }

    /** A kept value as an argument, cast to the type that the call wants if no other operand tells that type. */
    public Code asArgument(Expression kept, Code value) {
        TypeMirror type = typeOf(kept);
        Set<TypeVariable> own = InferredVariables.in(type);
        if (own.isEmpty()) {
            return value;
        }
        boolean open = own.stream()
                .anyMatch(variable -> unwritten.contains(variable)
                        || anchors.containsKey(variable) && !isInside(kept, anchors.get(variable)));
        TypeMirror formal = formal(kept);
        boolean self = own.contains(type) && Denotable.isRecursive((TypeVariable) type);
        return formal != null && (open || self && isSelfTyped(formal))
                ? Code.of(new Reference.Inferred(), "(", value, ")")
                : value;
    }

    /** Whether it is a type parameter like {@code T extends Comparable<T>}. */
    private static boolean isSelfTyped(TypeMirror formal) {
        return formal.getKind() == TypeKind.TYPEVAR
                && ((TypeParameterElement) ((TypeVariable) formal).asElement())
                        .getBounds().stream()
                                .anyMatch(bound ->
                                        PolyExpressions.mentions(bound, List.of(((TypeVariable) formal).asElement())));
    }

    /** The declared type of the parameter to which an expression is passed; null if it is no argument. */
    private TypeMirror formal(Expression expression) {
        Node argument = expression;
        Node outer = parent(argument);
        while (outer instanceof Expression && !isInvocation(outer)) {
            argument = outer;
            outer = parent(outer);
        }
        return isInvocation(outer) ? formal(argument, outer) : null;
    }

    private TypeMirror formal(Node argument, Node invocation) {
        List<Expression> arguments = ((NodeWithArguments<?>) invocation).getArguments();
        int index = indexOf(arguments, argument);
        return index < 0
                ? null
                : PolyExpressions.formal(
                        (ExecutableElement) attribution.elementOf(invocation), index, arguments.size());
    }

    private static int indexOf(List<Expression> arguments, Node argument) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) == argument) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isInside(Node node, Node around) {
        return node == around || node.isDescendantOf(around);
    }

    private static boolean isInvocation(Node node) {
        return node instanceof MethodCallExpr || node instanceof ObjectCreationExpr;
    }

    private static Node parent(Node node) {
        return node.getParentNode().orElseThrow();
    }
}
