package dev.asyncfn.processor.collect;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;

/** The top-level classes of a package, whatever javac thinks of its class files. */
public final class PackageMembers {
    private static final int MOST_FAILURES = 1_000;

    private PackageMembers() {}

    /**
     * As the compiler says it. To say it, javac reads all class files of the package, also those of local classes that nobody can name, and fails at
     * some with type annotations. The next time it leaves out the one at which it has failed.
     */
    public static List<? extends Element> of(PackageElement home) {
        NullPointerException last = null;
        for (int i = 0; i < MOST_FAILURES; i++) {
            try {
                return home.getEnclosedElements();
            } catch (NullPointerException e) {
                last = e;
            }
        }
        throw last;
    }
}
