package dev.asyncfn.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Future;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lombok in the same files, before or after this processor. What it does to declarations async fns see; what it does to
 * bodies is honoured or refused.
 */
class LombokTest {
    enum Lombok {
        FIRST,
        LAST
    }

    private static final Path JAR = Path.of("target/lombok/lombok.jar");

    @TempDir
    private static Path root;

    private static URLClassLoader lombok;
    private static final Map<Lombok, List<String>> SAID = new EnumMap<>(Lombok.class);
    private static final Map<Lombok, URLClassLoader> CLASSES = new EnumMap<>(Lombok.class);

    private static List<Path> sources(String folder) throws Exception {
        Path path = Path.of(
                LombokTest.class.getResource("/sources/lombok/" + folder).toURI());
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    /** What is said of the sources of a folder, which all are compiled at once. */
    private static List<String> compile(Lombok order, String folder, Path classes) throws Exception {
        List<Path> sources = new ArrayList<>(sources(folder));
        sources.addAll(sources("stubs")); // of the libraries that Lombok writes code for
        List<Processor> processors = new ArrayList<>();
        ServiceLoader.load(Processor.class, lombok).stream()
                .filter(provider -> provider.type().getName().startsWith("lombok."))
                .forEach(provider -> processors.add(provider.get()));
        assertThat(processors).isNotEmpty();
        processors.addAll(
                order == Lombok.FIRST ? processors.size() : 0,
                List.of(new AsyncFnProcessor(), new LocalAsyncFnProcessor()));
        List<String> options = List.of("-cp", api() + File.pathSeparator + JAR, "-d", classes.toString());
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(said, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task =
                    javac.getTask(null, files, said, options, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(processors);
            task.call();
        }
        return said.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(diagnostic -> diagnostic.getLineNumber() + ":" + diagnostic.getColumnNumber() + " "
                        + diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    private static Path api() throws URISyntaxException {
        return Path.of(
                Future.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** One that has the stubs, even if a library of the tests brings what they stand for. */
    private static URLClassLoader classLoader(Path... parts) throws IOException {
        URL[] urls = new URL[parts.length];
        for (int i = 0; i < parts.length; i++) {
            urls[i] = parts[i].toUri().toURL();
        }
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    @BeforeAll
    static void compileFine() throws Exception {
        assertThat(JAR).as("copied by the build").exists();
        lombok = new URLClassLoader(new URL[] {JAR.toUri().toURL()});
        for (Lombok order : Lombok.values()) {
            Path classes = Files.createDirectory(root.resolve(order.name()));
            SAID.put(order, compile(order, "fine", classes));
            CLASSES.put(order, classLoader(classes, api(), JAR));
        }
    }

    @AfterAll
    static void close() throws IOException {
        lombok.close();
        for (URLClassLoader classes : CLASSES.values()) {
            classes.close();
        }
    }

    static Stream<Arguments> fine() throws Exception {
        List<String> names = sources("fine").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .toList();
        return Stream.of(Lombok.values()).flatMap(order -> names.stream().map(name -> Arguments.of(name, order)));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSaidOfWhatLombokDoesToDeclarations(Lombok order) {
        assertThat(SAID.get(order)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fine")
    void theFutureDoesWhatTheBodyDoes(String name, Lombok order) throws Exception {
        Class<?> type = CLASSES.get(order).loadClass(name);
        assertThat(call(type, "future")).isNotEmpty().isEqualTo(call(type, "direct"));
    }

    private static String call(Class<?> type, String name) throws Exception {
        Method method = type.getDeclaredMethod(name);
        method.setAccessible(true);
        try {
            return (String) method.invoke(null);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
    }

    @ParameterizedTest
    @EnumSource
    void annotationsThatChangeABodyAreRefused(Lombok order) throws Exception {
        Path classes = Files.createDirectory(root.resolve("refused" + order));
        assertThat(compile(order, "refused", classes).stream()
                        .filter(said -> !said.startsWith("-1:"))
                        .map(said -> said.replaceFirst("changes the body of .*; ", "; ")))
                .containsExactly(
                        "12:5 [asyncfn:rewritten_fn] Lombok's `@Synchronized` ; remove it, and lock in the body, around"
                                + " statements that do not await",
                        "19:43 [asyncfn:rewritten_fn] Lombok's `@NonNull` ; remove it, and start the body with"
                                + " `java.util.Objects.requireNonNull(text, \"text\")`",
                        "19:65 [asyncfn:rewritten_fn] Lombok's `@NonNull` ; remove it, and start the body with"
                                + " `java.util.Objects.requireNonNull(number, \"number\")`",
                        "25:9 [asyncfn:rewritten_fn] Lombok's `@Cleanup` ; write `try (...) { ... }`",
                        "31:9 [asyncfn:rewritten_fn] Lombok's `@Data` ; move the class out of the async fn",
                        "36:13 [asyncfn:rewritten_fn] Lombok's `@SneakyThrows` ; move the class out of the async fn",
                        "54:23 [asyncfn:rewritten_fn] Lombok's `@ExtensionMethod` ; move the async fn to a class without it,"
                                + " and call the extension methods as static methods",
                        "61:9 [asyncfn:rewritten_fn] Lombok's `@Locked.Read` ; remove it, and lock in the body, around"
                                + " statements that do not await",
                        "66:9 [asyncfn:rewritten_fn] Lombok's `@Locked.Write` ; remove it, and lock in the body, around"
                                + " statements that do not await",
                        "74:9 [asyncfn:rewritten_fn] Lombok's `@Locked` ; remove it, and lock in the body, around"
                                + " statements that do not await",
                        "11:9 [asyncfn:rewritten_fn] Lombok's `@Helper` ; remove it, and call its methods on an"
                                + " instance");
    }
}
