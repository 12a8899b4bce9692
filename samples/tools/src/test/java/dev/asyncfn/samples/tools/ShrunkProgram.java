package dev.asyncfn.samples.tools;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A program with a bridge, a table, tasks and a channel, to be shrunk together with the api and the runtime. */
final class ShrunkProgram {
    private static final String SOURCE = """
                package app;

                import static dev.asyncfn.Async.await;

                import dev.asyncfn.*;
                import dev.asyncfn.executor.*;
                import dev.asyncfn.sync.*;
                import dev.asyncfn.time.*;
                import java.time.Duration;
                import java.util.concurrent.CompletableFuture;
                import java.util.stream.Stream;

                public final class App {
                    private int calls = 1;

                    private String secret(Key key) {
                        return key.text() + calls;
                    }

                    interface Repo {
                        @AsyncFn
                        String find(String key);
                    }

                    static final class Memory implements Repo {
                        @AsyncFn
                        @Override
                        public String find(String key) {
                            return "found " + await(Future.ready(key)) + how();
                        }
                    }

                    static String how() {
                        return Stream.of(new Throwable().getStackTrace())
                                .anyMatch(frame -> frame.getMethodName().equals("blockOn")) ? " blocked" : "";
                    }

                    @AsyncFn
                    String get(Repo repo, String key) {
                        calls++;
                        return secret(new Key(await(App_RepoAsync.find(repo, key))));
                    }

                    @AsyncFn
                    static String key(CompletableFuture<String> first, Mpsc.Receiver<String> others) {
                        String key = await(first);
                        await(Sleep.of(Duration.ofMillis(1)));
                        return key + await(others.recv()).orElseThrow();
                    }

                    public static Object run() throws Exception {
                        CompletableFuture<String> first = new CompletableFuture<>();
                        Channel<Mpsc.Sender<String>, Mpsc.Receiver<String>> others = Mpsc.bounded(1);
                        try (ThreadPool pool = ThreadPool.of(1)) {
                            JoinHandle<String> key = pool.spawn(AppAsync.key(first, others.receiver()));
                            JoinHandle<Void> sent = pool.spawn(others.sender().send("y"));
                            first.complete("x");
                            Async.blockOn(sent);
                            return Async.blockOn(pool.spawn(AppAsync.get(new App(), new Memory(), Async.blockOn(key))));
                        }
                    }
                }
                """;

    private static final String KEY = """
                package app;

                record Key(String text) {}
                """;

    private ShrunkProgram() {}

    static Build compiled(Path root) throws IOException {
        Build build = new Build(root).source(SOURCE).source(KEY);
        build.compileCleanly(
                List.of(),
                "asyncfn-runtime",
                Path.of("runtime", "target", "classes").toString());
        return build;
    }

    /** What the program returns, or what is thrown in it. */
    static Object outcome(URLClassLoader program) {
        try {
            return program.loadClass("app.App").getDeclaredMethod("run").invoke(null);
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (ReflectiveOperationException e) {
            return e;
        }
    }

    static URLClassLoader load(Path jar) throws IOException {
        URL[] path = {jar.toUri().toURL()};
        return new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
    }

    /** The jar or folder that a class is from. */
    static Path jarOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** The classes of folders and jars in one jar. */
    static void pack(Path jar, Path... inputs) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path input : inputs) {
                if (Files.isDirectory(input)) {
                    add(input, zip);
                } else {
                    try (FileSystem inside = FileSystems.newFileSystem(input)) {
                        add(inside.getPath("/"), zip);
                    }
                }
            }
        }
    }

    private static void add(Path folder, ZipOutputStream zip) throws IOException {
        List<Path> classes;
        try (Stream<Path> files = Files.walk(folder)) {
            classes = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.toString().endsWith("module-info.class"))
                    .sorted()
                    .toList();
        }
        for (Path file : classes) {
            zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
            Files.copy(file, zip);
        }
    }
}
