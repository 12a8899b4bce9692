package dev.asyncfn.processor.plan;

import dev.asyncfn.processor.attribute.Attribution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * Projects a type upwards to one that generated code can write (JLS 4.10.5): inferred types may hold captured
 * wildcards, intersections, anonymous classes, and classes that are not accessible, and a field needs a type with a
 * name.
 */
public final class Denotable {
    private static final Set<String> SAYING_LITTLE = Set.of(
            "java.lang.Record",
            "java.lang.Enum",
            "java.lang.Appendable",
            "java.lang.Cloneable",
            "java.lang.Comparable",
            "java.lang.constant.Constable",
            "java.lang.constant.ConstantDesc",
            "java.io.Serializable");

    private final Attribution attribution;
    private final Types types;
    private final Set<TypeElement> named;
    private final Substitution instances;
    private final ParameterBounds bounds;
    private final Set<TypeVariable> visiting = new HashSet<>();
    private final Set<TypeElement> inaccessible = new HashSet<>();

    /** @param named the anonymous classes that are given a name */
    public Denotable(Attribution attribution, Set<TypeElement> named) {
        this.attribution = attribution;
        this.types = attribution.types();
        this.named = named;
        this.instances = new Substitution(types);
        this.bounds = new ParameterBounds(types);
    }

    /** Of several types that a value of the type has, the one that says most. */
    public TypeMirror upper(TypeMirror type) {
        return switch (type.getKind()) {
            case NULL, NONE, VOID -> object();
            case ARRAY -> types.getArrayType(upper(((ArrayType) type).getComponentType()));
            case TYPEVAR, INTERSECTION, UNION, DECLARED -> chosen(views(type));
            default -> type;
        };
    }

    /**
     * All types that can be written of a value of the type, if they are several; else none. A type variable among them
     * says all that a cast can say (JLS 15.16).
     */
    public List<TypeMirror> bounds(TypeMirror type) {
        List<TypeMirror> views = views(type);
        boolean variable = views.stream().anyMatch(view -> view.getKind() == TypeKind.TYPEVAR);
        return views.size() > 1 && !variable ? views : List.of();
    }

