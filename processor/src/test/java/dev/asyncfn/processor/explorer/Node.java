package dev.asyncfn.processor.explorer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The sources of the page with what they need from the npm registry, in a folder of their own. Without Node or without the registry the tests
 * that need it are skipped, and say so.
 */
final class Node {
    private static final Path SOURCES = Path.of("explorer").toAbsolutePath();
    private static final Path FOLDER = Path.of("target", "explorer", "node").toAbsolutePath();
    private static final int MINUTES = 20;

    private static Node installed;

    private final Path folder;

    private Node(Path folder) {
        this.folder = folder;
    }

    /** With the locked packages, which are installed once, without running any of their scripts. */
    static synchronized Node installed() throws IOException, InterruptedException {
        if (installed == null) {
            installed = install();
        }
        return installed;
    }

    private static Node install() throws IOException, InterruptedException {
        assume(onPath("node") && onPath("npm"), "Node.js is not installed");
        copy(SOURCES, FOLDER);
        Result npm = run(FOLDER, Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        assume(npm.status == 0, "npm cannot install the packages: " + npm.output);
        return new Node(FOLDER);
    }

    /** Skips a test, and says why where a reader of the build's output sees it. */
    static void assume(boolean holds, String otherwise) {
        if (!holds) {
            System.err.println("explorer: SKIPPED, nothing was tested: " + otherwise);
        }
        Assumptions.assumeTrue(holds, otherwise);
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** All but the packages, which may be installed beside the sources. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(f -> !f.toString().contains("node_modules"))::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.write(copy, Files.readAllBytes(file));
                }
            }
        }
    }

    /** The end of a process, or of all patience with it. Another thread runs other tests in the place of the one that waits. */
    private record End(Process process) implements ForkJoinPool.ManagedBlocker {
        @Override
        public boolean block() throws InterruptedException {
            process.waitFor(MINUTES, TimeUnit.MINUTES);
            return true;
        }

        @Override
        public boolean isReleasable() {
            return !process.isAlive();
        }
    }

    /** What a program printed, and the status with which it ended. */
    record Result(int status, String output) {}

    Result node(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        String[] command =
                Stream.concat(Stream.of("node"), Arrays.stream(arguments)).toArray(String[]::new);
        return run(folder, environment, command);
    }

    private static Result run(Path folder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        ForkJoinPool.managedBlock(new End(process));
        if (process.isAlive()) {
            process.destroyForcibly();
            throw new IOException(List.of(command) + " did not end: " + Files.readString(output));
        }
        Result result = new Result(process.exitValue(), Files.readString(output));
        Files.delete(output);
        return result;
    }
}
