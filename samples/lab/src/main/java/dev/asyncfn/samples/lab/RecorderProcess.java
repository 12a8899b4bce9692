package dev.asyncfn.samples.lab;

import dev.asyncfn.samples.lab.player.Recorder;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process of {@link Recorder}, which records one program. It is started before there is one: then the reader does not wait for a JVM to
 * start. It is bounded in memory, and in time from when it has the program.
 */
final class RecorderProcess {
    static final int MEMORY_MB = 96;

    private final Process process;
    private final Path errors;

    private RecorderProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    /**
     * Starts one.
     *
     * @param folder for everything that it writes
     * @param number another one for each process in this folder
     * @param seconds how long it may take to record
     */
    static RecorderProcess start(Path folder, int number, int steps, int seconds) throws IOException {
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
                String.valueOf(steps),
                String.valueOf(seconds));
        Path errors = folder.resolve("errors" + number + ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().retainAll(List.of("SystemRoot", "PATH"));
        builder.redirectError(ProcessBuilder.Redirect.to(errors.toFile()));
        return new RecorderProcess(builder.start(), errors);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Gives it the program. If the process has ended, nothing happens here: its exit value says why.
     *
     * @param classes the folder of the program's classes
     * @param path the choices that come first, as their ids joined by commas
     */
    void give(Path classes, LabCompiler.Result program, String path) {
        try {
            DataOutputStream out =
                    new DataOutputStream(process.getOutputStream()); // stays open: its end would end the process
            out.writeUTF(classes.toString());
            out.writeUTF(program.text().main().binaryName());
            out.writeUTF(String.join(",", program.maps().keySet()));
            out.writeUTF(path);
            out.flush();
        } catch (IOException ended) {
            kill();
        }
    }

    /** What it prints, up to so many bytes: read while it runs, so that it does not wait for its reader. */
    byte[] output(int most) throws IOException {
        try (InputStream in = process.getInputStream()) {
            return in.readNBytes(most);
        }
    }

    /** Whether it has ended within that time. */
    boolean waitFor(int seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    int exitValue() {
        return process.exitValue();
    }

    /** The beginning of what it has written to its error stream. */
    String errors() throws IOException {
        String text = Files.exists(errors) ? Files.readString(errors).strip() : "";
        return text.isEmpty() ? "it says nothing" : text.substring(0, Math.min(text.length(), 400));
    }

    /** Ends it now, and what it has started. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
