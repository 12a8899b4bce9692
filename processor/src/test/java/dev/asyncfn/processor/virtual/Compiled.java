package dev.asyncfn.processor.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.processor.AsyncFnProcessor;
import dev.asyncfn.processor.LocalAsyncFnProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Classes that were compiled by themselves, in a folder of their own as in a jar.
 *
 * @param modular whether they are a named module
 */
record Compiled(Path folder, boolean modular) {
    /** The api, as a folder with a module's descriptor. */
    static final Path API = api();

    private static Path api() {
        try {
            return Path.of(Async.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///" + fileName(text)), Kind.SOURCE);
            this.text = text;
        }

        /** A unit is named after its public class, or the first one. */
        private static String fileName(String text) {
            if (text.startsWith("module ")) {
                return "module-info.java";
            }
            String line = text.lines()
                    .filter(l -> l.matches("(public )?(abstract |final |sealed )*(class|interface|enum|record) .*"))
                    .findFirst()
                    .orElseThrow();
            String name = line.replaceFirst(".*?(class|interface|enum|record) (\\w+).*", "$2");
            if (!text.startsWith("package ")) {
                return name + ".java";
            }
            String home = text.lines().findFirst().orElseThrow().replaceAll("package (.*);", "$1");
            return home.replace('.', '/') + "/" + name + ".java";
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Compiles sources with the processor, into a folder that is emptied before. */
    static Compiled of(Path folder, List<Compiled> against, String... sources) {
        return compile(folder, against, true, sources);
    }

    /** Compiles sources without the processor. */
    static Compiled unprocessed(Path folder, List<Compiled> against, String... sources) {
        return compile(folder, against, false, sources);
    }

    private static Compiled compile(Path folder, List<Compiled> against, boolean processed, String... sources) {
        empty(folder);
        boolean modular = Arrays.stream(sources).anyMatch(source -> source.startsWith("module "));
        String path = Stream.concat(Stream.of(API), against.stream().map(Compiled::folder))
                .map(Path::toString)
                .collect(Collectors.joining(System.getProperty("path.separator")));
        List<String> options = new ArrayList<>(
                List.of("-Xlint:all", modular ? "--module-path" : "-classpath", path, "-d", folder.toString()));
        if (!processed) {
            options.add("-proc:none");
        }
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(said, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task = javac.getTask(
                    null,
                    files,
                    said,
                    options,
                    null,
                    Arrays.stream(sources).map(Source::new).toList());
            if (processed) {
                task.setProcessors(List.of(new AsyncFnProcessor(), new LocalAsyncFnProcessor()));
            }
            task.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(said.getDiagnostics().stream()
                        .filter(d -> d.getKind() != Diagnostic.Kind.NOTE)
                        .filter(d -> d.getCode() == null || !d.getCode().contains("proc.annotations.without.processor"))
                        .map(d -> d.getMessage(Locale.ROOT)))
                .isEmpty();
        return new Compiled(folder, modular);
    }

    private static void empty(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The result of {@code app.Main.run()}, whose classes are loaded again with each call. */
    static String run(Compiled... parts) throws ReflectiveOperationException, IOException {
        return parts[0].modular() ? runModules(parts) : runClassPath(parts);
    }

    private static String runClassPath(Compiled... parts) throws ReflectiveOperationException, IOException {
        URL[] path = Arrays.stream(parts).map(part -> url(part.folder())).toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(path, Compiled.class.getClassLoader())) {
            return (String) loader.loadClass("app.Main").getMethod("run").invoke(null);
        }
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One loader for each module. */
    private static String runModules(Compiled... parts) throws ReflectiveOperationException {
        Path[] path = Stream.concat(Stream.of(API), Arrays.stream(parts).map(Compiled::folder))
                .toArray(Path[]::new);
        ModuleLayer boot = ModuleLayer.boot();
        Configuration modules =
                boot.configuration().resolveAndBind(ModuleFinder.of(path), ModuleFinder.of(), Set.of("app"));
        ModuleLayer layer = boot.defineModulesWithManyLoaders(modules, ClassLoader.getPlatformClassLoader());
        return (String)
                layer.findLoader("app").loadClass("app.Main").getMethod("run").invoke(null);
    }
}
