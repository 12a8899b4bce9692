package dev.asyncfn.samples.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.asyncfn.Async;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import proguard.Configuration;
import proguard.ConfigurationParser;
import proguard.ProGuard;

/** A program that was shrunk, renamed and optimized runs with the rules that the api's jar brings along. */
@Tag("long")
class ProGuardTest {
    private static final String RULES = "/META-INF/proguard/asyncfn.pro";

    @TempDir
    private Path root;

    private Build build;

    @BeforeEach
    void compile() throws IOException {
        build = new Build(root).source("""
                package app;

                import static dev.asyncfn.Async.await;

                import dev.asyncfn.*;
                import java.util.stream.Stream;

                public final class App {
                    private int calls = 1;

                    private String secret(String text) {
                        return text + calls;
                    }

                    interface Repo {
                        @AsyncFn
                        String find(String key);
                    }

                    static final class Memory implements Repo {
                        @AsyncFn
                        @Override
                        public String find(String key) {
                            return "found " + await(Future.ready(key)) + how();
                        }
                    }

                    static String how() {
                        return Stream.of(new Throwable().getStackTrace())
                                .anyMatch(frame -> frame.getMethodName().equals("blockOn")) ? " blocked" : "";
                    }

                    @AsyncFn
                    String get(Repo repo, String key) {
                        calls++;
                        return secret(await(App_RepoAsync.find(repo, key)));
                    }

                    public static Object run() throws Exception {
                        Future<String> future = AppAsync.get(new App(), new Memory(), "x");
                        return ((Poll.Ready<String>) future.poll(Context.fromWaker(Waker.noop()))).value();
                    }
                }
                """);
        build.compileCleanly(List.of());
    }

    @Test
    void with_the_rules_bridges_and_tables_are_found() throws Exception {
        try (URLClassLoader shrunk = shrink("-include <rules>")) {
            assertThat(shrunk.loadClass("app.App").getDeclaredMethod("run").invoke(null))
                    .isEqualTo("found x2");
        }
        assertThat(Files.size(root.resolve("small.jar"))).isLessThan(Files.size(root.resolve("app.jar")));
    }

    /** Otherwise the test above would prove nothing. */
    @Test
    void without_them_they_are_not() throws Exception {
        try (URLClassLoader shrunk = shrink("-dontwarn java.lang.invoke.**")) {
            assertThat(shrunk.loadClass("app.App").getDeclaredMethod("run"))
                    .satisfies(run -> assertThat(outcome(run)).isNotEqualTo("found x2"));
        }
    }

    private static Object outcome(Method run) {
        try {
            return run.invoke(null);
        } catch (ReflectiveOperationException e) {
            return e;
        }
    }

    @Test
    void r8_and_the_android_plugin_find_the_same_rules() throws IOException {
        assertThat(rules("/META-INF/com.android.tools/r8/asyncfn.pro")).isEqualTo(rules(RULES));
        assertThat(rules("/META-INF/com.android.tools/proguard/asyncfn.pro")).isEqualTo(rules(RULES));
    }

    private static String rules(String resource) throws IOException {
        try (InputStream in = Async.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The program and the api in one jar, after ProGuard. */
    private URLClassLoader shrink(String rules) throws Exception {
        // ProGuard reads the platform there; some JDKs come without.
        assumeThat(Path.of(System.getProperty("java.home"), "jmods", "java.base.jmod"))
                .exists();
        Path included = Files.writeString(root.resolve("rules.pro"), rules(RULES));
        Path api = Path.of(
                Async.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        pack(root.resolve("app.jar"), build.classes(), api);
        String options = String.join(
                "\n",
                "-injars app.jar",
                "-outjars small.jar",
                "-libraryjars <java.home>/jmods/java.base.jmod(!**.jar;!module-info.class)",
                "-libraryjars <java.home>/jmods/java.compiler.jmod(!**.jar;!module-info.class)",
                "-keep class app.App { public static java.lang.Object run(); }",
                rules.replace("<rules>", included.toString()));
        Configuration configuration = new Configuration();
        try (ConfigurationParser parser =
                new ConfigurationParser(options, "the test", root.toFile(), System.getProperties())) {
            parser.parse(configuration);
        }
        new ProGuard(configuration).execute();
        URL[] path = {root.resolve("small.jar").toUri().toURL()};
        return new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
    }

    private static void pack(Path jar, Path... inputs) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path input : inputs) {
                if (Files.isDirectory(input)) {
                    add(input, zip);
                } else {
                    try (FileSystem inside = FileSystems.newFileSystem(input)) {
                        add(inside.getPath("/"), zip);
                    }
                }
            }
        }
    }

    private static void add(Path folder, ZipOutputStream zip) throws IOException {
        List<Path> classes;
        try (Stream<Path> files = Files.walk(folder)) {
            classes = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.toString().endsWith("module-info.class"))
                    .sorted()
                    .toList();
        }
        for (Path file : classes) {
            zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
            Files.copy(file, zip);
        }
    }
}
