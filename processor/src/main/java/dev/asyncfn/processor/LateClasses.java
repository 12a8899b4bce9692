package dev.asyncfn.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.asyncfn.processor.diag.Diagnostics;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.model.Naming;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The classes that were written after facades, and hide others by their simple names: a class of a file's own package
 * comes before those that the file imports on demand (JLS 6.4.1), among which the name was found until then.
 */
final class LateClasses {
    private final Elements elements;
    private final Trees trees;
    private final Set<String> names = new TreeSet<>();

    LateClasses(Elements elements, Trees trees) {
        this.elements = elements;
        this.trees = trees;
    }

    boolean exist() {
        return !names.isEmpty();
    }

    /**
     * Looks at the classes that are new in this round.
     *
     * @param topLevels the user's classes, in whose packages those that can hide a name are
     */
    void add(Collection<TypeElement> types, Collection<String> topLevels) {
        Map<PackageElement, List<TypeElement>> classes = topLevels.stream()
                .map(elements::getTypeElement)
                .filter(type -> type != null && unit(type) != null)
                .collect(Collectors.groupingBy(Naming::packageOf));
        Map<PackageElement, ImportsOnDemand> imports = new HashMap<>();
        for (TypeElement type : types) {
            PackageElement home = Naming.packageOf(type);
            List<TypeElement> others = classes.getOrDefault(home, List.of());
            ImportsOnDemand all = imports.computeIfAbsent(home, of -> importsOf(others));
            // Rarely one of the package's files knows another class of that name, so they are not looked at one by one.
            if (all.find(type.getSimpleName().toString()).isPresent()
                    && others.stream().anyMatch(other -> !other.equals(type) && hides(type, unit(other)))) {
                names.add(type.getQualifiedName().toString());
            }
        }
    }

    private ImportsOnDemand importsOf(List<TypeElement> classes) {
        return ImportsOnDemand.of(classes.stream().map(this::unit).toList(), elements);
    }

    private boolean hides(TypeElement type, CompilationUnitTree unit) {
        String name = type.getSimpleName().toString();
        return elements.getTypeElement("java.lang." + name) != null // whose classes a facade names by itself
                || ImportsOnDemand.of(List.of(unit), elements).find(name).isPresent() && Mentions.in(unit, name);
    }

    /** Null if it is read from a class file. */
    private CompilationUnitTree unit(TypeElement type) {
        TreePath path = trees.getPath(type);
        return path == null ? null : path.getCompilationUnit();
    }

    /** A name in a tree that has another meaning now. */
    record Hidden(IdentifierTree name, TypeElement before, TypeElement now) {
        void report(CompilationUnitTree unit, TypeElement owner, Diagnostics diagnostics) {
            // A class of the unnamed package cannot be imported.
            TypeElement imported = Naming.packageOf(now).isUnnamed() ? before : now;
            diagnostics.report(
                    Problem.LATE_NAME,
                    unit,
                    name,
                    name,
                    before.getQualifiedName(),
                    owner.getSimpleName(),
                    now.getQualifiedName(),
                    imported.getQualifiedName());
        }
    }

    /** The first such name in a part of a class's file. */
    Optional<Hidden> firstIn(Tree part, TypeElement owner) {
        PackageElement home = Naming.packageOf(owner);
        ImportsOnDemand imports = ImportsOnDemand.of(List.of(unit(owner)), elements);
        Tree first = new TreeScanner<Tree, Void>() {
            @Override
            public Tree visitIdentifier(IdentifierTree tree, Void unused) {
                return find(tree, home, imports).isPresent() ? tree : null;
            }

            @Override
            public Tree reduce(Tree later, Tree earlier) {
                return earlier == null ? later : earlier;
            }
        }.scan(part, null);
        return first instanceof IdentifierTree name ? find(name, home, imports) : Optional.empty();
    }

    private Optional<Hidden> find(IdentifierTree name, PackageElement home, ImportsOnDemand imports) {
        String simple = name.getName().toString();
        String qualified = home.isUnnamed() ? simple : home.getQualifiedName() + "." + simple;
        return names.contains(qualified)
                ? imports.find(simple).map(before -> new Hidden(name, before, elements.getTypeElement(qualified)))
                : Optional.empty();
    }
}
