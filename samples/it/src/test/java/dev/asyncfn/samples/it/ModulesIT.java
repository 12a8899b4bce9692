package dev.asyncfn.samples.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Named modules on the module path. */
class ModulesIT {
    private static final String MODULE_PATH = Jars.path(Jars.API, Jars.RUNTIME);

    @TempDir
    Path root;

    static List<Jdk> jdks() {
        return Jdk.allWarm();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void async_fns_work_in_named_modules_and_across_them(Jdk jdk) throws Exception {
        Project users = new Project(Files.createDirectory(root.resolve("users")))
                .source("module-info.java", """
                        module com.example.users {
                            requires transitive dev.asyncfn;
                            requires java.net.http;

                            exports com.example.users;
                        }
                        """)
                .source("com/example/users/Users.java", """
                        package com.example.users;

                        import static dev.asyncfn.Async.await;

                        import dev.asyncfn.AsyncFn;
                        import java.net.http.HttpClient;
                        import java.util.concurrent.CompletableFuture;

                        public final class Users {
                            private int asked;

                            @AsyncFn
                            public String name(int id) throws java.io.IOException {
                                asked++;
                                var version = HttpClient.Version.HTTP_1_1;
                                var name = await(CompletableFuture.supplyAsync(() -> "user " + id));
                                return name + " over " + version + ", asked " + asked;
                            }
                        }
                        """);
        users.compileCleanly(jdk, "--module-path", MODULE_PATH, "--processor-path", Jars.PROCESSOR);

        Project app = new Project(Files.createDirectory(root.resolve("app")))
                .source("module-info.java", """
                        module com.example.app {
                            requires com.example.users;
                            requires dev.asyncfn.runtime;
                        }
                        """)
                .source("com/example/app/App.java", """
                        package com.example.app;

                        import static dev.asyncfn.Async.await;

                        import com.example.users.Users;
                        import dev.asyncfn.AsyncFn;
                        import dev.asyncfn.executor.LocalPool;

                        public final class App {
                            @AsyncFn
                            static String greet(Users users, int id) throws java.io.IOException {
                                String bare = users.name(id);
                                return "Hello " + await(users.name(id)) + "; before: " + bare;
                            }

                            public static void main(String[] args) throws Exception {
                                System.out.println(new LocalPool().runUntil(AppAsync.greet(new Users(), 7)));
                                System.out.println(AppAsync.greet(new Users(), 7).getClass().getModule());
                            }
                        }
                        """);
        String modulePath = Jars.path(MODULE_PATH, users.classes().toString());
        app.compileCleanly(jdk, "--module-path", modulePath, "--processor-path", Jars.PROCESSOR);

        String runPath = Jars.path(modulePath, app.classes().toString());
        Jdk.Result run = jdk.java(root, List.of("-p", runPath, "-m", "com.example.app/com.example.app.App"));
        assertThat(Project.output(run).lines())
                .containsExactly(
                        "Hello user 7 over HTTP_1_1, asked 2; before: user 7 over HTTP_1_1, asked 1",
                        "module com.example.app");
    }

    private static final String USERS = """
            package com.example.users;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.AsyncFn;
            import dev.asyncfn.Future;

            public class Users {
                private int asked;

                @AsyncFn
                public String load(int id) {
                    asked++;
                    return "user " + await(Future.ready(id)) + ", " + asked;
                }
            }
            """;

    /** Several modules in one compilation, of which one overrides an async fn of another. */
    @Test
    void modules_below_a_module_source_path_are_compiled_at_once() throws IOException {
        Project all = new Project(Files.createDirectory(root.resolve("all")))
                .source("com.example.users/module-info.java", """
                        module com.example.users {
                            requires transitive dev.asyncfn;

                            exports com.example.users;
                        }
                        """)
                .source("com.example.users/com/example/users/Users.java", USERS)
                .source("com.example.app/module-info.java", """
                        module com.example.app {
                            requires com.example.users;
                        }
                        """)
                .source("com.example.app/com/example/app/App.java", """
                        package com.example.app;

                        import static dev.asyncfn.Async.await;

                        import com.example.users.Users;
                        import com.example.users.UsersAsync;
                        import dev.asyncfn.Async;
                        import dev.asyncfn.AsyncFn;

                        public final class App {
                            static final class Loud extends Users {
                                @AsyncFn
                                @Override
                                public String load(int id) {
                                    return "loud " + super.load(id);
                                }
                            }

                            @AsyncFn
                            static String twice(Users users) {
                                return users.load(1) + "; " + await(UsersAsync.load(users, 2));
                            }

                            public static void main(String[] args) {
                                System.out.println(Async.blockOn(AppAsync.twice(new Loud())));
                            }
                        }
                        """);
        Jdk jdk = Jdk.allWarm().get(0);
        all.compileCleanly(
                jdk, "--module-path", Jars.API, "--processor-path", Jars.PROCESSOR, "--module-source-path", "src");
        String path = Jars.path(Jars.API, all.classes().toString());
        Jdk.Result run = jdk.java(root, List.of("-p", path, "-m", "com.example.app/com.example.app.App"));
        assertThat(Project.output(run).lines()).containsExactly("loud user 1, 1; loud user 2, 2");
    }

    /** As build tools do it, so that tests see what is private to a package. */
    @Test
    void tests_that_patch_a_module_have_async_fns_of_their_own() throws IOException {
        Jdk jdk = Jdk.allWarm().get(0);
        Project users = new Project(Files.createDirectory(root.resolve("patched")))
                .source("module-info.java", "module com.example.users { requires dev.asyncfn; }\n")
                .source("com/example/users/Users.java", USERS);
        users.compileCleanly(jdk, "--module-path", Jars.API, "--processor-path", Jars.PROCESSOR);

        Project tests = new Project(Files.createDirectory(root.resolve("patch")))
                .source("com/example/users/UsersTest.java", """
                        package com.example.users;

                        import static dev.asyncfn.Async.await;

                        import dev.asyncfn.Async;
                        import dev.asyncfn.AsyncFn;

                        public final class UsersTest {
                            @AsyncFn
                            static String twice(Users users) {
                                return users.load(1) + "; " + await(UsersAsync.load(users, 2));
                            }

                            public static void main(String[] args) {
                                System.out.println(Async.blockOn(UsersTestAsync.twice(new Users())));
                            }
                        }
                        """);
        String path = Jars.path(Jars.API, users.classes().toString());
        tests.compileCleanly(
                jdk,
                "--module-path",
                path,
                "--processor-path",
                Jars.PROCESSOR,
                "--patch-module",
                "com.example.users=src");
        Jdk.Result run = jdk.java(
                root,
                List.of(
                        "-p",
                        path,
                        "--patch-module",
                        "com.example.users=" + tests.classes(),
                        "-m",
                        "com.example.users/com.example.users.UsersTest"));
        assertThat(Project.output(run).lines()).containsExactly("user 1, 1; user 2, 2");
    }

    private static final String REPO = """
            package com.example.repo;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.AsyncFn;
            import java.io.IOException;
            import java.util.ServiceLoader;

            public interface Repo {
                @AsyncFn
                String find(long id) throws IOException;

                @AsyncFn
                default String twice(long id) throws IOException {
                    return await(find(id)) + ", " + await(find(id + 1));
                }

                static ServiceLoader<Repo> all() {
                    return ServiceLoader.load(Repo.class);
                }
            }
            """;

    private static final String IMPLEMENTATION = """
            package com.example.NAME;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.AsyncFn;
            import java.util.concurrent.CompletableFuture;

            public final class Repo implements com.example.repo.Repo {
                @AsyncFn
                @Override
                public String find(long id) {
                    String found = await(CompletableFuture.supplyAsync(() -> "NAME " + id));
                    return found + (new Throwable().getStackTrace()[0].getMethodName().equals("poll") ? "" : ", called");
                }
            }
            """;

    private static final String MAIN = """
            package com.example.main;

            import com.example.repo.Repo;
            import com.example.repo.RepoAsync;
            import dev.asyncfn.executor.LocalPool;

            public final class Main {
                public static void main(String[] args) throws Exception {
                    for (Repo repo : Repo.all()) {
                        System.out.println(new LocalPool().runUntil(RepoAsync.twice(repo, 1)));
                    }
                }
            }
            """;

    /** A jar of a module that is neither opened nor, but for an interface, exported. */
    private String jar(Jdk jdk, String name, String module, String source, String... modulePath) throws IOException {
        Path folder = root.resolve(name);
        boolean again = Files.isDirectory(folder);
        Project project = new Project(again ? folder : Files.createDirectory(folder));
        String type = source.contains("class Main") ? "Main" : "Repo";
        project.source("module-info.java", module).source("com/example/" + name + "/" + type + ".java", source);
        String path = Jars.path(MODULE_PATH, Jars.path(modulePath));
        project.compileCleanly(jdk, "--module-path", path, "--processor-path", Jars.PROCESSOR);
        String jar = root.resolve(name + ".jar").toString();
        Project.output(jdk.jar(folder, List.of("--create", "--file", jar, "-C", "classes", ".")));
        return jar;
    }

    private String implementation(Jdk jdk, String name, String says, String repo) throws IOException {
        return jar(
                jdk,
                name,
                "module com.example." + name
                        + " { requires com.example.repo; provides com.example.repo.Repo with com.example." + name
                        + ".Repo; }\n",
                IMPLEMENTATION
                        .replace("com.example.NAME", "com.example." + name)
                        .replace("NAME", says),
                repo);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void implementations_are_modules_of_their_own_and_one_is_compiled_again(Jdk jdk) throws IOException {
        String repo = jar(
                jdk,
                "repo",
                "module com.example.repo { requires transitive dev.asyncfn; exports com.example.repo; uses com.example.repo.Repo; }\n",
                REPO);
        String memory = implementation(jdk, "memory", "memory", repo);
        String sql = implementation(jdk, "sql", "sql", repo);
        String main = jar(
                jdk,
                "main",
                "module com.example.main { requires com.example.repo; requires dev.asyncfn.runtime; }\n",
                MAIN,
                repo);
        assertThat(run(jdk, repo, memory, sql, main)).containsExactlyInAnyOrder("memory 1, memory 2", "sql 1, sql 2");

        implementation(jdk, "sql", "new sql", repo);
        assertThat(run(jdk, repo, memory, sql, main))
                .containsExactlyInAnyOrder("memory 1, memory 2", "new sql 1, new sql 2");
    }

    private List<String> run(Jdk jdk, String... jars) {
        String path = Jars.path(MODULE_PATH, Jars.path(jars));
        return Project.output(jdk.java(
                        root,
                        List.of(
                                "-p",
                                path,
                                "--add-modules",
                                "com.example.memory,com.example.sql",
                                "-m",
                                "com.example.main/com.example.main.Main")))
                .lines()
                .toList();
    }
}
