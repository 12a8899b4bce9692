package dev.asyncfn.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.parse.OriginalUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.element.ModuleElement.RequiresDirective;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * A file as the inner compiler reads it.
 *
 * @param edits in the order of their places in the file
 */
record InnerText(String text, List<Edit> edits) {
    /** How javac prints the tree. */
    private static final Pattern MODULE_IMPORT = Pattern.compile("import module (\\S+);");

    static InnerText of(CompilationUnitTree unit, List<MethodSource> asyncFns, Trees trees, Elements elements) {
        String text = asyncFns.get(0).file().text();
        SourcePositions positions = trees.getSourcePositions();
        Set<Long> ends = asyncFns.stream()
                .map(source -> positions.getEndPosition(unit, source.path().getLeaf()))
                .collect(Collectors.toSet());
        List<Edit> edits = new ArrayList<>(importPackages(text, unit, positions, elements));
        if (!Rewritten.isLikely(unit, positions)) {
            return edited(IrrelevantBodies.blank(text, unit, positions, ends), edits);
        }
        OriginalUnit original = OriginalUnit.parse(text);
        edits.addAll(Rewritten.edits(unit, positions, original));
        return edited(IrrelevantBodies.blank(text, original.tree(), original.positions(), ends), edits);
    }

    private static InnerText edited(String text, List<Edit> edits) {
        List<Edit> sorted = edits.stream()
                .sorted(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end))
                .toList();
        StringBuilder result = new StringBuilder(text);
        for (int i = sorted.size() - 1; i >= 0; i--) {
            Edit edit = sorted.get(i);
            result.replace(edit.start(), edit.end(), edit.text());
        }
        return new InnerText(result.toString(), sorted);
    }

    /** How far what stands at an offset of the file has moved. */
    int shiftAt(int offset) {
        return edits.stream()
                .takeWhile(edit -> edit.end() <= offset)
                .mapToInt(Edit::growth)
                .sum();
    }

    /** The offset in the file of what stands here at one; of something inserted, where it was inserted. */
    int original(int offset) {
        int shift = 0;
        for (Edit edit : edits) {
            int start = edit.start() + shift;
            if (offset < start) {
                break;
            }
            if (offset < start + edit.text().length()) {
                return edit.start();
            }
            shift += edit.growth();
        }
        return offset - shift;
    }

    /**
     * Imports the packages of the modules that the file imports as such: the inner compilation has no modules but the
     * platform's.
     */
    private static List<Edit> importPackages(
            String text, CompilationUnitTree unit, SourcePositions positions, Elements elements) {
        List<Edit> edits = new ArrayList<>();
        for (ImportTree tree : unit.getImports()) {
            int start = (int) positions.getStartPosition(unit, tree);
            if (start < 0) {
                continue; // another processor's
            }
            Matcher matcher = MODULE_IMPORT.matcher(tree.toString().strip());
            ModuleElement module = matcher.matches() ? elements.getModuleElement(matcher.group(1)) : null;
            if (module != null && !PlatformOptions.isPlatform(module)) {
                Set<String> packages = new TreeSet<>();
                addExports(module, packages);
                StringBuilder imports = new StringBuilder();
                packages.forEach(name -> imports.append("import ").append(name).append(".*;"));
                int end = (int) positions.getEndPosition(unit, tree);
                edits.add(new Edit(start, end, imports.toString()));
            }
        }
        return edits;
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
