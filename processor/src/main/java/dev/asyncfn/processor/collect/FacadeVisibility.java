package dev.asyncfn.processor.collect;

import dev.asyncfn.processor.model.VirtualFns;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** From where a facade can be used. */
public final class FacadeVisibility {
    private FacadeVisibility() {}

    /** Whether all packages can name a class. */
    public static boolean isPublic(TypeElement type) {
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (!e.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the facade of a class is public: other packages call the async fns of the class itself, or as those of a class that
     * inherits them, and some can name that class.
     */
    public static boolean ofFacade(TypeElement owner, Elements elements) {
        return isKnownOutside(owner)
                || !VirtualFns.isPrivate(owner)
                        && all(PackageMembers.of(elements.getPackageOf(owner)))
                                .anyMatch(type -> isKnownOutside(type) && inherits(type.asType(), owner));
    }

    /** Whether it is public, or protected: then subclasses of the class around it name it in their packages. */
    private static boolean isKnownOutside(TypeElement type) {
        boolean known = true;
        for (Element e = type; known && e instanceof TypeElement; e = e.getEnclosingElement()) {
            known = e.getModifiers().contains(Modifier.PUBLIC)
                    || e.getModifiers().contains(Modifier.PROTECTED);
        }
        return known;
    }

    /** Whether all modules see a public facade of the class, so that javac looks at the types in its signatures. */
    public static boolean isExported(TypeElement owner, Elements elements) {
        PackageElement home = elements.getPackageOf(owner);
        ModuleElement module = elements.getModuleOf(owner);
        return module != null
                && ElementFilter.exportsIn(module.getDirectives()).stream()
                        .anyMatch(exported -> exported.getPackage().equals(home) && exported.getTargetModules() == null)
                && ofFacade(owner, elements);
    }

    private static Stream<TypeElement> all(List<? extends Element> members) {
        return ElementFilter.typesIn(members).stream()
                .flatMap(type -> Stream.concat(Stream.of(type), all(type.getEnclosedElements())));
    }

    private static boolean inherits(TypeMirror type, TypeElement owner) {
        if (!(type instanceof DeclaredType declared)) {
            return false;
        }
        TypeElement element = (TypeElement) declared.asElement();
        return element.equals(owner)
                || inherits(element.getSuperclass(), owner)
                || element.getInterfaces().stream().anyMatch(above -> inherits(above, owner));
    }
}
