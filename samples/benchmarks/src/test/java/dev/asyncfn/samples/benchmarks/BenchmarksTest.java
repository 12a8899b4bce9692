package dev.asyncfn.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That all rows still run, and that the page says what was measured. No time is compared. */
class BenchmarksTest {
    @Test
    void everyRowRuns() {
        Benchmarks.Options quick = Benchmarks.Options.of("quick", "rounds=1");
        Results results = Benchmarks.run(quick);
        for (Row row : quick.rows()) {
            for (String contender : Benchmarks.contenders(row, true)) {
                assertThat(results.samples())
                        .as(row.id() + ", " + contender)
                        .anyMatch(sample -> sample.row().equals(row.id())
                                && sample.contender().equals(contender)
                                && sample.median() > 0);
            }
        }
    }

    @Test
    void thePageIsThatOfTheResults(@TempDir Path directory) throws IOException {
        Path page = directory.resolve("BENCHMARKS.md");
        Benchmarks.report(Path.of("results"), page);
        Path committed = Path.of("..", "..", "runtime");
        for (Path made : Files.list(directory).sorted().toList()) {
            assertThat(committed.resolve(made.getFileName())).hasSameTextualContentAs(made);
        }
    }

    @Test
    void aTargetHoldsIfTheRatioOfTheMediansIsAtMostItsLimit() {
        Sample ours = new Sample("Ready3", "", "asyncfn", "ns/op", 10, 13, 20);
        Sample theirs = new Sample("Ready3", "", "kotlin", "ns/op", 9, 10, 11);
        Sample slower = new Sample("Ready3", "", "hand", "ns/op", 9, 12, 14);
        String page = page(new Results("a machine", 0, List.of(ours, theirs, slower)));
        assertThat(page)
                .contains("| three awaits, ready, ns/op, to kotlin | 1.30 | 1.30 | holds |")
                .contains("| three awaits, ready, ns/op, to hand | 1.05 | 1.08 | **misses** |")
                .contains("| 13.0 (10.0–20.0) | 12.0 (9.0–14.0) | 10.0 (9.0–11.0) |");
    }

    @Test
    void aRunOnABusyMachineIsNotToBeTrusted() {
        assertThat(page(new Results("a machine", 0.3, List.of())))
                .contains("In run 1 other programs took 30.0 % of the processors' time.")
                .contains("shows only that everything is measured");
        assertThat(page(new Results("a machine", 0.03, List.of())))
                .contains("In run 1 other programs took 3.0 % of the processors' time.")
                .doesNotContain("shows only");
        assertThat(page(new Results("a machine", -1, List.of()))).doesNotContain("other programs");
    }

    @Test
    void aRowThatIsToBeFlatIsComparedWithItself() {
        Sample few = new Sample("ManyAwaits", "awaits=20", "asyncfn", "ns/op", 20, 20, 20);
        Sample many = new Sample("ManyAwaits", "awaits=500", "asyncfn", "ns/op", 1000, 1000, 1000);
        String page = page(new Results("a machine", 0, List.of(few, many)));
        assertThat(page)
                .contains("| a call of many awaits, ready, awaits=500, ns/op, to asyncfn, awaits=20 | 1.50 | 2.00 |"
                        + " **misses** |");
    }

    @Test
    void theProcessorIsComparedWithWhatJavacSpendsOnItsCode() {
        List<Sample> samples = List.of(
                new Sample("Compile", "methods=100", "asyncfn", "CPU ms", 10, 10, 10),
                new Sample("Compile", "methods=100", "generated", "CPU ms", 7, 7, 7),
                new Sample("Compile", "methods=100", "plain", "CPU ms", 3, 3, 3));
        assertThat(page(new Results("a machine", 0, samples)))
                .contains("the processor to javac on the generated code | 1.00 | 0.75 | holds |");
    }

