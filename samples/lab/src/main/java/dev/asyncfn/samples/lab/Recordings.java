package dev.asyncfn.samples.lab;

import dev.asyncfn.samples.lab.player.Recorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Executes programs of the reader, each in a process of its own, which is bounded in memory, time, steps and output. One at a time for each tab: a
 * new one ends the one before. The process of the next one waits for it. Everything is written below one temporary folder.
 */
final class Recordings implements AutoCloseable {
    private static final int STEPS = 100;
    private static final int ATTEMPTS = 5;
    private static final int MOST_OUTPUT = 8_000_000;

    private final Path folder;
    private final int seconds;
    /** By tab. */
    private final Map<String, RecorderProcess> running = new HashMap<>();
    /** Has no program yet; null if there is none. */
    private RecorderProcess ready;

    private int processes;
    private int programs;
    private boolean closed;

    /** @param seconds how long a process may run */
    Recordings(int seconds) throws IOException {
        this.seconds = seconds;
        this.folder = Files.createTempDirectory("asyncfn-lab");
        prepare();
    }

    /** The process that waits for the next program. */
    synchronized RecorderProcess ready() {
        return ready;
    }

    /** Where everything is written. */
    Path folder() {
        return folder;
    }

    /**
     * Records a program.
     *
     * @param tab where it was typed
     * @param path the choices that come first, as their ids joined by commas
     * @return JSON: what was recorded, or an error in words
     */
    String record(String tab, LabCompiler.Result program, String path) throws IOException, InterruptedException {
        Path classes = write(program.classes());
        RecorderProcess process;
        synchronized (this) {
            process = take();
            kill(running.put(tab, process));
        }
        try {
            process.give(classes, program, path);
            return outcome(process);
        } finally {
            forget(tab, process);
            delete(classes);
            prepare(); // only now: it would take the time of the one that the reader waits for
        }
    }

    /** Ends what is executed for a tab, if anything is. */
    synchronized void end(String tab) {
        kill(running.remove(tab));
    }

    private synchronized void forget(String tab, RecorderProcess process) {
        process.kill();
        running.remove(tab, process);
    }

    /** The process that is ready, or a new one. */
    private RecorderProcess take() throws IOException {
        if (closed) {
            throw new IllegalStateException("the lab is closed");
        }
        RecorderProcess taken = ready != null && ready.isAlive() ? ready : start();
        ready = null;
        return taken;
    }

    private synchronized void prepare() throws IOException {
        if (!closed && ready == null) {
            ready = start();
        }
    }

    private RecorderProcess start() throws IOException {
        processes++;
        return RecorderProcess.start(folder, processes, STEPS, seconds);
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

    private String outcome(RecorderProcess process) throws IOException, InterruptedException {
        byte[] output = process.output(MOST_OUTPUT + 1);
        if (output.length > MOST_OUTPUT) {
            return error("The recording is larger than " + MOST_OUTPUT / 1_000_000
                    + " MB. Print less, or keep less in fields.");
        }
        if (!process.waitFor(seconds)) {
            return tooLong();
        }
        return switch (process.exitValue()) {
            case 0 -> new String(output, StandardCharsets.UTF_8);
            case Recorder.TOO_LONG -> tooLong();
            case Recorder.NO_MEMORY ->
                error("The program needs more than the " + RecorderProcess.MEMORY_MB + " MB that the lab gives it.");
            default -> error("The program was ended by a change, or has failed: " + process.errors());
        };
    }

    private String tooLong() {
        return error("The program ran for " + seconds
                + " s and was ended. Does a loop wait for something without an await?");
    }

    static String error(String message) {
        return Json.of(Map.of("error", message));
    }

    private static void kill(RecorderProcess process) {
        if (process != null) {
            process.kill();
        }
    }

    /** Ends the processes, and deletes the temporary folder. May be called again. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            running.values().forEach(RecorderProcess::kill);
            kill(ready);
        }
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
