package dev.asyncfn.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.element.ModuleElement.RequiresDirective;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * A file as the inner compiler reads it.
 *
 * @param shift how far everything after the imports has moved
 */
record InnerText(String text, int shift) {
    private static final Pattern MODULE_IMPORT = Pattern.compile("import\\s+module\\s+([\\w.$]+)\\s*;");

    static InnerText of(CompilationUnitTree unit, List<MethodSource> asyncFns, Trees trees, Elements elements) {
        String text = asyncFns.get(0).file().text();
        String blanked = IrrelevantBodies.blank(text, unit, trees, asyncFns);
        return importPackages(blanked, unit, trees.getSourcePositions(), elements);
    }

    /**
     * Imports the packages of the modules that the file imports as such: the inner compilation has no modules but the
     * platform's.
     */
    private static InnerText importPackages(
            String text, CompilationUnitTree unit, SourcePositions positions, Elements elements) {
        StringBuilder result = new StringBuilder(text);
        for (ImportTree tree : unit.getImports()) {
            int shift = result.length() - text.length();
            int start = (int) positions.getStartPosition(unit, tree) + shift;
            Matcher matcher = MODULE_IMPORT.matcher(result).region(start, result.length());
            ModuleElement module = matcher.lookingAt() ? elements.getModuleElement(matcher.group(1)) : null;
            if (module != null && !PlatformOptions.isPlatform(module)) {
                Set<String> packages = new TreeSet<>();
                addExports(module, packages);
                StringBuilder imports = new StringBuilder();
                packages.forEach(name -> imports.append("import ").append(name).append(".*;"));
                result.replace(start, matcher.end(), imports.toString());
            }
        }
        return new InnerText(result.toString(), result.length() - text.length());
    }

    private static void addExports(ModuleElement module, Set<String> packages) {
        for (ExportsDirective exports : ElementFilter.exportsIn(module.getDirectives())) {
            if (exports.getTargetModules() == null) {
                packages.add(exports.getPackage().getQualifiedName().toString());
            }
        }
        for (RequiresDirective requires : ElementFilter.requiresIn(module.getDirectives())) {
            if (requires.isTransitive()) {
                addExports(requires.getDependency(), packages);
            }
        }
    }
}
