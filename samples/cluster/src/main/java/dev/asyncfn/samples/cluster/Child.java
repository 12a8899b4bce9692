package dev.asyncfn.samples.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A JVM of its own that runs one of the programs of this sample. It never outlives this one: see {@link Parent}. */
final class Child implements AutoCloseable {
    /** How the line begins in which a program says where it can be reached. */
    static final String READY = "ready ";

    /** Several times what a busy machine needs. */
    private static final Duration START = Duration.ofSeconds(300);

    private static final Duration END = Duration.ofSeconds(15);

    private final String name;
    private final Path log;
    private final Process process;
    private final Thread killer;
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private Child(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        killer = new Thread(process::destroyForcibly, "kill " + name);
    }

    /**
     * Starts a program.
     *
     * @param folder gets what it prints to its standard error
     */
    static Child start(String name, Path folder, Class<?> program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                // What matters for a few seconds on a small machine: how fast it starts.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                program.getName()));
        command.addAll(arguments);
        Path log = folder.resolve(name.replace(' ', '-') + ".log");
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        Child child = new Child(name, log, process);
        Runtime.getRuntime().addShutdownHook(child.killer);
        Thread reader = new Thread(child::read, "read " + name);
        reader.setDaemon(true);
        reader.start();
        return child;
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith(READY)) {
                    ready.complete(line.substring(READY.length()));
                }
            }
            ready.completeExceptionally(new IOException(name + " has ended"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    /** Blocks until the program can be reached, and returns what it says about that. */
    String awaitReady() throws IOException, InterruptedException {
        try {
            return ready.get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(name + " has not started:\n" + Files.readString(log), e);
        }
    }

    /** Ends the process as a crash does: nothing in it gets to run any more. Blocks until it is gone, and returns its exit code. */
    int kill() {
        return process.destroyForcibly().onExit().join().exitValue();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process: by the end of its input, and if that takes too long, by force. */
    @Override
    public void close() throws IOException {
        try {
            process.getOutputStream().close();
            process.onExit()
                    .completeOnTimeout(process, END.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } finally {
            kill();
            Runtime.getRuntime().removeShutdownHook(killer);
        }
    }
}
