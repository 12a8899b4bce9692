package dev.asyncfn.processor.differential;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What dropping a future has to run, by a blocking run of its body: an exception is thrown where the future is
 * suspended. No catch clause may see a drop, so the bodies are rewritten first: a clause of a try that had been entered
 * by then throws what it caught. One that the cleanup itself enters works as ever.
 */
final class DropReference extends TreeScanner<Void, Void> {
    private static final String TRACE = Trace.class.getName();

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final Map<Integer, String> insertions = new TreeMap<>();
    private int tries;

    private DropReference(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
    }

    /** Writes the files anew, into an empty folder. */
    static List<Path> rewritten(List<Path> files, Path folder) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<Path> results = new ArrayList<>();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) javac.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                Path file = folder.resolve(
                        Corpus.root().relativize(Path.of(unit.getSourceFile().toUri())));
                Files.createDirectories(file.getParent());
                results.add(Files.writeString(file, new DropReference(unit, positions).text()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return results;
    }

    private String text() throws IOException {
        scan(unit, null);
        CharSequence source = unit.getSourceFile().getCharContent(true);
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (Map.Entry<Integer, String> insertion : insertions.entrySet()) {
            text.append(source, copied, insertion.getKey()).append(insertion.getValue());
            copied = insertion.getKey();
        }
        return text.append(source, copied, source.length()).toString();
    }

    @Override
    public Void visitTry(TryTree attempt, Void nothing) {
        if (!attempt.getCatches().isEmpty()) {
            String entered = "enteredWhileDropping" + tries++;
            insertions.merge(
                    start(attempt), "{ boolean " + entered + " = " + TRACE + ".isDropping(); ", String::concat);
            for (CatchTree clause : attempt.getCatches()) {
                insertions.put(
                        start(clause.getBlock()) + 1,
                        " if (" + TRACE + ".isDropping() && !" + entered + ") throw " + TRACE + ".asIs("
                                + parameterOf(clause) + ");");
            }
            insertions.merge(end(attempt), "}", String::concat);
        }
        return super.visitTry(attempt, nothing);
    }

    /** The name of what is caught; an unnamed one is given one. */
    private String parameterOf(CatchTree clause) {
        String name = clause.getParameter().getName().toString();
        if (!name.isEmpty() && !name.equals("_")) {
            return name;
        }
        insertions.put(end(clause.getParameter()), "caught");
        return "_caught";
    }

    private int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    private int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }
}
