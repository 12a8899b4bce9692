package dev.asyncfn.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.asyncfn.processor.collect.MemberClasses;
import dev.asyncfn.processor.ir.LiftedClass;
import dev.asyncfn.processor.model.Naming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** How types are named in generated code. Classes declared in the body go by their simple names. */
final class TypeNames {
    /** For types that no body declares. */
    static final TypeNames PLAIN = new TypeNames(List.of());

    private final List<LiftedClass> lifted;
    private final TypeParameterNames parameters;
    private final TypeElement owner;
    private final ExecutableElement fn;
    /** Those to print with a type. */
    private final Function<AnnotatedConstruct, List<AnnotationSpec>> annotations;
    /** What stands for type parameters of a class, as seen from a type of it. */
    private final Map<Element, TypeName> arguments;

    private boolean raw;

    /**
     * @param lifted the classes of the body that got names
     * @param scopes what declares the type parameters in sight, the inner ones first
     */
    TypeNames(List<LiftedClass> lifted, Element... scopes) {
        this(lifted, type -> List.of(), scopes);
    }

    private TypeNames(
            List<LiftedClass> lifted,
            Function<AnnotatedConstruct, List<AnnotationSpec>> annotations,
            Element... scopes) {
        this.lifted = lifted;
        this.annotations = annotations;
        this.arguments = Map.of();
        this.parameters = new TypeParameterNames(scopes);
        this.fn = scopes.length > 0 && scopes[0] instanceof ExecutableElement method ? method : null;
        this.owner = scopes.length == 0 ? null : owner(scopes[scopes.length - 1]);
    }

    private TypeNames(TypeNames outside, Map<Element, TypeName> arguments) {
        this.lifted = outside.lifted;
        this.annotations = outside.annotations;
        this.parameters = outside.parameters;
        this.fn = outside.fn;
        this.owner = outside.owner;
        this.arguments = arguments;
    }

    /** Those of what a class says of its own supertypes, where its type parameters are what a type of the class says. */
    TypeNames in(DeclaredType type) {
        Map<Element, TypeName> all = new HashMap<>();
        TypeMirror around = type;
        while (around instanceof DeclaredType instance && around.getKind() == TypeKind.DECLARED) {
            List<? extends Element> declared = ((TypeElement) instance.asElement()).getTypeParameters();
            for (int i = 0; i < instance.getTypeArguments().size(); i++) {
                all.put(declared.get(i), of(instance.getTypeArguments().get(i)));
            }
            around = instance.getEnclosingType();
        }
        return new TypeNames(this, all);
    }

    /** Those of a method's signature, with annotations. */
    static TypeNames annotated(
            ExecutableElement method, Function<AnnotatedConstruct, List<AnnotationSpec>> annotations) {
        return new TypeNames(List.of(), annotations, method);
    }

    private static TypeElement owner(Element scope) {
        return scope instanceof TypeElement type ? type : (TypeElement) scope.getEnclosingElement();
    }

    ClassName of(TypeElement type) {
        if (type.getNestingKind() == NestingKind.TOP_LEVEL) {
            return ClassName.get(type);
        }
        if (PrivateClasses.is(type)) {
            return ClassName.get("", type.getSimpleName().toString());
        }
        if (type.getNestingKind() == NestingKind.MEMBER) {
            TypeElement around = (TypeElement) type.getEnclosingElement();
            TypeElement qualifier = owner == null
                    ? around
                    : MemberClasses.qualifier(type, owner).orElse(around);
            ClassName outer = isInner(qualifier) && type.getModifiers().contains(Modifier.STATIC)
                    ? raw(qualifier)
                    : of(qualifier);
            return outer.nestedClass(type.getSimpleName().toString());
        }
        return lifted.stream()
                .filter(c -> c.element().equals(type))
                .map(c -> ClassName.get("", c.qualifiedName()))
                .findFirst()
                .orElseGet(() -> ClassName.get("", type.getSimpleName().toString()));
    }

    /** Whether it is a class of the body that has become an inner class of the future class. */
    private boolean isInner(TypeElement type) {
        return type.getKind() == ElementKind.CLASS
                && lifted.stream().anyMatch(c -> c.element().equals(type));
    }

    /** The same without the type arguments that the future class has inside of itself: javac selects no static class from those. */
    private ClassName raw(TypeElement inner) {
        boolean isGeneric = !parametersOf(fn).isEmpty();
        ClassName name = of(inner);
        return isGeneric
                ? ClassName.get("", Naming.futureName(fn), name.simpleNames().toArray(new String[0]))
                : name;
    }

