package dev.asyncfn.processor.symbols;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.asyncfn.processor.UserClassPath.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.asyncfn.processor.AsyncFnProcessor;
import dev.asyncfn.processor.UserClassPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Classes with async fns, and the facades that were generated from them, by their names. */
record Processed(Map<String, JavaFileObject> sources, Map<String, String> facades) {
    static final List<String> CLASS_PATH = List.of("-cp", UserClassPath.text());
    /** Kept open, since it caches the class path. */
    private static final JavaFileManager FILES =
            ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    /** Processes all at once. */
    static Processed of(Map<String, String> sources) {
        Map<String, JavaFileObject> files = new TreeMap<>();
        sources.forEach((name, text) -> files.put(name, JavaFileObjects.forSourceString(name, text)));
        Compilation compilation = javac().withProcessors(new AsyncFnProcessor()).compile(files.values());
        assertThat(compilation).succeeded();
        Map<String, String> facades = new TreeMap<>();
        compilation.generatedSourceFiles().forEach(file -> facades.put(name(file), text(file)));
        return new Processed(files, facades);
    }

    List<Difference> compare() {
        return compare(UnaryOperator.identity());
    }

    /** All of them, and their facades after a change. */
    List<Difference> compare(UnaryOperator<String> change) {
        List<JavaFileObject> all = new ArrayList<>(sources.values());
        facades.forEach((name, text) -> all.add(JavaFileObjects.forSourceString(name, change.apply(text))));
        return compare(all);
    }

    /** One class, and its facade after a change. */
    List<Difference> compare(String name, UnaryOperator<String> change) {
        String facade = name + "Async";
        String changed = change.apply(facades.get(facade));
        return compare(List.of(sources.get(name), JavaFileObjects.forSourceString(facade, changed)));
    }

    static List<Difference> compare(List<JavaFileObject> files) {
        return SymbolComparison.of(Attributed.of(FILES, files, CLASS_PATH)).differences();
    }

    private static String name(JavaFileObject file) {
        return file.getName().replaceFirst("^/?SOURCE_OUTPUT/", "").replaceFirst("\\.java$", "");
    }

    private static String text(JavaFileObject file) {
        try {
            return file.getCharContent(true).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
