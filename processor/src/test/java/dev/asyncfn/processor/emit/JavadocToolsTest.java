package dev.asyncfn.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the user's Javadoc holds, {@code javac -Xdoclint} and {@code javadoc} find no mistake in generated files. */
class JavadocToolsTest {
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    private Path output;

    private Path classes;
    private Path generated;

    @BeforeEach
    void createFolders() throws IOException {
        classes = Files.createDirectories(output.resolve("classes"));
        generated = Files.createDirectories(output.resolve("generated"));
    }

    private static List<Path> sources(String folder) throws IOException, URISyntaxException {
        return javaFiles(
                Path.of(JavadocToolsTest.class.getResource("/sources/" + folder).toURI()));
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    /** What javac finds in generated files, each with its line. */
    private List<String> javac(String folder, String doclint) throws Exception {
        List<String> options = new ArrayList<>(List.of("-Xmaxerrs", "1000", "-Xmaxwarns", "1000", doclint));
        options.addAll(List.of("-d", classes.toString(), "-s", generated.toString(), "-processorpath", CLASS_PATH));
        JavaCompiler javac = javax.tools.ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(found, Locale.ROOT, null)) {
            javac.getTask(null, manager, found, options, null, manager.getJavaFileObjectsFromPaths(sources(folder)))
                    .call();
        }
        assertThat(javaFiles(generated)).isNotEmpty();
        List<String> inGenerated = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> d : found.getDiagnostics()) {
            if (d.getSource() != null && Path.of(d.getSource().toUri()).startsWith(generated)) {
                List<String> lines = Files.readAllLines(Path.of(d.getSource().toUri()));
                inGenerated.add(d.getMessage(Locale.ROOT) + ": "
                        + lines.get((int) d.getLineNumber() - 1).strip());
            }
        }
        return inGenerated;
    }

    /** What javadoc says, the user's classes being on the class path. */
    private String javadoc(String access, List<Path> files) {
        List<String> arguments = new ArrayList<>(List.of("-quiet", "-Werror", "-Xdoclint:all,-missing", access));
        arguments.addAll(List.of("-d", output.resolve("doc").toString()));
        arguments.addAll(List.of("-cp", classes + File.pathSeparator + CLASS_PATH));
        files.forEach(file -> arguments.add(file.toString()));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int exit = ToolProvider.findFirst("javadoc").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        return exit == 0 ? said.toString() : said + "exit code " + exit;
    }

    @Test
    void doclintFindsNothingInFilesOfGoodAndOfBrokenJavadoc() throws Exception {
        assertThat(javac("docs", "-Xdoclint:all,-missing")).isEmpty();
    }

    /** The user's own text is copied as it is. */
    @Test
    void whatIsGeneratedIsDocumented() throws Exception {
        assertThat(javac("simple", "-Xdoclint:all")).isEmpty();
    }

    /** Which doclint itself does not look into: they are no members there. */
    @Test
    @EnabledForJreRange(minVersion = 18)
    void doclintDoesNotMissCommentsOfClassesOfBodies() throws Exception {
        assertThat(javac("lifted", "-Xdoclint:all")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-protected", "-private"})
    void javadocFindsNothingInGeneratedFiles(String access) throws Exception {
        javac("docs", "-Xdoclint:none");
        assertThat(javadoc(access, javaFiles(generated))).isEmpty();
    }

    @Test
    void javadocFindsNothingInTheUsersFilesAndTheGeneratedOnesTogether() throws Exception {
        javac("docs", "-Xdoclint:none");
        List<Path> files = new ArrayList<>();
        Stream.of(sources("docs"), javaFiles(generated))
                .flatMap(List::stream)
                .filter(file -> !file.toString().contains("Broken"))
                .forEach(files::add);
        assertThat(javadoc("-private", files)).isEmpty();
    }

    @Test
    @EnabledForJreRange(minVersion = 23)
    void doclintFindsNothingInFilesOfMarkdown() throws Exception {
        assertThat(javac("docs23", "-Xdoclint:all,-missing")).isEmpty();
    }

    @Test
    @EnabledForJreRange(minVersion = 23)
    void javadocFindsNothingInFilesOfMarkdown() throws Exception {
        javac("docs23", "-Xdoclint:none");
        assertThat(javadoc("-private", javaFiles(generated))).isEmpty();
    }
}
