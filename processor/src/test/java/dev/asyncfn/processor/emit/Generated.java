package dev.asyncfn.processor.emit;

import static dev.asyncfn.processor.UserClassPath.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.asyncfn.processor.AsyncFnProcessor;
import java.io.IOException;
import java.util.stream.Collectors;

/** The facades that a test looks at. */
final class Generated {
    private Generated() {}

    /**
     * The generated source of a class, without indentation.
     *
     * @param name of the class, with its package
     */
    static String stripped(String name, String source) throws IOException {
        return text(name, source).lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    /**
     * The generated source of a class.
     *
     * @param name of the class, with its package
     */
    static String text(String name, String source) throws IOException {
        return facade(name, name + "Async", source);
    }

    /**
     * One of the generated sources.
     *
     * @param name of the class, with its package
     * @param facade the same of the facade
     */
    static String facade(String name, String facade, String source) throws IOException {
        Compilation compilation =
                javac().withProcessors(new AsyncFnProcessor()).compile(JavaFileObjects.forSourceString(name, source));
        assertThat(compilation.errors()).isEmpty();
        return compilation
                .generatedSourceFile(facade)
                .orElseThrow()
                .getCharContent(false)
                .toString();
    }
}
