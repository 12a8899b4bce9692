package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.collect.FactoryOverloads;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.model.TypeParameters;
import dev.asyncfn.processor.plan.Awaits;
import dev.asyncfn.processor.plan.CarriedFunctions;
import dev.asyncfn.processor.plan.Denotable;
import dev.asyncfn.processor.plan.FunctionTypes;
import dev.asyncfn.processor.plan.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * The type arguments of the static method that stands for an instance method: it has the type parameters of the class
 * before the method's own, so that those which the user wrote are not all.
 */
final class TypeArguments {
    private final Translation translator;
    private final Attribution attribution;
    private final Members members;
    private final Denotable denotable;
    private final CarriedOperations operations;
    private final NestedInference nested;

    TypeArguments(Translation translator, Attribution attribution, Members members) {
        this.translator = translator;
        this.members = members;
        this.attribution = attribution;
        this.operations = new CarriedOperations(translator, attribution);
        this.denotable = new Denotable(attribution, Set.of());
        this.nested = new NestedInference(attribution);
    }

    /**
     * Those of the class and the classes around it, then the method's own as the user wrote them. Empty if some cannot
     * be written: the receiver's type is raw, or has wildcards.
     */
    Optional<Code> of(TypeElement declaring, TypeMirror receiver, Optional<NodeList<Type>> own) {
        List<Object> parts = new ArrayList<>();
        if (receiver != null && !addClass(declaring, members.supertype(receiver, declaring), parts)) {
            return Optional.empty();
        }
        own.ifPresent(arguments -> {
            parts.add(parts.isEmpty() ? "" : ", ");
            parts.add(translator.translateAll(arguments));
        });
        return Optional.of(Code.join(parts));
    }

    /** Those that were written, unless the method has no type parameters: then they mean nothing (JLS 15.12.2.1). */
    static Optional<NodeList<Type>> meant(Optional<NodeList<Type>> written, Element method) {
        return written.filter(
                arguments -> !((ExecutableElement) method).getTypeParameters().isEmpty());
    }

    /**
     * The call of a method's accessor, with type arguments where some were written, or would be inferred otherwise.
     *
     * @param first the receiver, or what is evaluated before a static method
     */
    Code call(Reference.Bridged accessor, MethodCallExpr call, Code first) {
        boolean isStatic = accessor.member().getModifiers().contains(Modifier.STATIC);
        boolean generic =
                !((ExecutableElement) accessor.member()).getTypeParameters().isEmpty();
        boolean infers = !isStatic
                && call.getScope().filter(scope -> infers(accessor, scope)).isPresent();
        Optional<Code> inferred = inferred(accessor, call, isStatic);
        if (inferred.isPresent()) {
            return plain(typed(accessor, inferred), call, first);
        }
        if (meant(call.getTypeArguments(), accessor.member()).isEmpty()) {
            return infers && generic
                    ? plain(
                            accessor,
                            call,
                            typed(attribution.typeOf(call.getScope().get()), first))
                    : plain(
                            infers || !isStatic && nested.captures(accessor, call)
                                    ? typed(accessor, classOf(accessor, call))
                                    : accessor,
                            call,
                            first);
        }
        Optional<Code> arguments =
                of(accessor.host(), isStatic ? null : receiver(accessor, call), call.getTypeArguments());
        if (arguments.isPresent()) {
            return plain(typed(accessor, arguments), call, first);
        }
        keepTargets(call.getArguments());
        Code plain = plain(accessor, call, first);
        boolean ofCall = FactoryOverloads.mentions(
                ((ExecutableElement) accessor.member()).getReturnType(),
                parameter -> parameter.getGenericElement().equals(accessor.member()));
        return ofCall ? typed(attribution.typeOf(call), plain) : plain;
    }

    /** All of them, where some may stand for private classes, which the call has to say. */
    private Optional<Code> inferred(Reference.Bridged accessor, MethodCallExpr call, boolean isStatic) {
        ExecutableElement method = (ExecutableElement) accessor.member();
        boolean generic = !method.getTypeParameters().isEmpty() || !isStatic && isGeneric(accessor.host());
        if (attribution.carried().isEmpty()
                || !generic
                || meant(call.getTypeArguments(), method).isPresent()) {
            return Optional.empty();
        }
        Optional<List<TypeMirror>> own = new InferredArguments(attribution, denotable).of(call, method);
        List<Object> parts = new ArrayList<>();
        boolean known = own.isPresent()
                && (isStatic
                        || addClass(
                                accessor.host(), members.supertype(receiver(accessor, call), accessor.host()), parts));
        own.ifPresent(arguments -> arguments.forEach(argument -> add(argument, parts)));
        return known ? Optional.of(Code.join(parts)) : Optional.empty();
    }

    private static void add(TypeMirror argument, List<Object> parts) {
        parts.add(parts.isEmpty() ? "" : ", ");
        parts.add(new Reference.TypeRef(argument));
    }

