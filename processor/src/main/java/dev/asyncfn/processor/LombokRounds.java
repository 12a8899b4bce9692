package dev.asyncfn.processor;

import com.sun.source.util.Trees;
import dev.asyncfn.processor.parse.Lombok;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * When Lombok has done its work. It changes the trees of a file in the first round, before or after this processor is
 * called there, and what needs types (delegation) in the second; for that it always makes two more rounds.
 */
final class LombokRounds {
    private static final int LAST_OF_CHANGES = 2;

    private final Elements elements;
    private final Trees trees;
    private final OtherProcessors others;
    private final Set<String> seen = new HashSet<>();
    private int round;

    LombokRounds(Elements elements, Trees trees, OtherProcessors others) {
        this.elements = elements;
        this.trees = trees;
        this.others = others;
    }

    /** Begins a round: takes out the owners that are to be looked at in the next one. */
    List<TypeElement> hold(Set<TypeElement> owners, RoundEnvironment now) {
        round++;
        List<TypeElement> held = new ArrayList<>();
        for (Iterator<TypeElement> each = owners.iterator(); each.hasNext(); ) {
            TypeElement owner = each.next();
            boolean first = seen.add(owner.getQualifiedName().toString());
            if (first && !now.processingOver() && isRunning() && isNamedBeside(owner)) {
                held.add(owner);
                each.remove();
            }
        }
        return held;
    }

    /** Whether what javac does not find in a body may be a member that Lombok has yet to add, to any class. */
    boolean mayAdd(List<String> errors) {
        return round <= LAST_OF_CHANGES
                && isRunning()
                && errors.stream().anyMatch(error -> error.contains("cannot find symbol"));
    }

    private boolean isRunning() {
        return others.exist() && elements.getTypeElement("lombok.Lombok") != null;
    }

    private boolean isNamedBeside(TypeElement owner) {
        try {
            return Lombok.isNamed(trees.getPath(owner)
                    .getCompilationUnit()
                    .getSourceFile()
                    .getCharContent(true)
                    .toString());
        } catch (IOException e) {
            return false; // reported where the file is parsed
        }
    }
}
