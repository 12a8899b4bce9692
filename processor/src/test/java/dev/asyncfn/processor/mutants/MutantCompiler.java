package dev.asyncfn.processor.mutants;

import com.sun.source.util.JavacTask;
import dev.asyncfn.processor.UserClassPath;
import dev.asyncfn.processor.fuzz.MemoryFiles;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a file with and without the processor. */
final class MutantCompiler {
    /** Without sources of other files, which stand on the class path of the tests. */
    private static final List<String> OPTIONS =
            List.of("-cp", UserClassPath.text(), "-sourcepath", "", "-nowarn", "-Xmaxerrs", "0");

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    /** Kept open, since it caches the class path. */
    private final JavaFileManager libraries = javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    private final Supplier<List<Processor>> processors;

    MutantCompiler(Supplier<List<Processor>> processors) {
        this.processors = processors;
    }

    List<Said> without(String name, String text) {
        return compile(name, text, List.of(new NoProcessor()));
    }

    List<Said> with(String name, String text) {
        return compile(name, text, processors.get());
    }

    private List<Said> compile(String name, String text, List<Processor> running) {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        StringWriter crash = new StringWriter();
        MemoryFiles files = new MemoryFiles(libraries, source -> source);
        JavacTask task =
                (JavacTask) javac.getTask(crash, files, said, OPTIONS, null, List.of(MemoryFiles.source(name, text)));
        task.setProcessors(running);
        boolean done = task.call();
        List<Said> found =
                new ArrayList<>(said.getDiagnostics().stream().map(Said::of).toList());
        if (!done && found.stream().noneMatch(Said::isError)) {
            found.add(new Said("", Diagnostic.Kind.ERROR, -1, -1, crash.toString()));
        }
        return found;
    }
}
