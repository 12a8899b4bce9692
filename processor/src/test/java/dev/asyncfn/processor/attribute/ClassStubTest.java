package dev.asyncfn.processor.attribute;

import static dev.asyncfn.processor.attribute.AttributionTest.walk;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** The inner compiler sees classes of every origin as the outer one does. */
class ClassStubTest {
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    Path output;

    private void compile(JavaFileObject... sources) {
        List<String> options = List.of("-proc:none", "-Xlint:none", "-d", output.toString());
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .getTask(null, null, null, options, null, List.of(sources))
                        .call())
                .isTrue();
    }

    /** The jar or folder of the class path that has a class. */
    private static String origin(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    @Test
    void ofTheClassPath() {
        compile(Probe.resource("lib", "Lib"));
        String classPath = CLASS_PATH + java.io.File.pathSeparator + output;
        walk(List.of("-classpath", classPath), 100, Probe.resource("use", "UsesLibrary"));
    }

    @Test
    void ofOtherSources() {
        walk(List.of(), 100, Probe.resource("use", "UsesLibrary"), Probe.resource("lib", "Lib"));
    }

    @Test
    void ofANamedModule() throws Exception {
        compile(Probe.source("module-info", "module my.lib { exports lib; }"), Probe.resource("lib", "Lib"));
        String modulePath = output + java.io.File.pathSeparator + origin(dev.asyncfn.Future.class);
        walk(
                List.of("--module-path", modulePath),
                100,
                Probe.source("module-info", "module my.app { requires dev.asyncfn; requires my.lib; }"),
                Probe.resource("use", "UsesLibrary"));
    }

    @Test
    void ofAnAutomaticModule() throws Exception {
        List<String> path = new ArrayList<>(Arrays.asList(CLASS_PATH.split(java.io.File.pathSeparator)));
        path.removeIf(entry -> !entry.contains("guava") && !entry.contains("failureaccess"));
        assertThat(path).isNotEmpty();
        path.add(origin(dev.asyncfn.Future.class));
        walk(
                List.of("--module-path", String.join(java.io.File.pathSeparator, path)),
                50,
                Probe.source("module-info", "module my.app { requires dev.asyncfn; requires com.google.common; }"),
                Probe.resource("use", "UsesGuava"));
    }

    @Test
    void ofALibraryWithDeepGenerics() {
        walk(List.of(), 50, Probe.resource("use", "UsesGuava"));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void ofAModuleThatIsImportedAsSuch() throws Exception {
        compile(
                Probe.source("module-info", "module my.lib { exports lib; exports other; exports hidden to x; }"),
                Probe.resource("lib", "Lib"),
                Probe.source("other.Other", "package other; public class Other {}"),
                Probe.source("hidden.Lib", "package hidden; public class Lib {}"));
        String modulePath = output + java.io.File.pathSeparator + origin(dev.asyncfn.Future.class);
        walk(
                List.of("--module-path", modulePath),
                100,
                Probe.source("module-info", "module my.app { requires dev.asyncfn; requires my.lib; }"),
                Probe.source(
                        "use.UsesLibrary",
                        Probe.text("UsesLibrary")
                                .replace("import lib.Lib;", "import m\\u006fdule // my.app;\n my . lib ;")));
    }
}
