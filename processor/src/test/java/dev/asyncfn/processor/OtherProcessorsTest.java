package dev.asyncfn.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Future;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other processors see everything that they would see without this one, and nobody is warned of annotations without one. */
class OtherProcessorsTest {
    private static final String USERS = """
            final class Users {
                @dev.asyncfn.AsyncFn
                static int load(int id) {
                    return id;
                }
            }
            """;
    private static final String FIRST_ROUND = "NOTE round 1 of [Users] for [AsyncFn]";
    private static final List<String> ALL_ROUNDS = List.of(
            FIRST_ROUND,
            "NOTE round 2 of [UsersAsync] for [Generated, Override, SuppressWarnings]",
            "NOTE round 3 of [] for []");

    @TempDir
    private Path root;

    /** A folder for the processor path, with a services file. */
    private Path services(Class<?>... processors) throws IOException {
        Path folder = Files.createTempDirectory(root, "services");
        Path file = folder.resolve("META-INF/services/" + Processor.class.getName());
        Files.createDirectories(file.getParent());
        String comment = "# the processors of this folder\n";
        Files.writeString(
                file, Stream.of(processors).map(p -> p.getName() + " # one\n").reduce(comment, String::concat));
        return folder;
    }

    private static Path ownServices() throws IOException, URISyntaxException {
        return Path.of(AsyncFnProcessor.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    /** What is said of {@link #USERS}, compiled with the processors that javac finds on a path of its own. */
    private List<String> discovered(String source, Path... path) throws IOException, URISyntaxException {
        return compile(source, List.of(), path);
    }

    /** The same, with options, which may name the processors. */
    private List<String> compile(String source, List<String> options, Path... path)
            throws IOException, URISyntaxException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<URL> urls = new ArrayList<>();
        for (Path folder : path) {
            urls.add(url(folder));
        }
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(url(Path.of(entry)));
        }
        // The path of a separate javac has nothing of the class path that these tests run with.
        try (URLClassLoader loader =
                        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
                StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, null)) {
            JavaFileManager manager = new ForwardingJavaFileManager<>(files) {
                @Override
                public boolean hasLocation(Location location) {
                    return location == StandardLocation.ANNOTATION_PROCESSOR_PATH || super.hasLocation(location);
                }

                @Override
                public ClassLoader getClassLoader(Location location) {
                    return location == StandardLocation.ANNOTATION_PROCESSOR_PATH
                            ? loader
                            : super.getClassLoader(location);
                }
            };
            return compile(javac, manager, source, null, options);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> named(Processor... processors) throws IOException, URISyntaxException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, null)) {
            return compile(javac, files, USERS, Arrays.asList(processors), List.of());
        }
    }

    private List<String> compile(
            JavaCompiler javac, JavaFileManager manager, String source, List<Processor> processors, List<String> more)
            throws URISyntaxException {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        Path api = Path.of(
                Future.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> options = new ArrayList<>(List.of("-Xlint:all", "-cp", api.toString(), "-d", root.toString()));
        options.addAll(more);
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Users.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        JavaCompiler.CompilationTask task = javac.getTask(null, manager, said, options, null, List.of(file));
        if (processors != null) {
            task.setProcessors(processors);
        }
        task.call();
        return said.getDiagnostics().stream().map(OtherProcessorsTest::describe).toList();
    }

    private static String describe(Diagnostic<?> diagnostic) {
        return diagnostic.getKind() + " "
                + diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse("");
    }

    @Test
    void aProcessorForEverythingThatComesLaterOnThePathTakesPartInAllRounds() throws Exception {
        assertThat(discovered(USERS, ownServices(), services(RecordingProcessor.class)))
                .containsAll(ALL_ROUNDS);
    }

    @Test
    void aProcessorForEverythingThatIsNamedLaterTakesPartInAllRounds() throws Exception {
        assertThat(named(new AsyncFnProcessor(), new LocalAsyncFnProcessor(), new RecordingProcessor()))
                .containsAll(ALL_ROUNDS);
    }

    /** It need not be in a services file then, as the Checker Framework is in none. */
    @Test
    void soItIsIfTheOptionsNameBothByTheirClasses() throws Exception {
        List<String> names = Stream.of(
                        DiscoveredAsyncFnProcessor.class, LocalAsyncFnProcessor.class, RecordingProcessor.class)
                .map(Class::getName)
                .toList();
        assertThat(compile(USERS, List.of("-processor", String.join(",", names)), ownServices()))
                .containsAll(ALL_ROUNDS);
    }

    @Test
    void asyncFnsMayHaveAnotherProcessorBesides() throws Exception {
        assertThat(named(new AsyncFnProcessor(), new RecordingProcessor("dev.asyncfn.*")))
                .contains(FIRST_ROUND);
    }

    @Test
    void nobodyIsWarnedOfAnnotationsWithoutAProcessor() throws Exception {
        assertThat(discovered(USERS, ownServices())).isEmpty();
    }

    /** As without asyncfn, when there is no processor that javac could miss. */
    @Test
    void norOfAnnotationsThatAreNotForAsyncfn() throws Exception {
        String marked = "@Users.Marked " + USERS.replace("{\n    @dev", "{\n    @interface Marked {}\n\n    @dev");
        assertThat(marked).contains("@interface");
        assertThat(discovered(marked, ownServices())).isEmpty();
        String unmarked = marked.replace("@dev.asyncfn.AsyncFn", "");
        assertThat(discovered(unmarked, ownServices())).isEmpty();
    }

    @Test
    void norIfAllOthersComeEarlierOnThePath() throws Exception {
        assertThat(discovered(USERS, services(RecordingProcessor.class), ownServices()))
                .containsExactlyElementsOf(ALL_ROUNDS);
    }
}
