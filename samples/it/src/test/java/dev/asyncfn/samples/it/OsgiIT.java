package dev.asyncfn.samples.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundles with async fns, in Felix: an interface in one, its implementation in another, with a class loader each. */
class OsgiIT {
    private static final String COMPILED_AGAINST = Jars.path(Jars.API, Jars.RUNTIME, Jars.FELIX);

    private static final String GREETER = """
            package greetings;

            import dev.asyncfn.AsyncFn;

            public interface Greeter {
                @AsyncFn
                String greet(String name);
            }
            """;

    private static final String GREETINGS_MANIFEST = """
            Bundle-ManifestVersion: 2
            Bundle-SymbolicName: greetings
            Export-Package: greetings
            Import-Package: dev.asyncfn
            """;

    private static final String POLITE = """
            package polite;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.AsyncFn;
            import greetings.Greeter;
            import java.util.concurrent.CompletableFuture;

            final class Polite implements Greeter {
                private int greeted;

                @Override
                @AsyncFn
                public String greet(String name) {
                    String greeting = await(CompletableFuture.completedFuture("Good morning"));
                    greeted++;
                    if (name.isEmpty()) {
                        throw new IllegalArgumentException("nobody");
                    }
                    return greeting + " " + name + ", number " + greeted;
                }
            }
            """;

    private static final String ACTIVATOR = """
            package polite;

            import dev.asyncfn.Async;
            import dev.asyncfn.executor.JoinException;
            import dev.asyncfn.executor.ThreadPool;
            import greetings.Greeter;
            import greetings.GreeterAsync;
            import org.osgi.framework.BundleActivator;
            import org.osgi.framework.BundleContext;

            public final class Activator implements BundleActivator {
                @Override
                public void start(BundleContext context) {
                    Greeter polite = new Polite();
                    Greeter brief = name -> "Hi " + name;
                    try (ThreadPool pool = ThreadPool.of(1)) {
                        System.out.println(Async.blockOn(pool.spawn(GreeterAsync.greet(polite, "Ada"))));
                        System.out.println(Async.blockOn(pool.spawn(GreeterAsync.greet(brief, "Alan"))));
                        Async.blockOn(pool.spawn(GreeterAsync.greet(polite, "")));
                    } catch (JoinException e) {
                        StackTraceElement thrower = e.getCause().getStackTrace()[0];
                        System.out.println(thrower.getFileName() + ":" + thrower.getLineNumber());
                    }
                }

                @Override
                public void stop(BundleContext context) {}
            }
            """;

    private static final String POLITE_MANIFEST = """
            Bundle-ManifestVersion: 2
            Bundle-SymbolicName: polite
            Bundle-Activator: polite.Activator
            Import-Package: dev.asyncfn,dev.asyncfn.executor,greetings,org.osgi.framework
            """;

    @TempDir
    Path root;

    static List<Jdk> jdks() {
        return Jdk.allWarm();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void bundles_find_the_async_fns_of_each_other(Jdk jdk) throws IOException {
        Project greetings = project("greetings").source("greetings/Greeter.java", GREETER);
        String interfaces = bundle(jdk, greetings, GREETINGS_MANIFEST, COMPILED_AGAINST);
        Project polite =
                project("polite").source("polite/Polite.java", POLITE).source("polite/Activator.java", ACTIVATOR);
        String classes = bundle(jdk, polite, POLITE_MANIFEST, Jars.path(COMPILED_AGAINST, interfaces));

        Jdk.Result result = jdk.java(
                root,
                List.of(
                        "-cp",
                        Jars.path(System.getProperty("asyncfn.tests"), Jars.FELIX),
                        "dev.asyncfn.samples.it.OsgiFramework",
                        "cache",
                        Jars.API,
                        Jars.RUNTIME,
                        interfaces,
                        classes));

        // Behind warnings of newer JDKs about Felix.
        assertThat(Project.output(result).lines()).endsWith("Good morning Ada, number 1", "Hi Alan", "Polite.java:18");
    }

    private Project project(String name) throws IOException {
        return new Project(Files.createDirectory(root.resolve(name)));
    }

    private static String bundle(Jdk jdk, Project project, String manifest, String classPath) throws IOException {
        // Felix's jar has sources in it, which javac would find on the class path.
        project.compileCleanly(jdk, "-cp", classPath, "-sourcepath", "src", "-processorpath", Jars.PROCESSOR);
        Files.writeString(project.root().resolve("manifest"), manifest);
        String jar = project.root().resolve("bundle.jar").toString();
        Project.output(jdk.jar(
                project.root(), List.of("--create", "--file", jar, "--manifest", "manifest", "-C", "classes", ".")));
        return jar;
    }
}
