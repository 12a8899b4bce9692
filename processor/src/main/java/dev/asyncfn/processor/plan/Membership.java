package dev.asyncfn.processor.plan;

import dev.asyncfn.processor.model.Naming;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Which members a class has: those that it declares, and those that it inherits (JLS 8.2). A subclass need not have all
 * members of its superclass, and then an unqualified name in it means the member of a class around it.
 */
final class Membership {
    private final Types types;

    Membership(Types types) {
        this.types = types;
    }

    boolean isMember(TypeElement type, Element member) {
        return member.getEnclosingElement() instanceof TypeElement declaring
                && (declaring.equals(type)
                        || isSubclass(type, declaring)
                                && isInherited(type, member, declaring)
                                && !isHidden(type, member, declaring));
    }

    boolean isSubclass(TypeElement type, TypeElement of) {
        return types.isSubtype(types.erasure(type.asType()), types.erasure(of.asType()));
    }

    /** A type as its supertype of a class; null if it has none. */
    DeclaredType supertype(TypeMirror type, TypeElement wanted) {
        if (type instanceof DeclaredType declared && declared.asElement().equals(wanted)) {
            return declared;
        }
        for (TypeMirror above : types.directSupertypes(type)) {
            DeclaredType found = supertype(above, wanted);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private boolean isInherited(TypeElement type, Element member, TypeElement declaring) {
        if (member.getModifiers().contains(Modifier.PRIVATE)) {
            return false;
        }
        boolean isStatic = member.getModifiers().contains(Modifier.STATIC);
        if (declaring.getKind().isInterface()) {
            return !isStatic || member.getKind() != ElementKind.METHOD;
        }
        if (member.getModifiers().contains(Modifier.PUBLIC)) {
            return true;
        }
        return !type.getKind().isInterface()
                && (member.getModifiers().contains(Modifier.PROTECTED) || isInOnePackage(type, declaring));
    }

    /** Members without a modifier are handed down from class to class of one package only. */
    private static boolean isInOnePackage(TypeElement type, TypeElement declaring) {
        PackageElement home = Naming.packageOf(declaring);
        for (TypeElement e = type; e != null && !e.equals(declaring); e = superclass(e)) {
            if (!Naming.packageOf(e).equals(home)) {
                return false;
            }
        }
        return true;
    }

    private static TypeElement superclass(TypeElement type) {
        return type.getSuperclass() instanceof DeclaredType above ? (TypeElement) above.asElement() : null;
    }

    /** A field or class is hidden by any of its name in a class between, even by one that is not inherited itself. */
    private boolean isHidden(TypeElement type, Element member, TypeElement declaring) {
        if (member.getKind() == ElementKind.METHOD) {
            return false; // whatever overrides it or hides it, is what was found
        }
        List<TypeElement> between = new ArrayList<>();
        addBetween(type, declaring, between);
        return between.stream()
                .flatMap(e -> e.getEnclosedElements().stream())
                .anyMatch(e -> e.getSimpleName().equals(member.getSimpleName()) && isOfOneKind(e, member));
    }

    private void addBetween(TypeElement type, TypeElement declaring, List<TypeElement> between) {
        if (!type.equals(declaring) && isSubclass(type, declaring) && !between.contains(type)) {
            between.add(type);
            for (TypeMirror above : types.directSupertypes(type.asType())) {
                addBetween((TypeElement) ((DeclaredType) above).asElement(), declaring, between);
            }
        }
    }

    private static boolean isOfOneKind(Element e, Element other) {
        return e.getKind().isField() == other.getKind().isField()
                && e instanceof TypeElement == other instanceof TypeElement;
    }
}
