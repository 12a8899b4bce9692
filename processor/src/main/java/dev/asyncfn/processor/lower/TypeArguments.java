package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.type.Type;
import dev.asyncfn.processor.attribute.Attribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The type arguments of the static method that stands for an instance method: it has the type parameters of the class
 * before the method's own, so that those which the user wrote are not all.
 */
final class TypeArguments {
    private final Translator translator;
    private final Attribution attribution;
    private final Denotable denotable;

    TypeArguments(Translator translator, Attribution attribution) {
        this.translator = translator;
        this.attribution = attribution;
        this.denotable = new Denotable(attribution.types(), attribution.elements(), Set.of());
    }

    /**
     * Those of the class and the classes around it, then the method's own as the user wrote them. Empty if some cannot
     * be written: the receiver's type is raw, or has wildcards.
     */
    Optional<Code> of(TypeElement declaring, TypeMirror receiver, Optional<NodeList<Type>> own) {
        List<Object> parts = new ArrayList<>();
        if (receiver != null && !addClass(declaring, supertype(receiver, declaring), parts)) {
            return Optional.empty();
        }
        own.ifPresent(arguments -> {
            parts.add(parts.isEmpty() ? "" : ", ");
            parts.add(translator.translateAll(arguments));
        });
        return Optional.of(Code.join(parts));
    }

    /** An accessor as it is called: with type arguments where some were written, or would be inferred otherwise. */
    Fragment of(Fragment.Bridged accessor, MethodCallExpr call) {
        boolean isStatic = accessor.member().getModifiers().contains(Modifier.STATIC);
        boolean generic =
                !((ExecutableElement) accessor.member()).getTypeParameters().isEmpty();
        boolean infers = !isStatic
                && !generic
                && call.getScope().filter(scope -> infers(accessor, scope)).isPresent();
        if (call.getTypeArguments().isEmpty() && !infers) {
            return accessor;
        }
        TypeMirror receiver = isStatic
                ? null
                : call.getScope()
                        .map(attribution::typeOf)
                        .orElse(accessor.host().asType());
        Optional<Code> arguments = of(accessor.host(), receiver, call.getTypeArguments());
        if (arguments.isEmpty()) {
            keepTargets(call.getArguments());
        }
        return typed(accessor, arguments);
    }

    /** The accessor of a field that is selected of an expression. */
    Fragment of(Fragment.Bridged accessor, FieldAccessExpr access) {
        Expression scope = access.getScope();
        boolean isStatic = accessor.member().getModifiers().contains(Modifier.STATIC);
        return isStatic || !infers(accessor, scope)
                ? accessor
                : typed(accessor, of(accessor.host(), attribution.typeOf(scope), Optional.empty()));
    }

    private boolean infers(Fragment.Bridged accessor, Expression scope) {
        return isGeneric(accessor.host()) && infers(scope);
    }

    private static Fragment typed(Fragment.Bridged accessor, Optional<Code> arguments) {
        return arguments.isPresent() && !arguments.get().isEmpty()
                ? new Fragment.BridgedCall(accessor, arguments.get())
                : accessor;
    }

    private boolean addClass(TypeElement type, DeclaredType seen, List<Object> parts) {
        if (type.getEnclosingElement() instanceof TypeElement outer
                && !type.getModifiers().contains(Modifier.STATIC)
                && !addClass(outer, seen.getEnclosingType() instanceof DeclaredType around ? around : null, parts)) {
            return false;
        }
        if (type.getTypeParameters().isEmpty()) {
            return true;
        }
        if (seen == null
                || seen.getTypeArguments().isEmpty()
                || !seen.getTypeArguments().stream().allMatch(denotable::holds)) {
            return false;
        }
        for (TypeMirror argument : seen.getTypeArguments()) {
            parts.add(parts.isEmpty() ? "" : ", ");
            parts.add(new Fragment.TypeRef(argument));
        }
        return true;
    }

    /** A type as its supertype of a class; null if it has none. */
    private DeclaredType supertype(TypeMirror type, TypeElement wanted) {
        if (type instanceof DeclaredType declared && declared.asElement().equals(wanted)) {
            return declared;
        }
        for (TypeMirror above : attribution.types().directSupertypes(type)) {
            DeclaredType found = supertype(above, wanted);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Whether generic methods of a class have type parameters of it, or of a class around it, before their own. */
    static boolean isGeneric(TypeElement type) {
        for (Element e = type; e instanceof TypeElement generic; e = e.getEnclosingElement()) {
            if (!generic.getTypeParameters().isEmpty()) {
                return true;
            }
            if (generic.getModifiers().contains(Modifier.STATIC)) {
                return false;
            }
        }
        return false;
    }

    /**
     * Whether the type arguments of an expression's type are inferred, as those of {@code new Box<>(x)} are: what the
     * stand-in's other arguments are must not matter to them.
     */
    boolean infers(Expression expression) {
        if (translator.isSubstituted(expression)) {
            return false;
        }
        if (expression instanceof EnclosedExpr enclosed) {
            return infers(enclosed.getInner());
        }
        if (expression instanceof ConditionalExpr conditional) {
            return infers(conditional.getThenExpr()) || infers(conditional.getElseExpr());
        }
        if (expression instanceof ObjectCreationExpr creation) {
            return creation.getType().isUsingDiamondOperator();
        }
        return expression instanceof SwitchExpr
                || expression instanceof MethodCallExpr call
                        && call.getTypeArguments().isEmpty()
                        && attribution.elementOf(call) instanceof ExecutableElement method
                        && !method.getTypeParameters().isEmpty();
    }

    /** Gives lambdas and method references the types that they had through type arguments which are left out. */
    void keepTargets(List<Expression> arguments) {
        for (Expression argument : arguments) {
            Expression value = Awaits.unparenthesized(argument);
            boolean functional = value.isLambdaExpr() || value.isMethodReferenceExpr();
            if (functional && !translator.isSubstituted(argument) && denotable.holds(attribution.typeOf(value))) {
                Code code = translator.translate(argument);
                translator.substitute(
                        argument, Code.of("(", new Fragment.TypeRef(attribution.typeOf(value)), ") ", code));
            }
        }
    }
}
