package dev.asyncfn.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.gradle.api.internal.tasks.compile.processing.IncrementalProcessingEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * The rules for processors that Gradle calls isolating: each output comes from one class, and is the same whether the rest of the program is
 * there as sources or as class files of an earlier compilation.
 */
class IncrementalTest {
    /** Asks for the originating elements of all that is written, and forbids to read resources, as Gradle does. */
    private static final class StrictFiler implements Filer {
        private final Filer target;
        private final Map<String, List<Element>> written;

        StrictFiler(Filer target, Map<String, List<Element>> written) {
            this.target = target;
            this.written = written;
        }

        @Override
        public JavaFileObject createSourceFile(CharSequence name, Element... originating) throws IOException {
            written.put(name.toString(), List.of(originating));
            return target.createSourceFile(name, originating);
        }

        @Override
        public JavaFileObject createClassFile(CharSequence name, Element... originating) throws IOException {
            written.put(name.toString(), List.of(originating));
            return target.createClassFile(name, originating);
        }

        @Override
        public FileObject createResource(
                JavaFileManager.Location location, CharSequence pkg, CharSequence path, Element... originating)
                throws IOException {
            written.put(path.toString(), List.of(originating));
            return target.createResource(location, pkg, path, originating);
        }

        @Override
        public FileObject getResource(JavaFileManager.Location location, CharSequence pkg, CharSequence path) {
            throw new IllegalStateException("reads " + path);
        }
    }

    @TempDir
    private static Path root;

    private static Path whole;
    private static List<Path> sources;
    private static final Map<String, List<Element>> WRITTEN = new TreeMap<>();

    /** A property names another folder, such as that of all bodies, for a long run. */
    private static Path folder() throws URISyntaxException {
        String other = System.getProperty("asyncfn.incremental.sources");
        return other != null
                ? Path.of(other)
                : Path.of(IncrementalTest.class
                        .getResource("/sources/incremental")
                        .toURI());
    }

    @BeforeAll
    static void compileAll() throws Exception {
        sources = files(folder(), path -> path.toString().endsWith(".java"));
        whole = Files.createDirectory(root.resolve("whole"));
        assertThat(compile(whole, UserClassPath.text(), sources)).isEmpty();
        assertThat(WRITTEN).isNotEmpty();
    }

    private static List<Path> files(Path folder, Predicate<Path> filter) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(filter).sorted().toList();
        }
    }

    /** What javac says; nothing if all is well. */
    private static String compile(Path output, String classPath, List<Path> files) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of(
                "-cp", classPath, "-d", output.toString(), "-implicit:none", "-g", "-Xlint:-processing", "-nowarn");
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task =
                    javac.getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(strict(new AsyncFnProcessor()), strict(new LocalAsyncFnProcessor())));
            task.call();
        }
        return said.toString();
    }

    private static Processor strict(Processor processor) {
        return new ForwardingProcessor(processor) {
            @Override
            public void init(ProcessingEnvironment env) {
                super.init(new IncrementalProcessingEnvironment(env) {
                    @Override
                    public Filer getFiler() {
                        return new StrictFiler(env.getFiler(), WRITTEN);
                    }
                });
            }
        };
    }

    @Test
    void the_jar_declares_both_processors_as_isolating() throws IOException {
        assertThat(text("/META-INF/gradle/incremental.annotation.processors").lines())
                .containsExactlyInAnyOrderElementsOf(text("/META-INF/services/javax.annotation.processing.Processor")
                        .lines()
                        .map(name -> name + ",isolating")
                        .toList());
    }

    private static String text(String resource) throws IOException {
        try (var in = AsyncFnProcessor.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void each_output_comes_from_the_class_whose_facade_it_is() {
        WRITTEN.forEach((name, elements) -> {
            assertThat(elements).as(name).singleElement().isInstanceOf(TypeElement.class);
            String facade = name.replace("META-INF/asyncfn/", "").replaceFirst("\\.lines$", "");
            assertThat(facade.replace('_', '.'))
                    .isEqualTo(((TypeElement) elements.get(0)).getQualifiedName() + "Async");
        });
    }

    /** The class files have no code, as in a header jar: nothing that stands in the bodies of other files can matter. */
    @Test
    void a_file_compiled_against_the_headers_of_all_others_gives_the_same_bytes() throws IOException {
        Map<String, String> expected = contents(whole);
        Path others = root.resolve("others");
        copy(files(whole, path -> !path.toString().contains("META-INF")), others);
        for (Path source : sources) {
            String name = source.getFileName().toString().replace(".java", "");
            String home = Files.readString(source).replaceAll("(?s).*?\\bpackage ([\\w.]+);.*", "$1");
            Path again = Files.createDirectories(root.resolve("again-" + home + "." + name));
            List<Path> own = files(
                    whole.resolve(home.replace('.', '/')),
                    path -> path.getFileName().toString().matches(name + "([_$.].*|Async[$.].*)?"));
            for (Path file : own) {
                Files.delete(others.resolve(whole.relativize(file).toString()));
            }
            assertThat(compile(again, UserClassPath.text() + File.pathSeparator + others, List.of(source)))
                    .as(name)
                    .isEmpty();
            assertThat(expected).as(name).containsAllEntriesOf(contents(again));
            assertThat(contents(again).keySet())
                    .as(name)
                    .isNotEmpty()
                    .containsAll(own.stream()
                            .map(file -> whole.relativize(file).toString())
                            .toList());
            copy(own, others);
        }
    }

    private static void copy(List<Path> files, Path target) throws IOException {
        for (Path file : files) {
            Path copy = target.resolve(whole.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            byte[] bytes = Files.readAllBytes(file);
            Files.write(copy, file.toString().endsWith(".class") ? header(bytes) : bytes);
        }
    }

    private static byte[] header(byte[] classFile) {
        ClassWriter header = new ClassWriter(0);
        new ClassReader(classFile).accept(header, ClassReader.SKIP_CODE);
        return header.toByteArray();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every platform has it
        }
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (Path file : files(folder, path -> true)) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            boolean printable = !file.toString().endsWith(".class");
            contents.put(
                    folder.relativize(file).toString(),
                    printable ? text : HexFormat.of().formatHex(sha256(text)));
        }
        return contents;
    }
}
