package dev.asyncfn.processor.attribute;

import dev.asyncfn.processor.model.Naming;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/**
 * The classes of a facade that an earlier compilation has left where javac finds them. It reads their class files with all others of the
 * package. If it then compiles a record of the same binary name, it takes the components that it has read for those of the source, and fails.
 */
final class EarlierClasses {
    private static final List<StandardLocation> PLACES =
            List.of(StandardLocation.CLASS_PATH, StandardLocation.CLASS_OUTPUT);

    private final Filer filer;
    private final String packageName;
    /** The facade's name without its package; null if no earlier one is to be found. */
    private final String facade;

    private EarlierClasses(Filer filer, String packageName, String facade) {
        this.filer = filer;
        this.packageName = packageName;
        this.facade = facade;
    }

    static EarlierClasses of(TypeElement owner, ProcessingEnvironment env) {
        Elements elements = env.getElementUtils();
        boolean reads = !env.getClass().getName().startsWith("org.eclipse.jdt.");
        boolean found = reads && elements.getTypeElement(Naming.qualifiedFacadeName(owner)) != null;
        String home = elements.getPackageOf(owner).getQualifiedName().toString();
        return new EarlierClasses(env.getFiler(), home, found ? Naming.facadeName(owner) : null);
    }

    /** @param nested the name of a class in the facade, with those around it, as in a binary name */
    boolean have(String nested) {
        return facade != null && PLACES.stream().anyMatch(place -> isFile(place, facade + "$" + nested + ".class"));
    }

    private boolean isFile(StandardLocation place, String name) {
        try (InputStream file = filer.getResource(place, packageName, name).openInputStream()) {
            return file != null;
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            return false; // there is none, or the compiler has no such place
        }
    }
}
