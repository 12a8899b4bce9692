package dev.asyncfn.samples.tools;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
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

/** A program with a bridge and a table, to be shrunk together with the api. */
final class ShrunkProgram {
    private static final String SOURCE = """
                package app;

                import static dev.asyncfn.Async.await;

                import dev.asyncfn.*;
                import java.util.stream.Stream;

                public final class App {
                    private int calls = 1;

                    private String secret(String text) {
                        return text + calls;
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
                        return secret(await(App_RepoAsync.find(repo, key)));
                    }

                    public static Object run() throws Exception {
                        Future<String> future = AppAsync.get(new App(), new Memory(), "x");
                        return ((Poll.Ready<String>) future.poll(Context.fromWaker(Waker.noop()))).value();
                    }
                }
                """;

    private ShrunkProgram() {}

    static Build compiled(Path root) throws IOException {
        Build build = new Build(root).source(SOURCE);
        build.compileCleanly(List.of());
        return build;
    }

    /** What the program returns, or what is thrown in it. */
    static Object outcome(URLClassLoader program) {
        try {
            return program.loadClass("app.App").getDeclaredMethod("run").invoke(null);
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
