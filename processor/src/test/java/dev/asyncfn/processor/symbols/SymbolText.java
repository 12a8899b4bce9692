package dev.asyncfn.processor.symbols;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Types and symbols as text, the same for a class in a body and for the member of the future that it became. */
final class SymbolText {
    private static final Set<String> BASES = Set.of("dev.asyncfn.StateMachine", "dev.asyncfn.GuardedStateMachine");

    /** An interface that declares them once more calls the same. */
    private static final Set<String> OF_OBJECT = Set.of("toString()", "hashCode()", "equals(java.lang.Object)");

    private final Types types;
    private final TypeElement future;
    private final Set<String> standIns;
    private final Set<String> localClasses;

    /**
     * @param future the generated class in which classes of the body may be nested; null for the body itself
     * @param standIns the names of its type parameters that stand for private classes
     * @param localClasses the names of the classes that the body declares
     */
    SymbolText(Types types, TypeElement future, Set<String> standIns, Set<String> localClasses) {
        this.types = types;
        this.future = future;
        this.standIns = standIns;
        this.localClasses = localClasses.stream().map(SymbolText::withoutNumber).collect(Collectors.toSet());
    }

    // ---- types

    /** With type arguments; what cannot be written down is {@code ?}, and a private class what stands for it. */
    String of(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED ->
                standsFor(type) ? types.asElement(type).getSimpleName().toString() : declared((DeclaredType) type);
            case ARRAY -> of(((ArrayType) type).getComponentType()) + "[]";
            case TYPEVAR -> variable(((TypeVariable) type).asElement());
            case WILDCARD -> wildcard((WildcardType) type);
            case INTERSECTION -> "?";
            default -> type.getKind().name().toLowerCase(Locale.ROOT);
        };
    }

    private String variable(Element variable) {
        boolean captured = variable.getSimpleName().toString().startsWith("<captured");
        return captured ? "?" : withoutNumber(variable.getSimpleName().toString());
    }

    private String wildcard(WildcardType type) {
        if (type.getExtendsBound() != null) {
            return "? extends " + of(type.getExtendsBound());
        }
        return type.getSuperBound() == null ? "?" : "? super " + of(type.getSuperBound());
    }

    private String declared(DeclaredType type) {
        String name = of((TypeElement) type.asElement());
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        String outer =
                isOfBody(name) || !isParameterized(type.getEnclosingType()) ? "" : of(type.getEnclosingType()) + ".";
        return arguments.isEmpty()
                ? outer + name
                : outer
                        + name
                        + arguments.stream().map(argument -> of(argument)).collect(Collectors.joining(", ", "<", ">"));
    }

    private static boolean isParameterized(TypeMirror outer) {
        return outer.getKind() == TypeKind.DECLARED
                && !((DeclaredType) outer).getTypeArguments().isEmpty();
    }

    String erased(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        return switch (erased.getKind()) {
            case DECLARED -> of((TypeElement) types.asElement(erased));
            case ARRAY -> erased(((ArrayType) erased).getComponentType()) + "[]";
            default -> of(erased);
        };
    }

    /** Of a member of a class in the body: in generated code such a type has another erasure. */
    private String erasedInBody(TypeMirror type) {
        return type instanceof ArrayType array
                ? erasedInBody(array.getComponentType()) + "[]"
                : standsFor(type) ? of(type) : erased(type);
    }

    /** Whether it is a private class, or a type parameter in the place of one. */
    private boolean standsFor(TypeMirror type) {
        return type instanceof TypeVariable variable
                ? standIns.contains(variable.asElement().getSimpleName().toString())
                : type instanceof DeclaredType declared && isPrivate(declared.asElement());
    }

    /** Whether generated code cannot name a class; it can name those of the body. */
    boolean isPrivate(Element type) {
        return PrivateTypes.isOne(type) && !isOfBody(of((TypeElement) type));
    }

    // ---- classes

    /** A class by its qualified name; one of the body by what it is there. */
    String of(TypeElement type) {
        if (type.getNestingKind() == NestingKind.ANONYMOUS) {
            return anonymous(type);
        }
        if (type.getNestingKind() == NestingKind.LOCAL) {
            return "local " + withoutNumber(type.getSimpleName().toString());
        }
        if (type.getNestingKind() == NestingKind.TOP_LEVEL || isFuture(type)) {
            return type.getQualifiedName().toString();
        }
        if (isMadeOfBody(type)) {
            String name = withoutNumber(type.getSimpleName().toString());
            return localClasses.contains(name) || isScope(type) ? "local " + name : anonymous(type);
        }
        return type.getEnclosingElement() instanceof TypeElement outer
                ? of(outer) + "." + type.getSimpleName()
                : "array"; // javac's own class of all arrays
    }

    /** Whether a name is that of a class which the body declares. */
    static boolean isOfBody(String name) {
        return name.startsWith("local ") || isAnonymous(name);
    }

    static boolean isAnonymous(String name) {
        return name.startsWith("anonymous ");
    }

    /** Whether it is the future, or that of an async block in it. */
    boolean isFuture(Element type) {
        return future != null && (future.equals(type) || isBlock(type));
    }

    /** Whether it is the future of an async block. */
    boolean isBlock(Element type) {
        return type instanceof TypeElement block
                && block.getSuperclass() instanceof DeclaredType base
                && BASES.contains(
                        ((TypeElement) base.asElement()).getQualifiedName().toString())
                && isFuture(block.getEnclosingElement());
    }

    /** Whether it is the future, or what every future extends. */
    boolean isMachine(Element type) {
        return isFuture(type)
                || type instanceof TypeElement base
                        && BASES.contains(base.getQualifiedName().toString());
    }

    /** Whether a member is of the facade, or of a class beside the futures in it. */
    boolean isHelper(Element member) {
        Element owner = member.getEnclosingElement();
        Element facade = future == null ? null : future.getEnclosingElement();
        return facade != null
                && Methods.isStatic(member)
                && (facade.equals(owner) || facade.equals(owner.getEnclosingElement()) || isBlock(owner));
    }

    /** Whether it is a class of a facade's bridge, in which what a pattern binds is wrapped. */
    boolean isOfBridge(Element type) {
        return type instanceof TypeElement
                && future != null
                && type.getEnclosingElement() instanceof TypeElement bridge
                && bridge.getSimpleName().contentEquals("Bridge")
                && bridge.getEnclosingElement().equals(future.getEnclosingElement());
    }

    /** A class that holds what a class of the body, which is nested in it, captured, or that keeps it from its namesakes. */
    boolean isScope(Element type) {
        return type instanceof TypeElement
                && isFuture(type.getEnclosingElement())
                && type.getEnclosedElements().stream()
                        .filter(TypeElement.class::isInstance)
                        .anyMatch(nested -> withoutNumber(type.getSimpleName().toString())
                                .equals(nested.getSimpleName() + "Scope"));
    }

    /** Whether a member of the future, or of a scope in it, is a class of the body. */
    boolean isMadeOfBody(TypeElement type) {
        return (isFuture(type.getEnclosingElement()) || isScope(type.getEnclosingElement())) && !isBlock(type);
    }

    /** In generated code, what has the name of something else gets a number. */
    static String withoutNumber(String name) {
        return name.replaceFirst("(_\\d+)+$", "");
    }

    private String anonymous(TypeElement type) {
        List<? extends TypeMirror> interfaces = type.getInterfaces();
        return "anonymous " + erased(interfaces.isEmpty() ? type.getSuperclass() : interfaces.get(0));
    }

    // ---- members

    /** A method or constructor with its erased parameters; one of a private class as what it overrides, if that can be named. */
    String of(ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        ExecutableElement named = mayBeUnknown(owner) && !isOfBody(of(owner)) ? overridden(method) : null;
        return described(named == null ? method : named);
    }

    private String described(ExecutableElement method) {
        String owner = of((TypeElement) method.getEnclosingElement());
        String parameters = method.getParameters().stream()
                .map(Element::asType)
                .map(type -> isOfBody(owner) ? erasedInBody(type) : erased(type))
                .collect(Collectors.joining(", ", "(", ")"));
        if (method.getKind() == ElementKind.CONSTRUCTOR) {
            return owner + parameters;
        }
        String signature = method.getSimpleName() + parameters;
        boolean again = method.getEnclosingElement().getKind().isInterface() && OF_OBJECT.contains(signature);
        return (again ? "java.lang.Object" : owner) + "." + signature;
    }

    /** The nearest method that a method of a private class overrides and that is of no such class; null if there is none. */
    private ExecutableElement overridden(ExecutableElement method) {
        boolean may = method.getKind() == ElementKind.METHOD
                && !Methods.isStatic(method)
                && !method.getModifiers().contains(Modifier.PRIVATE);
        if (!may) {
            return null;
        }
        TypeMirror type = method.getEnclosingElement().asType();
        ExecutableElement nearest = overridden(method, type);
        boolean implemented = nearest != null && !nearest.getModifiers().contains(Modifier.ABSTRACT);
        ExecutableElement declared = implemented ? null : ofInterface(method, type);
        return declared == null ? nearest : declared;
    }

    /** Of a class and an interface that both leave a method to subclasses, javac takes the interface's. */
    private ExecutableElement ofInterface(ExecutableElement method, TypeMirror type) {
        List<? extends TypeMirror> all = types.directSupertypes(type);
        List<TypeMirror> interfacesFirst = new ArrayList<>(all);
        interfacesFirst.sort(
                Comparator.comparing(above -> !types.asElement(above).getKind().isInterface())); // stable
        for (TypeMirror above : interfacesFirst) {
            Element owner = types.asElement(above);
            ExecutableElement own = owner.getKind().isInterface() ? declared(method, above) : null;
            ExecutableElement found = own == null ? ofInterface(method, above) : own;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The method that a class or interface, which can be named, declares and another method overrides. */
    private ExecutableElement declared(ExecutableElement method, TypeMirror type) {
        Element owner = types.asElement(type);
        return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(other -> !mayBeUnknown(owner) && overrides(method, other, (DeclaredType) type))
                .findFirst()
                .orElse(null);
    }

    private ExecutableElement overridden(ExecutableElement method, TypeMirror type) {
        for (TypeMirror above : types.directSupertypes(type)) {
            ExecutableElement own = declared(method, above);
            ExecutableElement found = own == null ? overridden(method, above) : own;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Of what stands for a private record, not even that it is a record may be known. */
    private static boolean mayBeUnknown(Element type) {
        return PrivateTypes.isOne(type)
                || type instanceof TypeElement named && named.getQualifiedName().contentEquals("java.lang.Record");
    }

    private boolean overrides(ExecutableElement method, ExecutableElement other, DeclaredType above) {
        return other.getSimpleName().equals(method.getSimpleName())
                && !Methods.isStatic(other)
                && !other.getModifiers().contains(Modifier.PRIVATE)
                && types.isSubsignature(
                        (ExecutableType) method.asType(), (ExecutableType) types.asMemberOf(above, other));
    }

    String field(Element field) {
        return of((TypeElement) field.getEnclosingElement()) + "." + field.getSimpleName();
    }
}