    TypeName of(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED -> declared((DeclaredType) type);
            case ARRAY -> annotate(ArrayTypeName.of(of(((ArrayType) type).getComponentType())), type);
            case TYPEVAR -> annotate(variable((TypeVariable) type), type);
            case WILDCARD -> wildcard((WildcardType) type);
            default -> annotate(TypeName.get(type), type);
        };
    }

    private TypeName variable(TypeVariable variable) {
        TypeParameterElement parameter = (TypeParameterElement) variable.asElement();
        TypeName argument = arguments.get(parameter);
        return argument == null ? TypeVariableName.get(parameters.of(parameter)) : argument;
    }

    private TypeName annotate(TypeName name, AnnotatedConstruct annotated) {
        List<AnnotationSpec> all = annotations.apply(annotated);
        return all.isEmpty() ? name : name.annotated(all);
    }

    /** Whether a raw type was named so far, of which javac warns where the user wrote {@code var} or nothing. */
    boolean namedRaw() {
        return raw;
    }

    /** The erasure of a type (JLS 4.6). */
    TypeName erased(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED -> of((TypeElement) ((DeclaredType) type).asElement());
            case ARRAY -> ArrayTypeName.of(erased(((ArrayType) type).getComponentType()));
            case TYPEVAR -> erased(((TypeVariable) type).getUpperBound());
            case INTERSECTION -> erased(((IntersectionType) type).getBounds().get(0));
            default -> of(type);
        };
    }

    private TypeName declared(DeclaredType type) {
        ClassName raw = of((TypeElement) type.asElement());
        if (PrivateClasses.is(type)) {
            return annotate(raw, type); // a type parameter, which takes no type arguments
        }
        this.raw |= RawTypes.in(type);
        List<TypeName> arguments =
                type.getTypeArguments().stream().map(this::of).toList();
        TypeMirror enclosing = type.getEnclosingType();
        boolean inner = enclosing.getKind() == TypeKind.DECLARED
                && ((TypeElement) type.asElement()).getNestingKind() == NestingKind.MEMBER
                && !type.asElement().getModifiers().contains(Modifier.STATIC)
                && of(enclosing) instanceof ParameterizedTypeName;
        if (inner) {
            ParameterizedTypeName outer = (ParameterizedTypeName) of(enclosing);
            return annotate(outer.nestedClass(raw.simpleName(), arguments), type);
        }
        ClassName annotated = (ClassName) annotate(raw, type); // at the simple name, where it belongs
        return arguments.isEmpty()
                ? annotated
                : ParameterizedTypeName.get(annotated, arguments.toArray(new TypeName[0]));
    }

    private TypeName wildcard(WildcardType type) {
        if (type.getExtendsBound() != null) {
            return WildcardTypeName.subtypeOf(of(type.getExtendsBound()));
        }
        return type.getSuperBound() != null
                ? WildcardTypeName.supertypeOf(of(type.getSuperBound()))
                : WildcardTypeName.subtypeOf(Object.class);
    }

    /** The type as an argument of {@code Future}: boxed, and {@code Void} for none. */
    TypeName boxed(TypeMirror type) {
        return type.getKind() == TypeKind.VOID ? ClassName.get(Void.class) : of(type).box();
    }

    /** The type parameters that a static stand-in for a method needs: those of its classes and its own. */
    static List<TypeVariableName> parametersOf(ExecutableElement method) {
        return new TypeNames(List.of(), method).allOf(method);
    }

    /** The same, with names as this has them. */
    List<TypeVariableName> allOf(ExecutableElement method) {
        List<TypeVariableName> parameters = new ArrayList<>();
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            parameters.addAll(declarationsOf((TypeElement) method.getEnclosingElement()));
        }
        List<TypeVariable> own = method.getTypeParameters().stream()
                .map(parameter -> (TypeVariable) parameter.asType())
                .toList();
        parameters.addAll(declarations(own));
        return parameters;
    }

    /** The type parameters of a class, after those of the classes whose instance it belongs to. */
    List<TypeVariableName> declarationsOf(TypeElement type) {
        return declarationsOf(type, bound -> true);
    }

    /** @param kept which of their bounds they have */
    List<TypeVariableName> declarationsOf(TypeElement type, Predicate<TypeMirror> kept) {
        List<TypeVariableName> parameters = new ArrayList<>();
        if (type.getEnclosingElement() instanceof TypeElement outer
                && !type.getModifiers().contains(Modifier.STATIC)) {
            parameters.addAll(declarationsOf(outer, kept));
        }
        type.getTypeParameters()
                .forEach(parameter -> parameters.add(declaration((TypeVariable) parameter.asType(), kept)));
        return parameters;
    }

    /** Type variables with the bounds that they have where they are seen. */
    List<TypeVariableName> declarations(List<? extends TypeVariable> variables) {
        return variables.stream()
                .map(variable -> declaration(variable, bound -> true))
                .toList();
    }

    private TypeVariableName declaration(TypeVariable variable, Predicate<TypeMirror> kept) {
        TypeMirror bound = variable.getUpperBound();
        List<? extends TypeMirror> bounds =
                bound instanceof IntersectionType intersection ? intersection.getBounds() : List.of(bound);
        String name = parameters.of((TypeParameterElement) variable.asElement());
        List<TypeName> names =
                new ArrayList<>(bounds.stream().filter(kept).map(this::of).toList());
        if (names.size() > 1 && names.contains(ClassName.OBJECT)) {
            names.add(0, ClassName.OBJECT); // JavaPoet takes one away, and the variable would have another erasure
        }
        TypeName declared = TypeVariableName.get(name, names.toArray(TypeName[]::new));
        return (TypeVariableName) annotate(declared, variable.asElement());
    }
}
