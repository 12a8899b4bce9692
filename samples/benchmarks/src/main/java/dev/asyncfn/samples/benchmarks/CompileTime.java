package dev.asyncfn.samples.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * What a javac that has just been started needs. Arguments: contender, methods, a directory. {@code plain} compiles methods without the
 * annotation, {@code asyncfn} has them lowered, and {@code generated} compiles the source and what asyncfn has generated.
 */
final class CompileTime {
    private static final int METHODS_BY_CLASS = 20;

    private CompileTime() {}

    /** Prints the CPU time of this process, and how long it has lived in javac, in nanoseconds. */
    public static void main(String[] args) throws IOException {
        String contender = args[0];
        Path root = Path.of(args[2]);
        Path generated = root.resolve("generated");
        List<String> options = new ArrayList<>(List.of("-nowarn", "-d", directory(root.resolve("classes"))));
        options.addAll(List.of("-cp", System.getProperty("java.class.path")));
        if (contender.equals("asyncfn")) {
            options.addAll(List.of("-s", directory(generated), "-processor", "dev.asyncfn.processor.AsyncFnProcessor"));
            options.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
        } else {
            options.add("-proc:none");
        }
        options.addAll(sources(root.resolve("source"), Integer.parseInt(args[1]), !contender.equals("plain")));
        if (contender.equals("generated")) {
            options.addAll(javaFiles(generated));
        }
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        long start = System.nanoTime();
        if (javac.run(null, null, null, options.toArray(new String[0])) != 0) {
            throw new AssertionError("javac failed");
        }
        Fork.answer(Fork.cpu(), System.nanoTime() - start);
    }

    private static String directory(Path path) throws IOException {
        return Files.createDirectories(path).toString();
    }

    private static List<String> javaFiles(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Classes of twenty methods each. */
    private static List<String> sources(Path directory, int methods, boolean annotated) throws IOException {
        Files.createDirectories(directory);
        for (int first = 0; first < methods; first += METHODS_BY_CLASS) {
            String name = "C" + first / METHODS_BY_CLASS;
            StringBuilder text = new StringBuilder("package p;\nimport static dev.asyncfn.Async.await;\n"
                    + "import dev.asyncfn.*;\nimport java.util.*;\nfinal class " + name + " {\n"
                    + "    static Future<Integer> later(int x) { return Future.ready(x); }\n");
            for (int i = first; i < Math.min(methods, first + METHODS_BY_CLASS); i++) {
                text.append(annotated ? "    @AsyncFn\n" : "").append(method(i));
            }
            Files.writeString(directory.resolve(name + ".java"), text + "}\n");
        }
        return javaFiles(directory);
    }

    private static String method(int i) {
        return """
                static int f%d(int a, List<Integer> xs) {
                    int sum = a;
                    for (int i = 0; i < a; i++) {
                        int x = await(later(i));
                        if (x > 3) {
                            sum += await(later(x + sum));
                        }
                    }
                    try {
                        sum += xs.get(await(later(sum)));
                    } finally {
                        sum++;
                    }
                    return sum;
                }
            """.formatted(i);
    }
}
