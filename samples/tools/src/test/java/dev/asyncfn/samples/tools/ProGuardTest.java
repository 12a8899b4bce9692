package dev.asyncfn.samples.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.asyncfn.Async;
import dev.asyncfn.executor.ThreadPool;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        build = ShrunkProgram.compiled(root);
    }

    @Test
    void with_the_rules_everything_is_found_that_is_looked_for_by_name() throws Exception {
        try (URLClassLoader shrunk = shrink("-include <rules>")) {
            assertThat(ShrunkProgram.outcome(shrunk)).isEqualTo("found xy2");
        }
        assertThat(Files.size(root.resolve("small.jar"))).isLessThan(Files.size(root.resolve("app.jar")));
    }

    /** Otherwise the test above would prove nothing. */
    @Test
    void without_them_it_is_not() throws Exception {
        try (URLClassLoader shrunk = shrink("-dontwarn **")) {
            assertThat(ShrunkProgram.outcome(shrunk)).isNotEqualTo("found xy2");
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
        ShrunkProgram.pack(
                root.resolve("app.jar"),
                build.classes(),
                ShrunkProgram.jarOf(Async.class),
                ShrunkProgram.jarOf(ThreadPool.class));
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
        return ShrunkProgram.load(root.resolve("small.jar"));
    }
}