    @Test
    void runsOfOneMachineStandBesideEachOther() {
        Results first = new Results("a machine", 0, List.of(ready("asyncfn", 10), ready("kotlin", 8)));
        Results second = new Results("a machine", 0, List.of(ready("asyncfn", 12), ready("kotlin", 8.5)));
        assertThat(page(first, second))
                .containsOnlyOnce("## a machine")
                .contains("differ by at most a tenth between the runs: 0 of 1.")
                .contains("| three awaits, ready, ns/op | 10.0 (9.0–11.0)<br>12.0 (11.0–13.0) |")
                .contains("| three awaits, ready, ns/op, to kotlin | 1.30 | 1.25, 1.41 | **the runs differ** |");
        assertThat(page(first, new Results("another", 0, List.of())))
                .contains("## a machine", "## another")
                .doesNotContain("medians");
    }

    @Test
    void runsAgreeInTheirRatiosNotInTheirTimes() {
        Results slow =
                new Results("a machine", 0, List.of(ready("asyncfn", 20), ready("kotlin", 16), ready("hand", 9)));
        Results fast =
                new Results("a machine", 0, List.of(ready("asyncfn", 10), ready("kotlin", 8.5), ready("hand", 6)));
        assertThat(page(slow, fast)).contains("differ by at most a tenth between the runs: 1 of 2.");
        Results nothing = new Results("a machine", 0, List.of(ready("asyncfn", 0), ready("kotlin", 0)));
        assertThat(page(nothing, nothing)).contains("differ by at most a tenth between the runs: 1 of 1.");
        assertThat(page(nothing, fast)).contains("differ by at most a tenth between the runs: 0 of 1.");
    }

    @Test
    void whatAnotherRunLeftOutIsNotCompared() {
        Results whole = new Results("a machine", 0, List.of(ready("asyncfn", 10), ready("kotlin", 8)));
        Results part = new Results("a machine", 0, List.of(ready("asyncfn", 10)));
        assertThat(page(whole, part))
                .contains("between the runs: 0 of 0.")
                .contains("| three awaits, ready, ns/op, to kotlin | 1.30 | 1.25 | holds |");
    }

    @Test
    void theTimeOfOthersIsThatOfTheMachineWithoutOurs() {
        String own = " (a (strange) name) S 1 1 1 0 -1 4194304 1 1 1 1 ";
        OtherPrograms start = OtherPrograms.of(
                "cpu  100 10 50 1000 40 1 2 3 0 0\ncpu0 1 1 1", "17" + own + "30 10 5 5 20 0 1 0 1 1 1");
        assertThat(start).isEqualTo(new OtherPrograms(1206, 166, 50));
        OtherPrograms end =
                OtherPrograms.of("cpu  190 10 60 1090 40 1 2 13 0 0\n", "17" + own + "100 20 10 10 20 0 1 0 1 1 1");
        assertThat(start.shareUntil(end)).isEqualTo((110 - 90) / 200.0);
        assertThat(new OtherPrograms(-1, 0, 0).share()).isNegative();
    }

    private static Sample ready(String contender, double median) {
        return new Sample("Ready3", "", contender, "ns/op", median - 1, median, median + 1);
    }

    private static String page(Results... runs) {
        return Page.of(Runs.byMachine(List.of(runs)), "# Title\n");
    }

    @Test
    void resultsSurviveTheirFile(@TempDir Path directory) throws IOException {
        Results results = new Results(
                "a machine",
                0.2,
                List.of(
                        Sample.of("Join", "branches=2", "asyncfn", "ns/op", List.of(3.0, 1.0, 2.0)),
                        new Sample("Echo", "", "nio", "wall ns", 1.25, 2.5, 1_000_000)));
        Path file = directory.resolve("jdk.tsv");
        results.write(file);
        assertThat(Results.read(file)).isEqualTo(results);
    }

    @Test
    void anUnknownArgumentIsRefused() {
        assertThatThrownBy(() -> Benchmarks.Options.of("round=3")).hasMessage("not an argument: round=3");
        assertThatThrownBy(() -> Benchmarks.Options.of("rows=Nothing")).hasMessage("there is no row Nothing");
    }
}
