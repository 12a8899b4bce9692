package dev.asyncfn.processor.symbols;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.util.Trees;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;

/** Finds methods by their names and parameters. */
final class Methods {
    private final Attributed attributed;
    private final Types types;

    Methods(Attributed attributed) {
        this.attributed = attributed;
        this.types = attributed.types();
    }

    /** The method without parameters that javac calls on a value of a type; null if that has none. */
    ExecutableElement withoutParameters(TypeMirror type, String name) {
        return switch (type.getKind()) {
            case TYPEVAR -> withoutParameters(((TypeVariable) type).getUpperBound(), name);
            case INTERSECTION ->
                ((IntersectionType) type)
                        .getBounds().stream()
                                .map(bound -> withoutParameters(bound, name))
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null);
            default -> member((TypeElement) ((DeclaredType) type).asElement(), name);
        };
    }

    /** The superclass's method implements that of an interface which the superclass does not know. */
    private ExecutableElement member(TypeElement type, String name) {
        return attributed.elements().getAllMembers(type).stream()
                .filter(member -> member.getKind() == ElementKind.METHOD
                        && member.getSimpleName().contentEquals(name))
                .map(ExecutableElement.class::cast)
                .filter(method -> method.getParameters().isEmpty())
                .min(Comparator.comparing(method -> method.getModifiers().contains(Modifier.ABSTRACT)))
                .orElse(null);
    }

    /** Whether a method or constructor has these parameters, after erasure. */
    boolean hasParameters(ExecutableElement method, List<? extends TypeMirror> parameters) {
        if (method.getParameters().size() != parameters.size()) {
            return false;
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (!isSameErased(method.getParameters().get(i).asType(), parameters.get(i))) {
                return false;
            }
        }
        return true;
    }

    boolean isSameErased(TypeMirror one, TypeMirror other) {
        return types.isSameType(types.erasure(one), types.erasure(other));
    }

    /** Whether a method can be overridden. */
    static boolean isVirtual(Element method) {
        return Stream.of(Modifier.STATIC, Modifier.PRIVATE, Modifier.FINAL).noneMatch(method.getModifiers()::contains)
                && !method.getEnclosingElement().getModifiers().contains(Modifier.FINAL);
    }

    /** Whether a class, or one below it, declares the method. */
    boolean isDeclaredIn(ExecutableElement method, String type) {
        TypeMirror above = attributed.elements().getTypeElement(type).asType();
        TypeMirror declaring = method.getEnclosingElement().asType();
        return types.isSubtype(types.erasure(declaring), types.erasure(above));
    }

    /**
     * Whether calls may pass arguments in an array of their own. One of a handle that is signature polymorphic takes each as it is, and has
     * the parameters that are passed (JLS 15.12.3).
     */
    static boolean takesVarargs(ExecutableElement method) {
        String owner =
                ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
        boolean polymorphic = owner.equals("java.lang.invoke.VarHandle")
                || owner.equals("java.lang.invoke.MethodHandle")
                        && !method.getSimpleName().contentEquals("invokeWithArguments");
        return method.isVarArgs() && !polymorphic;
    }

    static boolean isStatic(Element member) {
        return member.getModifiers().contains(Modifier.STATIC);
    }

    /** The type parameters of a future that stand for private classes: they come after those of the fn and its classes. */
    static Set<String> standIns(ExecutableElement fn, TypeElement future) {
        int own = fn.getTypeParameters().size();
        boolean isStatic = isStatic(fn);
        for (Element type = fn.getEnclosingElement(); !isStatic && type instanceof TypeElement generic; ) {
            own += generic.getTypeParameters().size();
            isStatic = !isInner(generic);
            type = type.getEnclosingElement();
        }
        return future.getTypeParameters().stream()
                .skip(own)
                .map(parameter -> parameter.getSimpleName().toString())
                .collect(Collectors.toSet());
    }

    /** Whether the instances of a class have an enclosing one. */
    static boolean isInner(TypeElement type) {
        return type.getNestingKind() == NestingKind.MEMBER
                && type.getKind() == ElementKind.CLASS
                && !isStatic(type)
                && !type.getEnclosingElement().getKind().isInterface();
    }

    /** Whether it is the method of an anonymous class that gives its instance: a class inside cannot name that. */
    static boolean givesItself(Element method, Trees trees) {
        boolean may = method instanceof ExecutableElement executable
                && executable.getParameters().isEmpty()
                && method.getModifiers().contains(Modifier.PRIVATE)
                && method.getEnclosingElement() instanceof TypeElement type
                && type.getNestingKind() == NestingKind.ANONYMOUS;
        return may
                && trees.getTree(method) instanceof MethodTree tree
                && tree.getBody().getStatements().size() == 1
                && tree.getBody().getStatements().get(0) instanceof ReturnTree value
                && value.getExpression() instanceof IdentifierTree name
                && name.getName().contentEquals("this");
    }
}
