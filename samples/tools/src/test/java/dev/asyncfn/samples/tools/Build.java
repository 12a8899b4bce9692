package dev.asyncfn.samples.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A small project, compiled in this virtual machine as its build would do it. */
final class Build {
    /** As the services file names them. */
    static final List<String> ASYNCFN =
            List.of("dev.asyncfn.processor.DiscoveredAsyncFnProcessor", "dev.asyncfn.processor.LocalAsyncFnProcessor");

    /** That of these tests, where all processors and libraries are. */
    static final String CLASS_PATH = System.getProperty("java.class.path");

    private final Path root;
    private final List<Path> sources = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private final List<String> jars = new ArrayList<>();

    /** @param root an empty folder */
    Build(Path root) {
        this.root = root;
    }

    /** Adds a file; its name is that of its first type. */
    Build source(String text) throws IOException {
        String home = text.lines().findFirst().orElseThrow().replaceAll("package (.*);", "$1");
        String name = text.lines()
                .filter(line -> line.matches("(public |final |abstract )*(class|interface|record) .*"))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*?(class|interface|record) (\\w+).*", "$2");
        Path file = root.resolve("src").resolve(home.replace('.', '/')).resolve(name + ".java");
        Files.createDirectories(file.getParent());
        sources.add(Files.writeString(file, text));
        return this;
    }

    Build options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Adds a jar to compile against. */
    Build jar(Path jar) {
        jars.add(jar.toString());
        return this;
    }

    /** The jar of the api, or the folder of its classes. */
    static String api() {
        return path("asyncfn-api", Path.of("api", "target", "classes").toString());
    }

    /** The entries of this class path that have one of the words in their names. */
    private static String path(String... words) {
        return Stream.of(CLASS_PATH.split(File.pathSeparator))
                .filter(entry -> Stream.of(words).anyMatch(word -> entry.contains(word)))
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }

    /**
     * What javac says.
     *
     * @param processors those of others, which run first
     * @param libraries words in the names of the jars to compile against; the api is always there
     */
    List<Diagnostic<? extends JavaFileObject>> compile(List<String> processors, String... libraries)
            throws IOException {
        List<String> classPath = new ArrayList<>(jars);
        classPath.add(api());
        if (libraries.length > 0) {
            classPath.add(path(libraries));
        }
        List<String> all =
                new ArrayList<>(List.of("-d", classes().toString(), "-cp", String.join(File.pathSeparator, classPath)));
        List<String> running = new ArrayList<>(processors);
        running.addAll(ASYNCFN);
        all.addAll(List.of("-processorpath", CLASS_PATH, "-processor", String.join(",", running)));
        all.addAll(options);
        Files.createDirectories(classes());
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(said, Locale.ROOT, null)) {
            javac.getTask(null, files, said, all, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return said.getDiagnostics();
    }

    /** Compiles what must compile. */
    void compileCleanly(List<String> processors, String... libraries) throws IOException {
        assertThat(compile(processors, libraries))
                .filteredOn(said -> said.getKind() == Diagnostic.Kind.ERROR)
                .isEmpty();
    }

    /** What the method {@code run} of a class returns. */
    Object run(String type) throws Exception {
        URL[] path = {classes().toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, Build.class.getClassLoader())) {
            Method run = loader.loadClass(type).getDeclaredMethod("run");
            run.setAccessible(true);
            return run.invoke(null);
        }
    }

    Path classes() {
        return root.resolve("classes");
    }
}
