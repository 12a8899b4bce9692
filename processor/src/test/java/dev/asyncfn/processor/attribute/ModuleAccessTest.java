package dev.asyncfn.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.processor.AsyncFnProcessor;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A common superclass that its module does not export is not named by generated code. */
class ModuleAccessTest {
    private static final String BODY = """
            package app;
            import lib.api.*;
            class Users {
                @dev.asyncfn.AsyncFn
                static String name(boolean first, java.util.concurrent.CompletableFuture<Integer> f) {
                    var user = first ? new First() : new Second();
                    int n = dev.asyncfn.Async.await(f);
                    Named named = user;
                    return named.name() + n;
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void ofAClassThatIsNotExportedTheNearestTypeIsTaken() throws Exception {
        compile(
                "lib",
                List.of(),
                write("lib", "module-info", "module lib { exports lib.api; }"),
                write("lib", "lib/api/Named", "package lib.api; public interface Named { String name(); }"),
                write(
                        "lib",
                        "lib/internal/Base",
                        "package lib.internal; public abstract class Base implements lib.api.Named {"
                                + " public String name() { return \"\"; } }"),
                write("lib", "lib/api/First", "package lib.api; public class First extends lib.internal.Base {}"),
                write("lib", "lib/api/Second", "package lib.api; public class Second extends lib.internal.Base {}"));
        compile(
                "app",
                List.of(new AsyncFnProcessor()),
                write("app", "module-info", "module app { requires lib; requires dev.asyncfn; }"),
                write("app", "app/Users", BODY));
        assertThat(Files.readString(folder.resolve("app.out/app/UsersAsync.java")))
                .contains("private Named user;")
                .doesNotContain("lib.internal");
    }

    private Path write(String module, String name, String text) throws Exception {
        Path file = folder.resolve(module).resolve(name + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void compile(String module, List<Processor> processors, Path... sources) throws Exception {
        Path api = Path.of(
                Async.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path out = Files.createDirectories(folder.resolve(module + ".out"));
        List<String> options = new ArrayList<>(List.of("-d", out.toString(), "-s", out.toString(), "-p"));
        options.add(folder.resolve("lib.out") + java.io.File.pathSeparator + api);
        if (processors.isEmpty()) {
            options.add("-proc:none");
        }
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task =
                    javac.getTask(messages, files, null, options, null, files.getJavaFileObjects(sources));
            if (!processors.isEmpty()) {
                task.setProcessors(processors);
            }
            assertThat(task.call()).as(messages.toString()).isTrue();
        }
    }
}
