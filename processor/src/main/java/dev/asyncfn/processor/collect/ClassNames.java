package dev.asyncfn.processor.collect;

import dev.asyncfn.processor.diag.Diagnostics;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.model.Naming;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The names of top-level classes, of the user and of facades. A facade is not generated if another class has its name,
 * or one that differs in case only: there are file systems where their files are one.
 */
final class ClassNames {
    private static final String RENAME = "rename one of the two";

    private final Elements elements;
    private final Diagnostics diagnostics;
    /** The classes whose names are the same in lower case. */
    private final Map<String, Map<String, Holder>> names = new HashMap<>();

    /**
     * What has a name.
     *
     * @param owner the binary name of a facade's owner; the class's own if it is none
     */
    private record Holder(String name, String owner, boolean isFacade, boolean isEarlierOutput) {
        String describe() {
            if (isEarlierOutput) {
                return "a class that asyncfn generated in an earlier compilation, and that is now compiled as a source,";
            }
            return isFacade ? "the generated class of `" + owner + "`" : "another class";
        }

        String remedy() {
            return isEarlierOutput
                    ? "remove the directory of generated sources from the sources to compile, or delete its contents"
                    : RENAME;
        }
    }

    ClassNames(Elements elements, Diagnostics diagnostics) {
        this.elements = elements;
        this.diagnostics = diagnostics;
    }

    /** Notes a class of the user's. */
    void declare(TypeElement topLevel) {
        String name = topLevel.getQualifiedName().toString();
        sameIgnoringCase(name).putIfAbsent(name, new Holder(name, name, false, EarlierOutput.is(topLevel, elements)));
    }

    /** Whether the facade of a class can have its name, after the contrary was reported. */
    boolean claim(TypeElement owner) {
        String name = Naming.qualifiedFacadeName(owner);
        Holder claimant = new Holder(name, elements.getBinaryName(owner).toString(), true, false);
        Map<String, Holder> others = sameIgnoringCase(name);
        Holder holder = others.putIfAbsent(name, claimant);
        if (holder != null) {
            return holder.equals(claimant) || report(owner, holder.describe() + " has that name", holder.remedy());
        }
        // If the owners differ in case only, then their own files are as much one as those of their facades.
        Optional<Holder> similar = others.values().stream()
                .filter(other -> !other.owner().equalsIgnoreCase(claimant.owner()))
                .findFirst();
        return similar.isEmpty()
                || report(owner, "`" + simpleName(similar.get()) + "` differs from it in case only", RENAME);
    }

    private boolean report(TypeElement owner, String obstacle, String remedy) {
        diagnostics.report(
                Problem.FACADE_NAME_TAKEN, owner, owner.getSimpleName(), Naming.facadeName(owner), obstacle, remedy);
        return false;
    }

    private static String simpleName(Holder holder) {
        return holder.name().substring(holder.name().lastIndexOf('.') + 1);
    }

    private Map<String, Holder> sameIgnoringCase(String name) {
        return names.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new TreeMap<>());
    }
}
