package dev.asyncfn.processor.plan;

import dev.asyncfn.processor.model.BlockFn;
import dev.asyncfn.processor.model.Naming;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * The names with which expressions of a generated class begin if they name classes and packages. Where a variable of
 * such a name is in scope, Java takes the name for the variable (JLS 6.4.2).
 */
public final class Qualifiers {
    private static final Set<String> OF_MACHINES =
            Set.of("Context", "Double", "Float", "Objects", "Poll", "String", "Traced", "Waker");
    private static final Set<String> PACKAGES_OF_MACHINES = Set.of("dev.asyncfn", "java.lang", "java.util");

    private final Set<String> names = new TreeSet<>(OF_MACHINES);
    private final Set<String> packages = new TreeSet<>(PACKAGES_OF_MACHINES);

    public Qualifiers(ExecutableElement fn) {
        TypeElement owner = (TypeElement) fn.getEnclosingElement();
        add(owner);
        names.add(Naming.facadeName(owner));
        names.add(Naming.futureName(fn));
        names.add(Naming.futureName(BlockFn.around(fn)));
    }

    /** Adds those with which generated code may name what a node of the body means. */
    public void add(Element meant) {
        if (meant instanceof PackageElement named) {
            names.add(root(named.getQualifiedName().toString())); // the user's text is copied, and may be qualified
        } else if (meant instanceof TypeElement type) {
            addClass(type);
        } else if (meant != null && meant.getEnclosingElement() instanceof TypeElement declaring) {
            if (meant.getModifiers().contains(Modifier.STATIC) || meant.getKind() == ElementKind.ENUM_CONSTANT) {
                addClass(declaring);
            }
            if (Naming.isAsyncFn(meant)) {
                names.add(Naming.facadeName(declaring));
            }
        }
    }

    private void addClass(TypeElement type) {
        Element outermost = type;
        while (outermost.getEnclosingElement() instanceof TypeElement outer) {
            outermost = outer;
        }
        if (!outermost.getSimpleName().isEmpty()) {
            // Also one of the body: a field is in scope where the body's variable of that name is not.
            names.add(outermost.getSimpleName().toString());
        }
        if (outermost.getEnclosingElement() instanceof PackageElement home && !home.isUnnamed()) {
            packages.add(home.getQualifiedName().toString());
        }
    }

    /** The first name of a package. */
    public static String root(String packageName) {
        return packageName.split("\\.", 2)[0];
    }

    /** What no variable may be called. */
    public Set<String> names() {
        return names;
    }

    /** The packages of the classes, whose names stand before those of the classes if these are not enough. */
    public Set<String> packages() {
        return packages;
    }

    /** Whether a variable of that name may have to be renamed. */
    public boolean mayBe(String name) {
        return names.contains(name) || packages.stream().anyMatch(p -> root(p).equals(name));
    }
}
