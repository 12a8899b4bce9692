package dev.asyncfn.processor.emit;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * The warnings that naming a deprecated class or member gives everywhere but in the top-level class that declares it
 * (JLS 9.6.4.6): {@code deprecation}, {@code removal}.
 */
final class Deprecations {
    private Deprecations() {}

    static Set<String> in(TypeMirror type) {
        Set<String> found = new TreeSet<>();
        collect(type, found);
        return found;
    }

    /** Of all bounds of its type parameters, and of those of the classes around a class. */
    static Set<String> inBounds(Parameterizable generic) {
        Set<String> found = new TreeSet<>();
        for (Element e = generic; e instanceof Parameterizable declared; e = e.getEnclosingElement()) {
            declared.getTypeParameters().stream()
                    .flatMap(parameter -> parameter.getBounds().stream())
                    .forEach(bound -> collect(bound, found));
        }
        return found;
    }

    static Set<String> of(Element element) {
        Deprecated annotation = element.getAnnotation(Deprecated.class);
        return annotation == null ? Set.of() : Set.of(annotation.forRemoval() ? "removal" : "deprecation");
    }

    private static void collect(TypeMirror type, Set<String> found) {
        if (type instanceof ArrayType array) {
            collect(array.getComponentType(), found);
        } else if (type instanceof WildcardType wildcard) {
            Stream.of(wildcard.getExtendsBound(), wildcard.getSuperBound())
                    .filter(bound -> bound != null)
                    .forEach(bound -> collect(bound, found));
        } else if (type instanceof DeclaredType declared) {
            for (Element e = declared.asElement(); e instanceof TypeElement; e = e.getEnclosingElement()) {
                found.addAll(of(e)); // its name has those of the classes around it
            }
            collect(declared.getEnclosingType(), found);
            declared.getTypeArguments().forEach(argument -> collect(argument, found));
        }
    }
}
