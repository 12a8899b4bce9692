package dev.asyncfn.processor.collect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * By which class a member class can be named. A class that other packages cannot see hands its member classes down to
 * subclasses, and one of these may be public.
 */
public final class MemberClasses {
    private MemberClasses() {}

    /**
     * The class around a member class, or else a subclass that inherits it: the first that the owner's package can name.
     *
     * @param owner what stands in that package
     */
    public static Optional<TypeElement> qualifier(TypeElement member, TypeElement owner) {
        return qualifier(member, owner, new HashSet<>());
    }

    /** @param before of which classes it is being found out how they can be named */
    private static Optional<TypeElement> qualifier(TypeElement member, TypeElement owner, Set<TypeElement> before) {
        TypeElement declaring = (TypeElement) member.getEnclosingElement();
        Set<TypeElement> asked = new HashSet<>(before);
        if (!asked.add(member)) {
            return Optional.empty();
        }
        if (isNamed(declaring, owner, asked)) {
            return Optional.of(declaring);
        }
        Set<TypeElement> candidates = new LinkedHashSet<>();
        for (Element e = owner; e instanceof TypeElement around; e = e.getEnclosingElement()) {
            addSupertypes(around, candidates);
        }
        addClasses(packageOf(declaring), candidates);
        return candidates.stream()
                .filter(candidate -> inherits(candidate, member) && isNamed(candidate, owner, asked))
                .findFirst();
    }

    private static boolean isNamed(TypeElement type, TypeElement owner, Set<TypeElement> asked) {
        Set<Modifier> modifiers = type.getModifiers();
        boolean visible = packageOf(type).equals(packageOf(owner))
                ? !modifiers.contains(Modifier.PRIVATE)
                : modifiers.contains(Modifier.PUBLIC);
        return visible
                && (type.getNestingKind() == NestingKind.TOP_LEVEL
                        || type.getNestingKind() == NestingKind.MEMBER
                                && qualifier(type, owner, asked).isPresent());
    }

    private static void addSupertypes(TypeElement type, Set<TypeElement> found) {
        if (found.add(type)) {
            supertypes(type).forEach(above -> addSupertypes(above, found));
        }
    }

    private static void addClasses(Element around, Set<TypeElement> found) {
        List<TypeElement> types = new ArrayList<>(ElementFilter.typesIn(around.getEnclosedElements()));
        types.sort(Comparator.comparing(type -> type.getQualifiedName().toString()));
        for (TypeElement type : types) {
            found.add(type);
            addClasses(type, found);
        }
    }

    /** A class between that declares one of this name hides it. */
    private static boolean inherits(TypeElement type, TypeElement member) {
        return supertypes(type).stream()
                        .anyMatch(above -> above.equals(member.getEnclosingElement())
                                || !declares(above, member) && inherits(above, member))
                && !declares(type, member);
    }

    private static boolean declares(TypeElement type, TypeElement member) {
        return ElementFilter.typesIn(type.getEnclosedElements()).stream()
                .anyMatch(own -> own.getSimpleName().equals(member.getSimpleName()));
    }

    private static List<TypeElement> supertypes(TypeElement type) {
        List<TypeMirror> above = new ArrayList<>(type.getInterfaces());
        above.add(0, type.getSuperclass());
        return above.stream()
                .filter(DeclaredType.class::isInstance)
                .map(mirror -> (TypeElement) ((DeclaredType) mirror).asElement())
                .toList();
    }

    private static PackageElement packageOf(Element element) {
        Element e = element;
        while (!(e instanceof PackageElement)) {
            e = e.getEnclosingElement();
        }
        return (PackageElement) e;
    }
}
