package dev.asyncfn.samples.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.android.tools.r8.D8;
import com.android.tools.r8.D8Command;
import com.android.tools.r8.Diagnostic;
import com.android.tools.r8.DiagnosticsHandler;
import com.android.tools.r8.R8;
import com.android.tools.r8.R8Command;
import com.android.tools.r8.origin.Origin;
import dev.asyncfn.Async;
import dev.asyncfn.executor.ThreadPool;
import java.io.InputStream;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tools of the Android build, as far as they need no SDK: R8 shrinks to class files, and D8 translates. */
@Tag("long")
class R8Test {
    @TempDir
    private Path root;

    private final List<String> warnings = new ArrayList<>();

    private final DiagnosticsHandler noting = new DiagnosticsHandler() {
        @Override
        public void warning(Diagnostic warning) {
            warnings.add(warning.getDiagnosticMessage());
        }
    };

    private Path program() throws Exception {
        Path jar = root.resolve("app.jar");
        ShrunkProgram.pack(
                jar,
                ShrunkProgram.compiled(root).classes(),
                ShrunkProgram.jarOf(Async.class),
                ShrunkProgram.jarOf(ThreadPool.class));
        return jar;
    }

    private URLClassLoader shrunk(Path rules) throws Exception {
        Path small = root.resolve("small.jar");
        String[] arguments = {
            "--release",
            "--classfile",
            "--output",
            small.toString(),
            "--lib",
            System.getProperty("java.home"),
            "--pg-conf",
            rules.toString(),
            program().toString()
        };
        R8.run(R8Command.parse(arguments, Origin.root(), noting).build());
        return ShrunkProgram.load(small);
    }

    private Path rules(String more) throws Exception {
        String entry = "-keep class app.App { public static java.lang.Object run(); }\n";
        return Files.writeString(root.resolve("rules.pro"), entry + more);
    }

    private static String ownRules() throws Exception {
        try (InputStream in = Async.class.getResourceAsStream("/META-INF/com.android.tools/r8/asyncfn.pro")) {
            return new String(in.readAllBytes());
        }
    }

    @Test
    void with_the_rules_everything_is_found_that_is_looked_for_by_name() throws Exception {
        try (URLClassLoader shrunk = shrunk(rules(ownRules()))) {
            assertThat(ShrunkProgram.outcome(shrunk)).isEqualTo("found xy2");
        }
        assertThat(warnings).isEmpty();
        assertThat(Files.size(root.resolve("small.jar"))).isLessThan(Files.size(root.resolve("app.jar")));
    }

    /** Otherwise the test above would prove nothing. */
    @Test
    void without_them_it_is_not() throws Exception {
        try (URLClassLoader shrunk = shrunk(rules(""))) {
            assertThat(ShrunkProgram.outcome(shrunk)).isNotEqualTo("found xy2");
        }
    }

    @Test
    void d8_translates_the_api_the_runtime_and_generated_code_from_api_level_26_on() throws Exception {
        translate(26, program());
        assertThat(warnings).isEmpty();
        assertThat(root.resolve("dex26/classes.dex")).isNotEmptyFile();

        translate(25, root.resolve("app.jar")); // which has no method handles
        assertThat(warnings).isNotEmpty();
    }

    private void translate(int level, Path jar) throws Exception {
        Path output = Files.createDirectory(root.resolve("dex" + level));
        String[] arguments = {
            "--release",
            "--min-api",
            "" + level,
            "--lib",
            System.getProperty("java.home"),
            "--output",
            "" + output,
            jar.toString()
        };
        D8.run(D8Command.parse(arguments, Origin.root(), noting).build());
    }
}
