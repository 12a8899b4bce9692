package dev.asyncfn.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures all rows and writes the page. The contenders of a row take turns, and all rows are gone through once in each round, so that a change
 * of the machine's load meets all of them.
 *
 * <p>Arguments, all optional: {@code rounds=3}, {@code run=2} for a second run to be compared with the first, {@code rows=Join,Select} for some
 * rows only, {@code quick} for a run that only shows that all works, {@code report} for the page alone, made of the results that there are.
 */
public final class Benchmarks {
    private static final Path RESULTS = Path.of("results");
    private static final Path PAGE = Path.of("..", "..", "runtime", "BENCHMARKS.md");

    private Benchmarks() {}

    /**
     * Runs in the directory of the module.
     *
     * @param args as above
     * @throws IOException if the page cannot be written
     */
    public static void main(String[] args) throws IOException {
        Options options = Options.of(args);
        if (!options.report) {
            Results results = run(options);
            results.write(RESULTS.resolve("jdk" + Runtime.version().feature() + "-" + options.run + ".tsv"));
        }
        report(RESULTS, PAGE);
    }

    /** All rows that were asked for. */
    static Results run(Options options) {
        OtherPrograms others = OtherPrograms.fromNow();
        Results.Collector collector = new Results.Collector();
        Harness harness = new Harness(collector, options.quick);
        Processes processes = new Processes(collector, options.quick);
        for (int round = 1; round <= options.rounds; round++) {
            for (Row row : options.rows) {
                for (String contender : contenders(row, options.quick)) {
                    System.err.println("round " + round + ": " + row.id() + ", " + contender);
                    if (row.isHarnessed()) {
                        harness.run(row, contender);
                    } else {
                        processes.run(row, contender);
                    }
                }
            }
        }
        return collector.results(machine(options.rounds), others.share());
    }

    /** Those that this JDK can run. A quick run leaves out the other processes: theirs is code that hardly changes, and each takes a second. */
    static List<String> contenders(Row row, boolean quick) {
        return row.contenders().stream()
                .filter(contender -> !contender.equals("virtual") || VirtualThreads.exist())
                .filter(contender -> !quick || row.isHarnessed() || contender.equals("asyncfn"))
                .toList();
    }

    /** Writes the page, and a chart for each file of results beside it. */
    static void report(Path results, Path page) throws IOException {
        List<Results> runs = new ArrayList<>();
        try (Stream<Path> files = Files.list(results)) {
            for (Path file : files.sorted()
                    .filter(name -> name.toString().endsWith(".tsv"))
                    .toList()) {
                runs.add(Results.read(file));
            }
        }
        List<Runs> machines = Runs.byMachine(runs);
        Files.writeString(page, Page.of(machines, Files.readString(results.resolve("introduction.txt"))));
        for (int i = 0; i < machines.size(); i++) {
            Files.writeString(page.resolveSibling(Page.chart(i)), Chart.of(machines.get(i)));
        }
    }

    private static String machine(int rounds) {
        return "JDK " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                + ", " + Runtime.getRuntime().availableProcessors() + " processors, rounds: " + rounds;
    }

    /**
     * What to run.
     *
     * @param rounds how often each contender
     * @param run the number of this run among those of this JDK
     * @param rows in order
     * @param quick whether the numbers do not matter
     * @param report whether nothing is run
     */
    record Options(int rounds, int run, List<Row> rows, boolean quick, boolean report) {
        static Options of(String... args) {
            int rounds = 3;
            int run = 1;
            List<Row> rows = Rows.ALL;
            boolean quick = false;
            boolean report = false;
            for (String arg : args) {
                String value = arg.substring(arg.indexOf('=') + 1);
                switch (arg.substring(0, arg.length() - value.length())) {
                    case "rounds=" -> rounds = Integer.parseInt(value);
                    case "run=" -> run = Integer.parseInt(value);
                    case "rows=" ->
                        rows = Stream.of(value.split(",")).map(Rows::of).toList();
                    default -> {
                        quick |= arg.equals("quick");
                        report |= arg.equals("report");
                        if (!arg.equals("quick") && !arg.equals("report")) {
                            throw new IllegalArgumentException("not an argument: " + arg);
                        }
                    }
                }
            }
            List<Row> wanted =
                    quick ? rows.stream().filter(row -> !row.isLong()).toList() : rows;
            return new Options(rounds, run, wanted, quick, report);
        }
    }
}
