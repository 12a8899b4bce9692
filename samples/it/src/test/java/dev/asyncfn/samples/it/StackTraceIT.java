package dev.asyncfn.samples.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users see of async fns that fail, and of those that wait. */
class StackTraceIT {
    private static final String CLASS_PATH = Jars.path(Jars.API, Jars.RUNTIME);

    private static final String ORDERS = """
            package com.example.orders;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.AsyncFn;
            import dev.asyncfn.Future;
            import dev.asyncfn.future.Futures;
            import java.util.List;
            import java.util.concurrent.CompletableFuture;

            public final class Orders {
                static boolean suspends = true;
                static final CompletableFuture<String> answer = new CompletableFuture<>();

                @AsyncFn
                public static int total(List<String> orders) {
                    int total = 0;
                    for (String order : orders) {
                        total += await(price(order)); // 19
                    }
                    return total;
                }

                @AsyncFn
                public static int price(String order) {
                    String item = await(lookUp(order)); // 26
                    if (item.isEmpty()) {
                        item = await(
                                lookUp("again")); // 29
                    }
                    return parse(
                            item); // 31
                }

                @AsyncFn
                public static String lookUp(String order) {
                    await(pause()); // 37
                    return order;
                }

                private static int parse(String item) {
                    return Integer.parseInt(item); // 42
                }

                @AsyncFn
                public static String ask() {
                    return await(answer); // 47
                }

                static Future<Void> pause() {
                    return suspends ? Futures.yieldNow() : Future.ready(null);
                }
            }
            """;

    private static final String MAIN = """
            package com.example.orders;

            import dev.asyncfn.Async;
            import dev.asyncfn.executor.JoinException;
            import dev.asyncfn.executor.LocalPool;
            import dev.asyncfn.executor.TaskDump;
            import dev.asyncfn.executor.ThreadPool;
            import java.util.List;

            public final class Main {
                interface Run {
                    void run() throws Exception;
                }

                public static void main(String[] args) throws Exception {
                    List<String> orders = List.of("1", "", "x");
                    frames("blocking", () -> Orders.total(orders));
                    frames("suspending", () -> Async.blockOn(OrdersAsync.total(orders)));
                    Orders.suspends = false;
                    frames("ready", () -> Async.blockOn(OrdersAsync.total(orders)));
                    Orders.suspends = true;
                    try (ThreadPool pool = ThreadPool.of(2)) {
                        frames("pool", () -> Async.blockOn(pool.spawn(OrdersAsync.total(orders))));
                    }
                    dump();
                }

                static void frames(String name, Run run) throws Exception {
                    System.out.println(name);
                    try {
                        run.run();
                        System.out.println("no failure");
                    } catch (JoinException e) {
                        print(e.getCause());
                    } catch (NumberFormatException e) {
                        print(e);
                    }
                }

                static void print(Throwable failure) {
                    for (StackTraceElement frame : failure.getStackTrace()) {
                        if (frame.getClassName().startsWith(Orders.class.getName())) {
                            System.out.println("  " + frame);
                        }
                    }
                }

                static void dump() {
                    try (LocalPool pool = new LocalPool()) {
                        var asking = pool.spawn(OrdersAsync.ask());
                        pool.runUntilStalled();
                        pool.spawn(OrdersAsync.total(List.of("5")));
                        System.out.print(pool.dump());
                        TaskDump.Node root = pool.dump().tasks().get(0).root();
                        System.out.println(root.name() + ": " + root.location());
                        asking.abort();
                        pool.run();
                        System.out.print(pool.dump());
                    }
                }
            }
            """;

    /** For each JDK, what most tests begin with: each starts a JVM less. */
    private static final Map<Jdk, Project> COMPILED = new ConcurrentHashMap<>();

    @TempDir
    static Path shared;

    @TempDir
    Path root;

    private Project project;

    @BeforeEach
    void write() {
        project = orders(root);
    }

    private static Project orders(Path root) {
        return new Project(root)
                .source("com/example/orders/Orders.java", ORDERS)
                .source("com/example/orders/Main.java", MAIN);
    }

    /** Has the sources compiled into the folder of this test. */
    private void compile(Jdk jdk) {
        Project compiled = COMPILED.computeIfAbsent(jdk, StackTraceIT::compileOnce);
        compiled.copyClassesTo(project);
    }