    /** Whether the type is a class that cannot be named, or an intersection of which something cannot. */
    public boolean isHidden(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED ->
                !named.contains((TypeElement) ((DeclaredType) type).asElement())
                        && !attribution.isAccessible((TypeElement) ((DeclaredType) type).asElement());
            case INTERSECTION -> ((IntersectionType) type).getBounds().stream().anyMatch(this::isHidden);
            default -> false;
        };
    }

    /** Whether the type can be written as it is. */
    public boolean holds(TypeMirror type) {
        return types.isSameType(instances.in(type), upper(type));
    }

    /** The type with every inferred variable in it written as its bound; null if that is no type. */
    public TypeMirror instance(TypeMirror type) {
        Substitution recursive = new Substitution(types);
        for (TypeVariable variable : InferredVariables.in(type)) {
            if (!instantiate(variable)) {
                recursive.put(variable, upper(variable.getUpperBound()));
            }
        }
        TypeMirror instance = recursive.in(instances.in(type));
        return holds(instance) && bounds.hold(instance) ? instance : null;
    }

    public boolean hasInstances() {
        return !instances.isEmpty();
    }

    /** The variables that a type mentions and that are written as their bounds. */
    public Set<TypeVariable> instances(TypeMirror type) {
        Set<TypeVariable> written = InferredVariables.in(type);
        written.removeIf(variable -> instances.of(variable) == null);
        return written;
    }

    /**
     * From now on an inferred variable is written as its bound, wherever it is mentioned. False, and without effect, if
     * no type that can be written satisfies the variable's bound, as one that is recursive.
     */
    public boolean instantiate(TypeVariable variable) {
        if (instances.of(variable) == null) {
            TypeMirror instance = upper(variable.getUpperBound());
            instances.put(variable, instance);
            if (!views(variable.getUpperBound()).stream().allMatch(bound -> types.isSubtype(instance, bound))) {
                instances.remove(variable);
            }
        }
        return instances.of(variable) != null;
    }

    /** Whether no type that can be written satisfies the bound of a variable, because it mentions the variable. */
    public static boolean isRecursive(TypeVariable variable) {
        return InferredVariables.in(variable.getUpperBound()).contains(variable);
    }

    private TypeMirror object() {
        return attribution.elements().getTypeElement("java.lang.Object").asType();
    }

    // ---- the types of a value

    private List<TypeMirror> views(TypeMirror type) {
        return switch (type.getKind()) {
            case TYPEVAR -> typeVariable((TypeVariable) type);
            case INTERSECTION -> viewsOfAll(((IntersectionType) type).getBounds());
            case UNION -> mostSpecific(common(((UnionType) type).getAlternatives()));
            case DECLARED -> declared((DeclaredType) type);
            default -> List.of(upper(type));
        };
    }

    private List<TypeMirror> typeVariable(TypeVariable variable) {
        if (!InferredVariables.isOne(variable)) {
            return List.of(variable);
        }
        if (instances.of(variable) != null) {
            return List.of(instances.of(variable));
        }
        if (!visiting.add(variable)) {
            return List.of(withWildcards((DeclaredType) types.erasure(variable.getUpperBound())));
        }
        List<TypeMirror> views = views(variable.getUpperBound());
        visiting.remove(variable);
        return views;
    }

    /** Of a bound that mentions its own variable, as {@code List<T[]>} does, its class is what can be written. */
    private TypeMirror withWildcards(DeclaredType bound) {
        TypeElement element = (TypeElement) bound.asElement();
        TypeMirror[] arguments = element.getTypeParameters().stream()
                .map(parameter -> types.getWildcardType(null, null))
                .toArray(TypeMirror[]::new);
        return types.getDeclaredType(element, arguments);
    }

    private List<TypeMirror> declared(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        if (named.contains(element)) {
            return List.of(type);
        }
        if (element.getNestingKind() == NestingKind.ANONYMOUS) {
            List<? extends TypeMirror> interfaces = element.getInterfaces();
            return views(interfaces.isEmpty() ? element.getSuperclass() : interfaces.get(0));
        }
        if (attribution.carried().contains(element)) {
            return List.of(type); // a type parameter stands for it, without its type arguments
        }
        return attribution.isAccessible(element) ? List.of(withArguments(type, element)) : supertypes(type, element);
    }

    /** The nearest types above a class that is not accessible, which may mention the class, as {@code Comparable} does. */
    private List<TypeMirror> supertypes(DeclaredType type, TypeElement element) {
        if (!inaccessible.add(element)) {
            return List.of(object());
        }
        List<TypeMirror> views = viewsOfAll(types.directSupertypes(type));
        inaccessible.remove(element);
        return views;
    }

    private List<TypeMirror> viewsOfAll(List<? extends TypeMirror> all) {
        return mostSpecific(all.stream().flatMap(t -> views(t).stream()).toList());
    }

    /** The supertypes that all alternatives of a multi-catch have. */
    private List<TypeMirror> common(List<? extends TypeMirror> alternatives) {
        Set<TypeMirror> supertypes = new LinkedHashSet<>();
        addSupertypes(alternatives.get(0), supertypes);
        return supertypes.stream()
                .flatMap(t -> shared(t, alternatives).stream())
                .flatMap(t -> views(t).stream())
                .toList();
    }

    /** A supertype of one of them as all have it: with different type arguments, it is one with wildcards. */
    private Optional<TypeMirror> shared(TypeMirror supertype, List<? extends TypeMirror> alternatives) {
        TypeMirror erased = types.erasure(supertype);
        if (alternatives.stream().allMatch(a -> types.isSubtype(a, supertype))) {
            return Optional.of(supertype);
        }
        return alternatives.stream().allMatch(a -> types.isSubtype(types.erasure(a), erased))
                ? Optional.of(withWildcards((DeclaredType) erased))
                : Optional.empty();
    }

    private void addSupertypes(TypeMirror type, Set<TypeMirror> found) {
        found.add(type);
        types.directSupertypes(type).forEach(above -> addSupertypes(above, found));
    }

    /** Without those that follow from another one; a class comes first, as in an intersection that is written down. */
    private List<TypeMirror> mostSpecific(List<TypeMirror> all) {
        List<TypeMirror> kept = new ArrayList<>();
        for (TypeMirror type : all) {
            if (kept.stream().noneMatch(other -> implies(other, type))) {
                kept.removeIf(other -> implies(type, other));
                kept.add(isInterface(type) ? kept.size() : 0, type);
            }
        }
        return kept;
    }

    private boolean implies(TypeMirror sub, TypeMirror sup) {
        return sup.getKind() == TypeKind.TYPEVAR
                ? types.isSubtype(sub, sup)
                : types.isSubtype(types.erasure(sub), types.erasure(sup));
    }

    private boolean isInterface(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement().getKind().isInterface();
    }

    /** Two records have their interface in common, but before it {@code Record}. */
    private TypeMirror chosen(List<TypeMirror> views) {
        return views.stream().filter(view -> !saysLittle(view)).findFirst().orElse(views.get(0));
    }

    private static boolean saysLittle(TypeMirror type) {
        return type instanceof DeclaredType declared
                && SAYING_LITTLE.contains(
                        ((TypeElement) declared.asElement()).getQualifiedName().toString());
    }

    // ---- type arguments

    private TypeMirror withArguments(DeclaredType type, TypeElement element) {
        DeclaredType outer = isParameterized(type.getEnclosingType()) ? (DeclaredType) type.getEnclosingType() : null;
        if (outer == null && type.getTypeArguments().isEmpty()) {
            return type;
        }
        TypeMirror[] arguments =
                type.getTypeArguments().stream().map(this::argument).toArray(TypeMirror[]::new);
        DeclaredType around = outer == null ? null : (DeclaredType) upper(outer);
        DeclaredType written = declared(around, element, arguments);
        boolean inferred = !InferredVariables.in(type).isEmpty();
        for (int i = 0; i < arguments.length; i++) {
            if (!inferred && arguments[i].getKind() != TypeKind.WILDCARD && !bounds.holds(written, i)) {
                arguments[i] = types.getWildcardType(arguments[i], null); // of which javac asks less
            }
        }
        return declared(around, element, arguments);
    }

    private DeclaredType declared(DeclaredType around, TypeElement element, TypeMirror... arguments) {
        return around == null
                ? types.getDeclaredType(element, arguments)
                : types.getDeclaredType(around, element, arguments);
    }

    /** Whether it, or a type around it, has type arguments. */
    public static boolean isParameterized(TypeMirror type) {
        return type instanceof DeclaredType declared
                && type.getKind() == TypeKind.DECLARED
                && (!declared.getTypeArguments().isEmpty() || isParameterized(declared.getEnclosingType()));
    }

    private TypeMirror argument(TypeMirror argument) {
        if (argument.getKind() == TypeKind.WILDCARD) {
            return wildcard((WildcardType) argument);
        }
        if (InferredVariables.isOne(argument) && instances.of((TypeVariable) argument) == null) {
            return inferredArgument((TypeVariable) argument);
        }
        return holds(argument) ? upper(argument) : types.getWildcardType(upper(argument), null);
    }

    private TypeMirror wildcard(WildcardType type) {
        if (type.getSuperBound() != null) {
            return types.getWildcardType(null, lower(type.getSuperBound()));
        }
        return type.getExtendsBound() != null ? types.getWildcardType(upper(type.getExtendsBound()), null) : type;
    }

    private TypeMirror inferredArgument(TypeVariable variable) {
        if (!visiting.add(variable)) {
            return types.getWildcardType(null, null);
        }
        TypeMirror lower = lower(variable.getLowerBound());
        TypeMirror bound = lower == null ? upper(variable.getUpperBound()) : null;
        visiting.remove(variable);
        boolean unbounded = bound == null || types.isSameType(bound, object());
        return types.getWildcardType(unbounded ? null : bound, lower);
    }

    /** The downward projection: a type that can be written and is a subtype; null if there is none. */
    private TypeMirror lower(TypeMirror type) {
        if (type == null || type.getKind() == TypeKind.NULL) {
            return null;
        }
        if (InferredVariables.isOne(type) && instances.of((TypeVariable) type) == null) {
            return lower(((TypeVariable) type).getLowerBound());
        }
        return holds(type) ? upper(type) : null;
    }
}
