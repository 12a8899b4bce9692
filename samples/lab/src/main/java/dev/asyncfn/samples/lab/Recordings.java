package dev.asyncfn.samples.lab;

import dev.asyncfn.samples.lab.player.Recorder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Executes programs of the reader, each in a process of its own, which is bounded in memory, time, steps and output. One at a time: a new one ends
 * the one before. Everything is written below one temporary folder.
 */
final class Recordings implements AutoCloseable {
    private static final int MEMORY_MB = 96;
    private static final int STEPS = 100;
    private static final int ATTEMPTS = 5;
    private static final int MOST_OUTPUT = 8_000_000;

    private final Path folder;
    private final int seconds;
    private Process running;
    private int programs;
    private boolean closed;

    /** @param seconds how long a process may run */
    Recordings(int seconds) throws IOException {
        this.seconds = seconds;
        this.folder = Files.createTempDirectory("asyncfn-lab");
    }

    /** Where everything is written. */
    Path folder() {
        return folder;
    }

    /**
     * Records a program.
     *
     * @param path the choices that come first, as their ids joined by commas
     * @return JSON: what was recorded, or an error in words
     */
    String record(LabCompiler.Result program, String path) throws IOException, InterruptedException {
        Path classes = write(program.classes());
        Process process;
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("the lab is closed");
            }
            kill(running);
            process = start(classes, program, path);
            running = process;
        }
        try {
            return outcome(process);
        } finally {
            kill(process);
            delete(classes);
        }
    }

    private Path write(Map<String, byte[]> classes) throws IOException {
        Path target;
        synchronized (this) {
            programs++;
            target = folder.resolve("program" + programs);
        }
        for (Map.Entry<String, byte[]> type : classes.entrySet()) {
            Path file = target.resolve(type.getKey().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, type.getValue());
        }
        return target;
    }

    private Process start(Path classes, LabCompiler.Result program, String path) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + MEMORY_MB + "m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Recorder.class.getName(),
                classes.toString(),
                program.text().main().binaryName(),
                String.join(",", program.maps().keySet()),
                String.valueOf(STEPS),
                path,
                String.valueOf(seconds));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().retainAll(List.of("SystemRoot", "PATH"));
        builder.redirectError(
                ProcessBuilder.Redirect.to(folder.resolve("errors.txt").toFile()));
        return builder.start();
    }

    /** Reads while it runs, so that it does not wait for its reader. */
    private String outcome(Process process) throws IOException, InterruptedException {
        byte[] output;
        try (InputStream in = process.getInputStream()) {
            output = in.readNBytes(MOST_OUTPUT + 1);
        }
        if (output.length > MOST_OUTPUT) {
            return error("The recording is larger than " + MOST_OUTPUT / 1_000_000
                    + " MB. Print less, or keep less in fields.");
        }
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            return tooLong();
        }
        return switch (process.exitValue()) {
            case 0 -> new String(output, StandardCharsets.UTF_8);
            case Recorder.TOO_LONG -> tooLong();
            case Recorder.NO_MEMORY ->
                error("The program needs more than the " + MEMORY_MB + " MB that the lab gives it.");
            default -> error("The program was ended by a change, or has failed: " + errors());
        };
    }

    private String tooLong() {
        return error("The program ran for " + seconds
                + " s and was ended. Does a loop wait for something without an await?");
    }

    private String errors() throws IOException {
        Path file = folder.resolve("errors.txt");
        String text = Files.exists(file) ? Files.readString(file).strip() : "";
        return text.isEmpty() ? "it says nothing" : text.substring(0, Math.min(text.length(), 400));
    }

    static String error(String message) {
        return Json.of(Map.of("error", message));
    }

    private static void kill(Process process) {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Ends the process that runs, and deletes the temporary folder. May be called again. */
    @Override
    public void close() {
        Process last;
        synchronized (this) {
            closed = true;
            last = running;
        }
        kill(last);
        delete(folder);
    }

    /** One thread at a time: a request may still delete its program while the lab is closed. */
    private void delete(Path root) {
        synchronized (folder) {
            for (int attempt = 0; attempt < ATTEMPTS && Files.exists(root); attempt++) {
                deleteOnce(root);
            }
        }
    }

    private static void deleteOnce(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            return; // a process that is being ended has still written there: once more
        }
    }
}
