package dev.asyncfn.processor;

import static dev.asyncfn.processor.UserClassPath.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

/** What is written beside the class files of facades, if it is asked for. */
class MapResourcesTest {
    private static final String NESTED = """
            import static dev.asyncfn.Async.await;
            import dev.asyncfn.*;
            class Outer {
                static class Users {
                    @AsyncFn
                    static String name(Future<String> future) {
                        return await(future);
                    }
                }
            }
            """;

    private static Compilation compile(String packageName, String... options) {
        String name = packageName.isEmpty() ? "Outer" : packageName + ".Outer";
        String header = packageName.isEmpty() ? "" : "package " + packageName + ";\n";
        JavaFileObject source = JavaFileObjects.forSourceString(name, header + NESTED);
        Compilation compilation = javac().withProcessors(new AsyncFnProcessor())
                .withOptions((Object[]) options)
                .compile(source);
        assertThat(compilation.diagnostics()).isEmpty();
        return compilation;
    }

    private static List<String> resources(Compilation compilation) {
        return compilation.generatedFiles().stream()
                .map(JavaFileObject::getName)
                .filter(name -> name.endsWith(".json") || name.endsWith(".html"))
                .toList();
    }

    @Test
    void nothingIsWrittenUnasked() {
        assertThat(resources(compile("app"))).isEmpty();
        assertThat(resources(compile("app", "-Aasyncfn.map=false"))).isEmpty();
    }

    @Test
    void aMapStandsBesideTheClassOfTheFacade() {
        assertThat(resources(compile("app.users", "-Aasyncfn.map=true")))
                .containsExactly("/" + StandardLocation.CLASS_OUTPUT + "/app/users/Outer_UsersAsync.map.json");
    }

    @Test
    void aPageStandsBesideItToo() {
        assertThat(resources(compile("app", "-Aasyncfn.explorer=true")))
                .containsExactly("/" + StandardLocation.CLASS_OUTPUT + "/app/Outer_UsersAsync.explorer.html");
    }

    @Test
    void inTheUnnamedPackageItStandsAtTheTop() {
        assertThat(resources(compile("", "-Aasyncfn.map=true")))
                .containsExactly("/" + StandardLocation.CLASS_OUTPUT + "/Outer_UsersAsync.map.json");
    }
}
