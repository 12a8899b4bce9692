package dev.asyncfn.corpus;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;

/** An eligible method of the library, and the async fn that its body is moved into. */
record Method(Fn fn, ExecutableElement element, MethodTree tree, TreePath path) {
    private static final Set<Modifier> KEPT =
            Set.of(Modifier.PUBLIC, Modifier.PROTECTED, Modifier.PRIVATE, Modifier.STATIC);

    private static final Set<Modifier> NO_INSTANCE_BODY = Set.of(Modifier.STATIC, Modifier.ABSTRACT, Modifier.NATIVE);

    TypeElement owner() {
        return (TypeElement) element.getEnclosingElement();
    }

    boolean isStatic() {
        return element.getModifiers().contains(Modifier.STATIC);
    }

    /**
     * Whether a call of it may run another body, so that a call of the async fn does not mean the same. A final class
     * has no subclass, but a test may spy on it.
     */
    boolean isOverridable() {
        Set<Modifier> modifiers = element.getModifiers();
        return !isStatic() && !modifiers.contains(Modifier.PRIVATE) && !modifiers.contains(Modifier.FINAL);
    }

    String asyncName() {
        return asyncName(element.getSimpleName().toString());
    }

    static String asyncName(String name) {
        return prefixed("async", name);
    }

    static String prefixed(String prefix, String name) {
        return prefix + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** An instance method's async fn must not be overridable; a static one's can be called wherever the method can. */
    String asyncModifiers() {
        return isStatic()
                ? element.getModifiers().stream()
                        .filter(KEPT::contains)
                        .map(Modifier::toString)
                        .collect(Collectors.joining(" "))
                : "private";
    }

    /** {@code PairAsync.<A, B>asyncSwap(this, other)}: the call of the factory that the method's own body becomes. */
    String factoryCall() {
        List<String> arguments = new ArrayList<>();
        if (!isStatic()) {
            arguments.add("this");
        }
        arguments.addAll(parameterNames());
        return facade() + "." + witness() + factoryName() + "(" + String.join(", ", arguments) + ")";
    }

    /** The factory of {@code add(a, b)} is another one where {@code a.add(b)} has that of the name. */
    private String factoryName() {
        boolean taken = isStatic()
                && ElementFilter.methodsIn(owner().getEnclosedElements()).stream()
                        .anyMatch(this::hasFactoryOfTheName);
        return taken ? asyncName() + "Static" : asyncName();
    }

    private boolean hasFactoryOfTheName(ExecutableElement other) {
        if (!other.getSimpleName().equals(element.getSimpleName())
                || other.getModifiers().stream().anyMatch(NO_INSTANCE_BODY::contains)) {
            return false;
        }
        List<String> parameters = new ArrayList<>(List.of(erased(owner().asType())));
        other.getParameters().forEach(parameter -> parameters.add(erased(parameter.asType())));
        return parameters.equals(element.getParameters().stream()
                .map(parameter -> erased(parameter.asType()))
                .toList());
    }

    private static String erased(TypeMirror type) {
        return switch (type.getKind()) {
            case ARRAY -> erased(((ArrayType) type).getComponentType()) + "[]";
            case TYPEVAR -> erased(((TypeVariable) type).getUpperBound());
            case INTERSECTION -> erased(((IntersectionType) type).getBounds().get(0));
            case DECLARED -> ((DeclaredType) type).asElement().toString();
            default -> type.toString();
        };
    }

    /** {@code this.<B>asyncSwap(other)}: the same without a future. */
    String directCall() {
        String receiver = isStatic() ? owner().getSimpleName().toString() : "this";
        String witness = witness(names(element.getTypeParameters()));
        return receiver + "." + witness + asyncName() + "(" + String.join(", ", parameterNames()) + ")";
    }

    private List<String> parameterNames() {
        return tree.getParameters().stream().map(p -> p.getName().toString()).toList();
    }

    /** Where the source of its future is written, from the root of the generated sources. */
    String facadePath() {
        Element e = owner();
        while (!(e instanceof PackageElement)) {
            e = e.getEnclosingElement();
        }
        return "/" + e.toString().replace('.', '/') + "/" + facade() + ".java";
    }

    private String facade() {
        StringBuilder name = new StringBuilder(owner().getSimpleName());
        for (Element e = owner().getEnclosingElement(); !(e instanceof PackageElement); e = e.getEnclosingElement()) {
            name.insert(0, e.getSimpleName() + "_");
        }
        return name.append("Async").toString();
    }

    /** Nothing if a type parameter hides one that would have to be named, or some stand for private classes; javac infers them then. */
    private String witness() {
        List<String> names = new ArrayList<>();
        if (!isStatic()) {
            for (Element e = owner(); e instanceof TypeElement type; e = e.getEnclosingElement()) {
                names.addAll(0, names(type.getTypeParameters()));
                if (type.getModifiers().contains(Modifier.STATIC)
                        || type.getNestingKind().isNested() && type.getKind().isInterface()) {
                    break;
                }
            }
        }
        names.addAll(names(element.getTypeParameters()));
        boolean hidden = names.stream().distinct().count() < names.size();
        return hidden || PrivateTypes.areKept() ? "" : witness(names);
    }

    private static String witness(List<String> names) {
        return names.isEmpty() ? "" : "<" + String.join(", ", names) + ">";
    }

    private static List<String> names(Collection<? extends TypeParameterElement> parameters) {
        return parameters.stream().map(p -> p.getSimpleName().toString()).toList();
    }
}
