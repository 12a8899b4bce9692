package dev.asyncfn.processor.parse;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A file as its text has it. The outer compiler's trees may be another processor's work: Lombok adds members to them,
 * and changes what is there.
 */
public record OriginalUnit(CompilationUnitTree tree, SourcePositions positions) {
    private static final List<String> ALL_SYNTAX = List.of(
            "-proc:none",
            "--enable-preview",
            "-source",
            String.valueOf(Runtime.version().feature()));

    /** Parses a file that the outer compiler has parsed before. */
    public static OriginalUnit parse(String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("no system Java compiler: this runs on a JRE without jdk.compiler");
        }
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("asyncfn:///Original.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        JavacTask task = (JavacTask) compiler.getTask(null, null, said -> {}, ALL_SYNTAX, null, List.of(file));
        try {
            CompilationUnitTree tree = task.parse().iterator().next();
            return new OriginalUnit(tree, Trees.instance(task).getSourcePositions());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
