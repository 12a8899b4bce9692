package dev.asyncfn.corpus;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** A library's sources as javac understands them. */
record Attributed(List<CompilationUnitTree> units, Trees trees, Types types, Map<URI, SourceFile> files) {
    static Attributed of(JavacTask task, List<SourceFile> sources) throws IOException {
        List<CompilationUnitTree> units = new ArrayList<>();
        task.parse().forEach(units::add);
        Map<URI, SourceFile> files = sources.stream().collect(Collectors.toMap(SourceFile::toUri, file -> file));
        return new Attributed(units, Trees.instance(task), task.getTypes(), files);
    }

    /** The unit's own file object is javac's wrapper. */
    SourceFile file(CompilationUnitTree unit) {
        return files.get(unit.getSourceFile().toUri());
    }

    Element element(TreePath path) {
        return trees.getElement(path);
    }

    TypeMirror type(TreePath path) {
        return trees.getTypeMirror(path);
    }

    int start(CompilationUnitTree unit, Tree tree) {
        return (int) positions().getStartPosition(unit, tree);
    }

    int end(CompilationUnitTree unit, Tree tree) {
        return (int) positions().getEndPosition(unit, tree);
    }

    String text(CompilationUnitTree unit, Tree tree) {
        return file(unit).text().substring(start(unit, tree), end(unit, tree));
    }

    private SourcePositions positions() {
        return trees.getSourcePositions();
    }
}