    private static Project compileOnce(Jdk jdk) {
        try {
            Project once = orders(Files.createDirectory(shared.resolve("jdk" + jdk.feature())));
            once.compileCleanly(jdk, "-cp", CLASS_PATH, "-processorpath", Jars.PROCESSOR);
            return once;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Jdk> jdks() {
        return Jdk.allWarm();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_failure_tells_the_lines_that_the_blocking_body_tells(Jdk jdk) {
        compile(jdk);
        assertThat(run(jdk)).isEqualTo(expected(""));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_second_compilation_into_the_same_folder_changes_nothing(Jdk jdk) {
        compile(jdk);
        project.compileCleanly(jdk, "-cp", CLASS_PATH, "-processorpath", Jars.PROCESSOR);
        assertThat(run(jdk)).isEqualTo(expected(""));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_named_module_need_not_open_anything(Jdk jdk) {
        project.source("module-info.java", """
                module com.example.orders {
                    requires dev.asyncfn.runtime;
                }
                """);
        String modulePath = Jars.path(Jars.API, Jars.RUNTIME);
        project.compileCleanly(jdk, "--module-path", modulePath, "--processor-path", Jars.PROCESSOR);
        String runPath = Jars.path(modulePath, "classes");
        String output = Project.output(
                jdk.java(root, List.of("-p", runPath, "-m", "com.example.orders/com.example.orders.Main")));
        assertThat(output).isEqualTo(expected("com.example.orders/"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void several_modules_that_are_compiled_at_once_have_their_own_lines(Jdk jdk) {
        Project modules = new Project(root)
                .source("com.example.orders/module-info.java", """
                        module com.example.orders {
                            requires dev.asyncfn.runtime;
                        }
                        """)
                .source("com.example.orders/com/example/orders/Orders.java", ORDERS)
                .source("com.example.orders/com/example/orders/Main.java", MAIN);
        String modulePath = Jars.path(Jars.API, Jars.RUNTIME);
        Jdk.Result compiled = jdk.javac(
                root,
                List.of(
                        "--module-path",
                        modulePath,
                        "--processor-path",
                        Jars.PROCESSOR,
                        "--module-source-path",
                        "src",
                        "-m",
                        "com.example.orders",
                        "-d",
                        "classes"));
        assertThat(compiled.output()).isEmpty();
        String runPath = Jars.path(modulePath, "classes/com.example.orders");
        String output = Project.output(
                jdk.java(root, List.of("-p", runPath, "-m", "com.example.orders/com.example.orders.Main")));
        assertThat(output).isEqualTo(expected("com.example.orders/"));
        assertThat(modules.classes().resolve("com.example.orders/META-INF/asyncfn"))
                .isDirectory();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void without_lines_in_the_class_files_at_least_the_async_fns_are_told(Jdk jdk) {
        project.compileCleanly(jdk, "-g:none", "-cp", CLASS_PATH, "-processorpath", Jars.PROCESSOR);
        assertThat(run(jdk)).contains("""
                pool
                  com.example.orders.Orders.parse(Unknown Source)
                  com.example.orders.Orders.price(Orders.java)
                  com.example.orders.Orders.total(Orders.java)
                """);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_property_leaves_the_frames_of_the_generated_class(Jdk jdk) {
        compile(jdk);
        assertThat(run(jdk, "-Dasyncfn.restoreStackTraces=false"))
                .contains("com.example.orders.OrdersAsync$PriceFuture.poll(OrdersAsync.java:")
                .contains("com.example.orders.OrdersAsync$TotalFuture.poll(OrdersAsync.java:");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void without_the_texts_about_lines_traces_are_those_of_the_generated_class(Jdk jdk) throws Exception {
        compile(jdk);
        Files.delete(project.classes().resolve("META-INF/asyncfn/com.example.orders.OrdersAsync.lines"));
        assertThat(run(jdk))
                .contains("com.example.orders.OrdersAsync$PriceFuture.poll(OrdersAsync.java:")
                .contains("task 1, suspended\n  AskFuture AWAIT_ANSWER\n")
                .contains("AskFuture: null");
    }

    private String run(Jdk jdk, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-cp", Jars.path("classes", CLASS_PATH), "com.example.orders.Main"));
        return Project.output(jdk.java(root, arguments));
    }

    /** @param module what stands before a class in a stack trace */
    private static String expected(String module) {
        String frames = """
                  com.example.orders.Orders.parse(Orders.java:42)
                  com.example.orders.Orders.price(Orders.java:31)
                  com.example.orders.Orders.total(Orders.java:19)
                """.replace("com.example.orders.Orders.", module + "com.example.orders.Orders.");
        return "blocking\n" + frames + "suspending\n" + frames + "ready\n" + frames + "pool\n" + frames + """
                task 1, suspended
                  com.example.orders.Orders.ask(Orders.java:47) AWAIT_ANSWER
                    StageFuture
                task 2, scheduled
                  com.example.orders.Orders.total(Orders.java:17) START
                com.example.orders.Orders.ask: com.example.orders.Orders.ask(Orders.java:47)
                """;
    }
}