    private Optional<Code> classOf(Reference.Bridged accessor, MethodCallExpr call) {
        return of(accessor.host(), receiver(accessor, call), Optional.empty());
    }

    private TypeMirror receiver(Reference.Bridged accessor, MethodCallExpr call) {
        return call.getScope().map(attribution::typeOf).orElse(accessor.host().asType());
    }

    private Code plain(Piece accessor, MethodCallExpr call, Code first) {
        return Code.of(
                accessor,
                operations.arguments(call, first).orElseGet(() -> translator.arguments(first, call.getArguments())));
    }

    private Code typed(TypeMirror type, Code expression) {
        return denotable.holds(type) ? Code.of(new Reference.Typed(type), "(", expression, ")") : expression;
    }

    /** The accessor of a field that is selected of an expression. */
    Piece of(Reference.Bridged accessor, FieldAccessExpr access) {
        Expression scope = access.getScope();
        boolean isStatic = accessor.member().getModifiers().contains(Modifier.STATIC);
        boolean needed = infers(accessor, scope)
                || isGeneric(accessor.host())
                        && (!attribution.carried().isEmpty() || nested.captures(accessor, access));
        return isStatic || !needed
                ? accessor
                : typed(accessor, of(accessor.host(), attribution.typeOf(scope), Optional.empty()));
    }

    /**
     * The accessor of a field that is selected of nothing: what stands for private classes cannot be inferred alone.
     *
     * @param place where the field is named
     */
    Piece of(Reference.Bridged accessor, Node place) {
        boolean isStatic = accessor.member().getModifiers().contains(Modifier.STATIC);
        boolean needed = !attribution.carried().isEmpty() || nested.captures(accessor, place);
        if (isStatic || !needed || !isGeneric(accessor.host())) {
            return accessor;
        }
        TypeMirror owner = members.owner().asType();
        TypeMirror receiver = members.supertype(owner, accessor.host()) == null
                ? accessor.host().asType()
                : owner;
        return typed(accessor, of(accessor.host(), receiver, Optional.empty()));
    }

    /** The call of a constructor's accessor. A diamond stays one: nothing is written. */
    Code creation(Reference.Bridged accessor, ObjectCreationExpr creation, Code arguments) {
        if (isCarried(accessor.host()) && isGeneric(accessor.host())) {
            return carried(
                    accessor, (DeclaredType) attribution.typeOf(creation), creation.getTypeArguments(), arguments);
        }
        NodeList<Type> written = creation.getType().getTypeArguments().orElse(new NodeList<>());
        boolean infersOuter = !creation.getType().isUsingDiamondOperator()
                && creation.getScope().filter(scope -> infers(accessor, scope)).isPresent();
        return created(
                accessor,
                infersOuter
                        || written.isNonEmpty()
                        || meant(creation.getTypeArguments(), accessor.member()).isPresent(),
                attribution.typeOf(creation),
                meant(creation.getTypeArguments(), accessor.member()),
                arguments);
    }

    /** The creation of an object of a private class with type parameters, whose type says what they are. */
    private Code carried(Reference.Bridged accessor, DeclaredType type, Optional<NodeList<Type>> own, Code arguments) {
        Optional<NodeList<Type>> meant = meant(own, accessor.member());
        boolean infersOwn = meant.isEmpty()
                && !((ExecutableElement) accessor.member()).getTypeParameters().isEmpty();
        boolean holds = type.getTypeArguments().stream().allMatch(denotable::holds);
        Optional<Code> all = infersOwn || !holds ? Optional.empty() : of(accessor.host(), type, meant);
        return all.isEmpty()
                ? Code.of(new Reference.Typed(type), "(", accessor, arguments, ")")
                : Code.of(typed(accessor, all), arguments);
    }

    /** The call that a method reference stands for. */
    Code reference(Reference.Bridged accessor, MethodReferenceExpr reference, Code arguments) {
        Optional<NodeList<Type>> own = meant(reference.getTypeArguments(), accessor.member());
        ClassOrInterfaceType named = reference.getScope() instanceof TypeExpr type
                        && type.getType() instanceof ClassOrInterfaceType name
                        && attribution.elementOf(name) instanceof TypeElement
                ? name
                : null;
        TypeMirror scope = named == null ? attribution.typeOf(reference.getScope()) : attribution.typeOf(named);
        if (isCarried(accessor.host()) && isGeneric(accessor.host()) && own.isEmpty()) {
            return carried(accessor, reference, named, arguments);
        }
        if (accessor.kind() == Reference.BridgeKind.CREATE) {
            boolean written = own.isPresent() || named.getTypeArguments().isPresent();
            return created(accessor, written, scope, own, arguments);
        }
        boolean isStatic = accessor.member().getModifiers().contains(Modifier.STATIC);
        return own.isEmpty()
                ? Code.of(accessor, arguments)
                : Code.of(typed(accessor, of(accessor.host(), isStatic ? null : scope, own)), arguments);
    }

