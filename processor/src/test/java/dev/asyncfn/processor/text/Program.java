package dev.asyncfn.processor.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import dev.asyncfn.processor.AsyncFnProcessor;
import dev.asyncfn.processor.UserClassPath;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Files that were compiled with the processor, byte by byte as a user has them. */
final class Program {
    private final Path folder;
    private final Charset encoding;

    private Program(Path folder, Charset encoding) {
        this.folder = folder;
        this.encoding = encoding;
    }

    /** Compiles one class of the unnamed package; javac must have nothing to say about it. */
    static Program of(Path folder, String text) {
        return of(folder, StandardCharsets.UTF_8, Map.of(nameOf(text) + ".java", text));
    }

    private static String nameOf(String text) {
        return text.substring(text.indexOf("class ") + "class ".length()).split("[^\\p{L}\\p{N}_$]")[0];
    }

    /**
     * @param files the texts by their names
     * @param others processors that run beside asyncfn's
     */
    static Program of(Path folder, Charset encoding, Map<String, String> files, Processor... others) {
        Program program = new Program(folder, encoding);
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(diagnostics, Locale.ROOT, encoding)) {
            List<Path> sources = new ArrayList<>();
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                Path path = folder.resolve("sources").resolve(file.getKey());
                Files.createDirectories(path.getParent());
                sources.add(Files.write(path, file.getValue().getBytes(encoding)));
            }
            Files.createDirectories(folder.resolve("generated"));
            Files.createDirectories(folder.resolve("classes"));
            List<String> options = new ArrayList<>(List.of(
                    "-encoding",
                    encoding.name(),
                    "-Xlint:all,-processing,-text-blocks", // of which javac warns wherever it stands
                    "-d",
                    folder.resolve("classes").toString(),
                    "-s",
                    folder.resolve("generated").toString(),
                    "-cp",
                    UserClassPath.text()));
            JavaCompiler.CompilationTask task = javac.getTask(
                    null, manager, diagnostics, options, null, manager.getJavaFileObjectsFromPaths(sources));
            List<Processor> processors = new ArrayList<>(List.of(others));
            processors.add(0, new AsyncFnProcessor());
            task.setProcessors(processors);
            assertThat(task.call()).as("%s", diagnostics.getDiagnostics()).isTrue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(diagnostics.getDiagnostics()).isEmpty();
        return program;
    }

    /** The text of the facade of a class. */
    String generated(String owner) {
        try {
            Path file = folder.resolve("generated").resolve(owner.replace('.', '/') + "Async.java");
            return new String(Files.readAllBytes(file), encoding);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> lines(String owner) {
        try {
            return Files.readAllLines(folder.resolve("classes/META-INF/asyncfn/" + owner + "Async.lines"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The line of the source from which a line of the facade comes, as stack traces know it. */
    String sourceLine(String owner, int generated) {
        String line = "0";
        for (String entry : lines(owner)) {
            String[] words = entry.split(" ");
            if (words[0].equals("line") && Integer.parseInt(words[1]) <= generated) {
                line = words[2];
            }
        }
        return line;
    }

    private Class<?> load(String name) {
        try {
            URL classes = folder.resolve("classes").toUri().toURL();
            return new URLClassLoader(new URL[] {classes}, Program.class.getClassLoader()).loadClass(name);
        } catch (ClassNotFoundException | MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    /** Asserts of each async fn of a class, none of which has a parameter, that its future means what its body means. */
    void meansTheSame(String owner) {
        Class<?> type = load(owner);
        Class<?> facade = loadBy(type, owner + "Async");
        List<Method> fns = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Arrays.stream(facade.getDeclaredMethods())
                        .anyMatch(factory -> factory.getName().equals(method.getName())))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        assertThat(fns).isNotEmpty();
        for (Method fn : fns) {
            assertThat(future(facade, fn.getName())).as("%s", fn).isEqualTo(call(fn));
        }
    }

    private static Class<?> loadBy(Class<?> type, String name) {
        try {
            return type.getClassLoader().loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** What the future of a static async fn without parameters gives. */
    static Object future(Class<?> facade, String fn) {
        try {
            Method factory = facade.getDeclaredMethod(fn);
            Object future = call(factory);
            return future instanceof TryFuture<?, ?> failing
                    ? Async.blockOn(failing)
                    : Async.blockOn((Future<?>) future);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Object call(Method method) {
        try {
            method.setAccessible(true);
            return method.invoke(null);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
