package dev.asyncfn.samples.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own for a measurement of a whole process. */
final class Fork implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private Fork(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    static Fork of(Class<?> main, String... args) {
        List<String> command = new ArrayList<>(
                List.of(java("java"), "-Xmx4g", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        try {
            return new Fork(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String java(String program) {
        return System.getProperty("java.home") + "/bin/" + program;
    }

    /** The next line of numbers that it prints. */
    double[] numbers() {
        try {
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException("the process ended without an answer, with " + process.waitFor());
            }
            String[] words = line.split(" ");
            double[] numbers = new double[words.length];
            for (int i = 0; i < words.length; i++) {
                numbers[i] = Double.parseDouble(words[i]);
            }
            return numbers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has it print the next line. */
    void ask() {
        try {
            OutputStream in = process.getOutputStream();
            in.write('\n');
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    // ---- in the process

    /** The CPU time of this process, of all its threads, in nanoseconds. */
    static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    static BufferedReader questions() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }

    static void answer(double... numbers) {
        StringBuilder line = new StringBuilder();
        for (double number : numbers) {
            line.append(line.length() == 0 ? "" : " ").append(number);
        }
        System.out.println(line);
        System.out.flush();
    }

    /** What lives on the heap, in bytes. */
    static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
