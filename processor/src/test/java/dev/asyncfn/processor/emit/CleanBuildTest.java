package dev.asyncfn.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Future;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that give no warning by themselves, because they avoid or suppress it, give none with what is generated. */
class CleanBuildTest {
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    private Path output;

    private static Path folder() throws URISyntaxException {
        return Path.of(CleanBuildTest.class.getResource("/sources/lints").toURI());
    }

    private static String api() throws URISyntaxException {
        return Path.of(Future.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
    }

    /** What javac says; nothing if all is well. */
    private String compile(List<String> options, boolean withModule) throws Exception {
        List<String> all = new ArrayList<>(List.of("-Xlint:all", "-Werror", "-Xmaxwarns", "1000"));
        all.addAll(List.of("-d", output.toString(), "-s", output.toString()));
        all.addAll(options);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (Stream<Path> files = Files.walk(folder());
                StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> withModule || !file.endsWith("module-info.java"))
                    .sorted()
                    .toList();
            javac.getTask(said, manager, null, all, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return said.toString();
    }

    @Test
    void theSourcesThemselvesGiveNoWarnings() throws Exception {
        assertThat(compile(List.of("-proc:none", "-p", api()), true)).isEmpty();
    }

    @Test
    void generatedSourcesOfAModuleGiveNoWarnings() throws Exception {
        assertThat(compile(List.of("-processorpath", CLASS_PATH, "-p", api()), true))
                .isEmpty();
        assertThat(output.resolve("lib/api/Api_OldAsync.class")).exists();
    }

    @Test
    void generatedSourcesOnAClassPathGiveNoWarnings() throws Exception {
        assertThat(compile(List.of("-processorpath", CLASS_PATH, "-cp", api()), false))
                .isEmpty();
        assertThat(output.resolve("lib/api/Api_OldAsync.class")).exists();
    }
}
