package dev.asyncfn.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The samples of one run, and where it ran; a file of lines with tabs, from which the page is made again at any time.
 *
 * @param machine the processor, the system, the JDK and the rounds
 * @param others the part of the processors' time that other programs took meanwhile, from 0 to 1; negative if unknown
 * @param samples in the order of the rows
 */
record Results(String machine, double others, List<Sample> samples) {

    static Results read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<Sample> samples = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            samples.add(new Sample(
                    cells[0],
                    cells[1],
                    cells[2],
                    cells[3],
                    Double.parseDouble(cells[4]),
                    Double.parseDouble(cells[5]),
                    Double.parseDouble(cells[6])));
        }
        String[] head = lines.get(0).split("\t", -1);
        return new Results(head[0], Double.parseDouble(head[1]), samples);
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(machine + "\t" + String.format(Locale.ROOT, "%.3f", others));
        for (Sample s : samples) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s\t%s\t%s\t%s\t%.2f\t%.2f\t%.2f",
                    s.row(),
                    s.params(),
                    s.contender(),
                    s.quantity(),
                    s.first(),
                    s.median(),
                    s.third()));
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    /** What a contender needed for the same work as another sample. */
    Optional<Sample> find(Sample beside, String contender) {
        return samples.stream()
                .filter(sample -> sample.contender().equals(contender) && sample.isBeside(beside))
                .findFirst();
    }

    /** Values as they come in, round by round. */
    static final class Collector {
        private record Key(String row, String params, String contender, String quantity) {}

        private final Map<Key, List<Double>> values = new LinkedHashMap<>();

        void add(String row, String params, String contender, String quantity, double value) {
            values.computeIfAbsent(new Key(row, params, contender, quantity), key -> new ArrayList<>())
                    .add(value);
        }

        Results results(String machine, double others) {
            List<Sample> samples = new ArrayList<>();
            for (Row row : Rows.ALL) {
                values.forEach((key, all) -> {
                    if (key.row.equals(row.id())) {
                        samples.add(Sample.of(key.row, key.params, key.contender, key.quantity, all));
                    }
                });
            }
            return new Results(machine, others, samples);
        }
    }
}
