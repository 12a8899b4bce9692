package dev.asyncfn.samples.eclipse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project with async fns in Eclipse's workspace, on a JDK: it is green, it runs, and each change is followed. */
class WorkspaceIT {
    private static final String USERS = """
            package app;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.Async;
            import dev.asyncfn.AsyncFn;
            import dev.asyncfn.Future;
            import java.util.List;

            public class Users {
                private final int factor = 3;

                @AsyncFn
                static String user(int id) {
                    String text = await(Future.ready("user " + id));
                    return await(Names.name(text));
                }

                @AsyncFn
                private int times(List<Integer> numbers) {
                    int sum = 0;
                    for (int number : numbers) {
                        sum += await(Future.ready(number)) * factor;
                    }
                    return sum;
                }

                public static String all() {
                    return Async.blockOn(UsersAsync.user(3)) + ", "
                            + Async.blockOn(UsersAsync.times(new Users(), List.of(1, 2)));
                }
            }
            """;

    private static final String NAMES = """
            package app;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.AsyncFn;
            import dev.asyncfn.Future;

            class Names {
                @AsyncFn
                static String name(String text) {
                    return await(Future.ready(text.toUpperCase()));
                }
            }
            """;

    private Platform platform;

    @BeforeEach
    void open(@TempDir Path root) throws Exception {
        platform = Platform.start(root);
        platform.editor("create", jar("asyncfn-processor"), libraries());
        write("Users.java", USERS);
        write("Names.java", NAMES);
    }

    @AfterEach
    void close() throws Exception {
        platform.stop();
    }

    private static List<String> libraries() {
        return List.of(jar("asyncfn-api"), jar("asyncfn-runtime"));
    }

    private static String jar(String name) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> new File(entry).getName().startsWith(name + "-"))
                .findFirst()
                .orElseThrow();
    }

    private void write(String file, String text) throws Exception {
        platform.editor("write", "app/" + file, text);
    }

    private Object build() throws Exception {
        return platform.editor("build");
    }

    private String run() throws Exception {
        URL[] path = {
            new File((String) platform.editor("classes")).toURI().toURL(),
            new File(jar("asyncfn-api")).toURI().toURL(),
            new File(jar("asyncfn-runtime")).toURI().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            Method all = loader.loadClass("app.Users").getMethod("all");
            return (String) all.invoke(null);
        }
    }

    @Test
    void aProjectWithAsyncFnsIsGreenAndRuns() throws Exception {
        assertThat(build()).isEqualTo(List.of());
        assertThat(run()).isEqualTo("USER 3, 9");
    }

    @Test
    void aChangeOfABodyIsFollowed() throws Exception {
        build();

        write("Names.java", NAMES.replace("toUpperCase", "toLowerCase"));
        assertThat(build()).isEqualTo(List.of());
        assertThat(run()).isEqualTo("user 3, 9");

        write("Users.java", USERS.replace("\"user \"", "\"Person \""));
        assertThat(build()).isEqualTo(List.of());
        assertThat(run()).isEqualTo("person 3, 9");
    }

    @Test
    void anErrorStandsAtTheClassAndNamesTheLine() throws Exception {
        build();

        write("Users.java", USERS.replace("await(Future.ready(number))", "await(number)"));
        assertThat((List<?>) build())
                .singleElement()
                .asString()
                .startsWith("error Users.java:10: Users.java:23: [asyncfn:await_non_future]");

        write("Users.java", USERS);
        assertThat(build()).isEqualTo(List.of());
    }

    @Test
    void whatIsWrongInJavaIsAnErrorOfEclipseAlone() throws Exception {
        write("Users.java", USERS.replace("Names.name(", "Names.nam("));

        assertThat((List<?>) build())
                .filteredOn(problem -> problem.toString().startsWith("error"))
                .isEqualTo(List.of("error Users.java:16: The method nam(String) is undefined for the type Names"));
    }

    @Test
    void aMethodThatIsNoAsyncFnAnyMoreHasNoFacade() throws Exception {
        build();

        write(
                "Names.java",
                NAMES.replace("    @AsyncFn\n", "").replace("await(Future.ready(text.toUpperCase()))", "text"));

        assertThat((List<?>) build())
                .anySatisfy(problem ->
                        assertThat(problem).asString().contains("Users.java:16: [asyncfn:await_non_future]"));
    }
}