    /** A member of a private class with type parameters, which only the types around the reference say. */
    private Code carried(
            Reference.Bridged accessor, MethodReferenceExpr reference, ClassOrInterfaceType named, Code arguments) {
        ExecutableElement member = (ExecutableElement) accessor.member();
        boolean isStatic = member.getModifiers().contains(Modifier.STATIC);
        if (accessor.kind() == Reference.BridgeKind.CREATE || isStatic) {
            TypeMirror result =
                    isStatic ? member.getReturnType() : accessor.host().asType();
            boolean known = attribution.types().asElement(result) instanceof TypeElement type && isCarried(type);
            Code plain = Code.of(accessor, arguments);
            return known ? Code.of(new Reference.Typed(result), "(", plain, ")") : plain;
        }
        boolean written = named == null || named.getTypeArguments().isPresent();
        List<TypeMirror> function = new FunctionTypes(attribution).types(attribution.typeOf(reference));
        TypeMirror receiver = written
                ? named == null ? attribution.typeOf(reference.getScope()) : attribution.typeOf(named)
                : function.get(0);
        Optional<List<TypeMirror>> own = new InferredArguments(attribution, denotable)
                .of(member, members.supertype(receiver, accessor.host()), named == null ? function : tail(function));
        if (own.isEmpty()) {
            return Code.of(accessor, arguments);
        }
        List<Object> parts = new ArrayList<>();
        boolean known = addClass(accessor.host(), members.supertype(receiver, accessor.host()), parts);
        own.get().forEach(argument -> add(argument, parts));
        return Code.of(typed(accessor, known ? Optional.of(Code.join(parts)) : Optional.empty()), arguments);
    }

    /** What is left for the method when the function's first parameter is the receiver. */
    private static List<TypeMirror> tail(List<TypeMirror> function) {
        return function.subList(1, function.size());
    }

    private Code created(
            Reference.Bridged accessor,
            boolean written,
            TypeMirror type,
            Optional<NodeList<Type>> own,
            Code arguments) {
        if (!written) {
            return Code.of(accessor, arguments);
        }
        boolean infersOwn = own.isEmpty()
                && !((ExecutableElement) accessor.member()).getTypeParameters().isEmpty();
        return infersOwn
                ? typed(type, Code.of(accessor, arguments))
                : Code.of(typed(accessor, of(accessor.host(), type, own)), arguments);
    }

    private boolean infers(Reference.Bridged accessor, Expression scope) {
        return isGeneric(accessor.host()) && infers(scope);
    }

    private static Piece typed(Reference.Bridged accessor, Optional<Code> arguments) {
        return arguments.isPresent() && !arguments.get().isEmpty()
                ? new Reference.BridgedCall(accessor, arguments.get())
                : accessor;
    }

    private boolean addClass(TypeElement type, DeclaredType seen, List<Object> parts) {
        if (type.getEnclosingElement() instanceof TypeElement outer
                && !type.getModifiers().contains(Modifier.STATIC)
                && !addClass(outer, enclosing(seen), parts)) {
            return false;
        }
        if (type.getTypeParameters().isEmpty()) {
            return true;
        }
        if (seen == null
                || seen.getTypeArguments().isEmpty()
                || !isCarried(type) && !seen.getTypeArguments().stream().allMatch(denotable::holds)) {
            return false;
        }
        seen.getTypeArguments().forEach(argument -> add(isCarried(type) ? seenAs(argument) : argument, parts));
        return true;
    }

    private boolean isCarried(TypeElement type) {
        return attribution.carried().contains(type);
    }

    /** A type argument of a private class, for which nothing has to fit any more: what is captured is seen as its bound. */
    private TypeMirror seenAs(TypeMirror argument) {
        if (argument instanceof WildcardType wildcard && argument.getKind() == TypeKind.WILDCARD) {
            TypeMirror bound = wildcard.getExtendsBound();
            return bound == null
                    ? attribution.elements().getTypeElement("java.lang.Object").asType()
                    : denotable.upper(bound);
        }
        return denotable.upper(argument);
    }

    private static DeclaredType enclosing(DeclaredType type) {
        return type != null && type.getEnclosingType() instanceof DeclaredType around ? around : null;
    }

    /** Whether generic methods of a class have type parameters of it, or of a class around it, before their own. */
    static boolean isGeneric(TypeElement type) {
        return !TypeParameters.inSight(type).isEmpty();
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
            boolean functional = (value.isLambdaExpr() || value.isMethodReferenceExpr())
                    && new CarriedFunctions(attribution).type(value).isEmpty();
            if (functional && !translator.isSubstituted(argument) && denotable.holds(attribution.typeOf(value))) {
                Code code = translator.translate(argument);
                translator.substitute(
                        argument, Code.of("(", new Reference.TypeRef(attribution.typeOf(value)), ") ", code));
            }
        }
    }
}
