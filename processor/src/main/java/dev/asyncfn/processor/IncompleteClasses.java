package dev.asyncfn.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The user's classes that lack a supertype, which another processor may still write. Until then a name in them may mean something else
 * than it will: a member of an outer class, say, instead of an inherited one.
 */
final class IncompleteClasses {
    private final List<TypeElement> types = new ArrayList<>();
    private final Trees trees;

    /** @param topLevels the classes among which to look, with those inside */
    IncompleteClasses(Collection<String> topLevels, Elements elements, Trees trees) {
        this.trees = trees;
        for (String name : topLevels) {
            TypeElement type = elements.getTypeElement(name);
            if (type != null) {
                collect(type);
            }
        }
    }

    private void collect(TypeElement type) {
        if (MissingTypes.areAbove(type)) {
            types.add(type);
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::collect);
    }

    boolean exist() {
        return !types.isEmpty();
    }

    /** Whether the file of a class declares or names one of them. */
    boolean areNamedBeside(TypeElement owner) {
        CompilationUnitTree unit = unit(owner);
        return types.stream()
                .anyMatch(type -> unit.equals(unit(type))
                        || Mentions.in(unit, type.getSimpleName().toString()));
    }

    /** Null if it is read from a class file. */
    private CompilationUnitTree unit(TypeElement type) {
        TreePath path = trees.getPath(type);
        return path == null ? null : path.getCompilationUnit();
    }
}
