package dev.asyncfn.samples.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Named modules on the module path. */
class ModulesIT {
    private static final String MODULE_PATH = Jars.path(Jars.API, Jars.RUNTIME);

    @TempDir
    Path root;

    static List<Jdk> jdks() {
        return Jdk.all();
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
}
