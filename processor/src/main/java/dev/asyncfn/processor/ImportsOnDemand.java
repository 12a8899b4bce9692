package dev.asyncfn.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.element.ModuleElement.RequiresDirective;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The classes that files can name because they import all of a package, class or module, or by {@code java.lang}. Classes of their own package
 * hide them.
 */
final class ImportsOnDemand {
    private static final String MODULE = "import module ";

    private final Elements elements;
    /** Packages, or classes whose members are imported. */
    private final Set<String> imported = new LinkedHashSet<>();

    private ImportsOnDemand(Elements elements) {
        this.elements = elements;
    }

    static ImportsOnDemand of(Collection<CompilationUnitTree> units, Elements elements) {
        ImportsOnDemand imports = new ImportsOnDemand(elements);
        units.forEach(unit -> unit.getImports().forEach(imports::add));
        imports.imported.add("java.lang");
        return imports;
    }

    private void add(ImportTree tree) {
        String name = tree.getQualifiedIdentifier().toString();
        if (tree.toString().startsWith(MODULE)) { // ImportTree says so itself only since Java 25
            addPackages(elements.getModuleElement(name));
        } else if (name.endsWith(".*")) {
            imported.add(name.substring(0, name.length() - ".*".length()));
        }
    }

    /** @param module null if there is none of this name */
    private void addPackages(ModuleElement module) {
        if (module != null) {
            for (ExportsDirective exports : ElementFilter.exportsIn(module.getDirectives())) {
                imported.add(exports.getPackage().getQualifiedName().toString());
            }
            ElementFilter.requiresIn(module.getDirectives()).stream()
                    .filter(RequiresDirective::isTransitive)
                    .forEach(requires -> addPackages(requires.getDependency()));
        }
    }

    /** The class that a simple name means, if nothing else of a file does; of several, which javac rejects, any. */
    Optional<TypeElement> find(String simpleName) {
        return imported.stream().flatMap(from -> named(from, simpleName)).findFirst();
    }

    private Stream<TypeElement> named(String from, String simpleName) {
        TypeElement type = elements.getTypeElement(from);
        if (type == null) {
            return Stream.ofNullable(elements.getTypeElement(from + "." + simpleName));
        }
        return ElementFilter.typesIn(elements.getAllMembers(type)).stream()
                .filter(member -> member.getSimpleName().contentEquals(simpleName));
    }
}
