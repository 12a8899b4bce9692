package dev.asyncfn.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/**
 * The names of generated classes. They follow from the user's declarations alone, so that the facade of a class
 * in another jar can be called without having been seen.
 */
public final class Naming {
    /** The class of accessors in a facade, unless something else there is called so. */
    public static final String BRIDGE = "Bridge";

    public static final String ANNOTATION = "dev.asyncfn.AsyncFn";

    private static final String FACADE = "Async";

    private Naming() {}

    public static boolean isAsyncFn(Element element) {
        return element.getKind() == ElementKind.METHOD
                && element.getAnnotationMirrors().stream()
                        .anyMatch(a -> ((TypeElement) a.getAnnotationType().asElement())
                                .getQualifiedName()
                                .contentEquals(ANNOTATION));
    }

    /** {@code Outer.Users} gives {@code Outer_UsersAsync}. */
    public static String facadeName(TypeElement owner) {
        return flatName(owner) + FACADE;
    }

    /** A nested class's name with those of the classes around it: {@code Outer_Users}. */
    public static String flatName(TypeElement type) {
        StringBuilder name = new StringBuilder(type.getSimpleName());
        for (Element e = type.getEnclosingElement(); !(e instanceof PackageElement); e = e.getEnclosingElement()) {
            name.insert(0, e.getSimpleName() + "_");
        }
        return name.toString();
    }

    /** The facade's name with its package. */
    public static String qualifiedFacadeName(TypeElement owner) {
        Element e = owner;
        while (!(e instanceof PackageElement)) {
            e = e.getEnclosingElement();
        }
        PackageElement home = (PackageElement) e;
        return home.isUnnamed() ? facadeName(owner) : home.getQualifiedName() + "." + facadeName(owner);
    }

    /**
     * {@code getUser} gives {@code GetUserFuture}; the overloads declared after the first carry their parameter
     * types, so that a new overload at the end renames none that is there. A name that differs from an earlier one in
     * case only, as of {@code getuser}, counts as its overload: many file systems do not tell their class files apart.
     */
    public static String futureName(ExecutableElement method) {
        if (method instanceof BlockFn block) {
            return block.futureName();
        }
        // a future of such a name would hide the class from the facade, where nothing can qualify it
        List<String> taken = new ArrayList<>(unqualifiable(method));
        for (Element member : method.getEnclosingElement().getEnclosedElements()) {
            if (!isAsyncFn(member)) {
                continue;
            }
            String name = distinct(baseName(member), (ExecutableElement) member, taken);
            if (member.equals(method)) {
                return name;
            }
            taken.add(name);
        }
        throw new IllegalArgumentException(method + " is no async fn");
    }

    /** The top level class that contains a class, or is it. */
    public static TypeElement outermost(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement outer ? outermost(outer) : type;
    }

    /** The classes beside an element of the unnamed package: where something else has such a name, they have none. */
    private static List<String> unqualifiable(Element element) {
        PackageElement home = packageOf(element);
        return home.isUnnamed()
                ? home.getEnclosedElements().stream()
                        .map(type -> type.getSimpleName().toString())
                        .toList()
                : List.of();
    }

    /**
     * Whether a class of a facade's table would hide one of the user's, which has no other name. Other facades may be hidden: no table
     * names one, and they are not there in the first round.
     */
    static boolean hidesClass(String name, TypeElement owner) {
        List<String> classes = unqualifiable(owner);
        return classes.contains(name)
                && !(name.endsWith(FACADE) && classes.contains(name.substring(0, name.length() - FACADE.length())));
    }

    private static String distinct(String base, ExecutableElement method, List<String> taken) {
        if (!contains(taken, base)) {
            return base;
        }
        String overload = method.getParameters().stream()
                .map(VariableElement::asType)
                .map(Naming::shortName)
                .collect(Collectors.joining("_", base + "_", ""));
        String name = overload;
        for (int n = 2; contains(taken, name); n++) {
            name = overload + "_" + n;
        }
        return name;
    }

    private static boolean contains(List<String> taken, String name) {
        return taken.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static String baseName(Element method) {
        return capitalized(method.getSimpleName().toString()) + "Future";
    }

    static String capitalized(String name) {
        int first = name.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + name.substring(Character.charCount(first));
    }

    /** A type in a part of a name. */
    public static String shortName(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return shortName(array.getComponentType()) + "Array";
        }
        if (type instanceof DeclaredType declared) {
            return declared.asElement().getSimpleName().toString();
        }
        if (type instanceof TypeVariable variable) {
            return variable.asElement().getSimpleName().toString();
        }
        return type.getKind().name().toLowerCase(java.util.Locale.ROOT);
    }

    public static PackageElement packageOf(Element element) {
        Element e = element;
        while (!(e instanceof PackageElement)) {
            e = e.getEnclosingElement();
        }
        return (PackageElement) e;
    }
}
