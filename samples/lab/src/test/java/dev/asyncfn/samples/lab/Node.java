package dev.asyncfn.samples.lab;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The sources of the page, in a folder with the packages that they need. Where they cannot be had, tests are skipped, and say so. */
final class Node {
    private static final Path WEB = Path.of("web").toAbsolutePath();
    private static final Path FOLDER = Path.of("target", "lab", "node").toAbsolutePath();
    private static final Path EXPLORER =
            Path.of("..", "..", "processor", "explorer", "src").toAbsolutePath().normalize();
    private static final int MINUTES = 20;

    private static boolean installed;

    private Node() {}

    /** What a program has printed, and how it ended. */
    record Result(int status, String output) {}

    /** Installs exactly the locked packages, once, without running their scripts. */
    static synchronized void install() throws IOException, InterruptedException {
        if (installed) {
            return;
        }
        assume(isOnPath("node") && isOnPath("npm"), "Node.js is not installed");
        try (Stream<Path> files = Files.walk(WEB)) {
            for (Path file : (Iterable<Path>) files.filter(f -> !f.toString().contains("node_modules"))::iterator) {
                Path copy = FOLDER.resolve(WEB.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.write(copy, Files.readAllBytes(file));
                }
            }
        }
        Result npm = run(Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        assume(npm.status == 0, "npm cannot install the packages: " + npm.output);
        installed = true;
    }

    /** Skips a test, and says why where a reader of the build's output sees it. */
    static void assume(boolean holds, String otherwise) {
        if (!holds) {
            System.err.println("lab: SKIPPED, nothing was tested: " + otherwise);
        }
        Assumptions.assumeTrue(holds, otherwise);
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Runs a command in the folder, and waits for it. */
    static Result run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(FOLDER, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("EXPLORER", EXPLORER.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(List.of(command) + " did not end: " + Files.readString(output));
        }
        Result result = new Result(process.exitValue(), Files.readString(output));
        Files.delete(output);
        return result;
    }
}
