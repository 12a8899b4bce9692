package dev.asyncfn.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The rows that measure whole processes, one round at a time. */
final class Processes {
    private static final double MILLION = 1e6;

    private final Results.Collector into;
    /** A tenth of everything, only to show that it runs. */
    private final boolean quick;

    Processes(Results.Collector into, boolean quick) {
        this.into = into;
        this.quick = quick;
    }

    /** Measures one contender of a row. */
    void run(Row row, String contender) {
        switch (row.id()) {
            case "Memory" -> memory(contender);
            case "Sleepers" -> sleepers(contender);
            case "Echo" -> echo(contender);
            case "Compile" -> compile(contender);
            case "ClassSize" -> classSize(contender);
            default -> throw new IllegalArgumentException("no such row: " + row.id());
        }
    }

    private static Fork fork(Class<?> main, Object... args) {
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        return Fork.of(main, words);
    }

    private void memory(String contender) {
        for (int depth : quick ? new int[] {1} : new int[] {1, 3}) {
            try (Fork fork = fork(Memory.class, contender, depth, quick ? 1_000 : 100_000)) {
                into.add("Memory", "depth=" + depth, contender, "bytes", fork.numbers()[0]);
            }
            if (contender.equals("asyncfn") || contender.equals("hand")) {
                double size = futureSize(contender.equals("hand"), depth);
                into.add("Memory", "depth=" + depth, contender, "bytes of the future", size);
            }
        }
    }

    private static double futureSize(boolean byHand, int depth) {
        try {
            return Memory.ofFuture(byHand, depth);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void sleepers(String contender) {
        try (Fork fork = fork(Sleepers.class, contender, quick ? 1_000 : 1_000_000, quick ? 200 : 8_000)) {
            double[] numbers = fork.numbers();
            into.add("Sleepers", "", contender, "CPU ns", numbers[0]);
            into.add("Sleepers", "", contender, "bytes", numbers[1]);
        }
    }

    private void echo(String contender) {
        int requests = quick ? 1_000 : 200_000;
        for (int connections : quick ? new int[] {10} : new int[] {100, 1_000}) {
            try (Fork server = fork(EchoServers.class, contender)) {
                int port = (int) server.numbers()[0];
                client(port, connections, requests / 2); // warms it up
                double before = cpu(server);
                double nanos = client(port, connections, requests);
                String params = "connections=" + connections;
                into.add("Echo", params, contender, "server CPU ns", (cpu(server) - before) / requests);
                into.add("Echo", params, contender, "wall ns", nanos / requests);
            }
        }
    }

    private static double client(int port, int connections, int requests) {
        try (Fork client = fork(EchoClient.class, port, connections, requests)) {
            return client.numbers()[0];
        }
    }

    private static double cpu(Fork server) {
        server.ask();
        return server.numbers()[0];
    }

    private void compile(String contender) {
        for (int methods : quick ? new int[] {1} : new int[] {1, 10, 100, 1_000}) {
            Path root = Path.of("target", "compile", String.valueOf(methods));
            try (Fork fork = fork(CompileTime.class, contender, methods, root)) {
                double[] numbers = fork.numbers();
                into.add("Compile", "methods=" + methods, contender, "CPU ms", numbers[0] / MILLION);
                into.add("Compile", "methods=" + methods, contender, "wall ms", numbers[1] / MILLION);
            }
        }
    }

    private void classSize(String contender) {
        String prefix = contender.equals("asyncfn") ? "ManyAsync" : "ManyKt";
        Path directory = Path.of(location()).resolve("dev/asyncfn/samples/benchmarks");
        try (Stream<Path> files = Files.list(directory)) {
            long size = files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            into.add("ClassSize", "", contender, "bytes", size);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String location() {
        return Processes.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
    }
}
