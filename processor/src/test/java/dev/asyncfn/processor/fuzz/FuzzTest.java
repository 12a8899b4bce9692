package dev.asyncfn.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random programs: the future of each does what its body does, however its leaves are pending, and when it is dropped
 * does what an exception there would do. A failure shows its seed, the program after shrinking, the difference and what
 * was generated.
 *
 * <p>The same sixty programs are run by default. As many others as wanted:
 *
 * <pre>mvn -pl processor -am test -Dtest=FuzzTest#futuresMeanWhatTheirBodiesMean -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.timeout=0 -DargLine= -Dfuzz.seed=1000 -Dfuzz.programs=100000</pre>
 *
 * The seed is the first program's; the others follow it, so {@code -Dfuzz.programs=1} runs a single one again.
 */
@Order(3)
class FuzzTest {
    private static final int PROGRAMS = Integer.getInteger("fuzz.programs", 60);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int THREADS = Integer.getInteger("fuzz.threads", 2);
    private static final int REPORTS = Integer.getInteger("fuzz.reports", 3);
    private static final int AT_ONCE = 10;
    /** To the end it would take minutes. */
    private static final int SOME_ROUNDS = 1;
    /** The seeds in which some sabotage was noticed first. Only how long the tests take depends on them: they print those of today. */
    private static final List<Integer> NOTICING = List.of(
            29, 89, 54, 68, 69, 94, 83, 91, 47, 21, 78, 28, 22, 12, 96, 23, 26, 13, 18, 84, 17, 2, 55, 70, 125, 119,
            110);
    /** Each sabotage is noticed in one of them. */
    private static final Processed SOME = new Processed(140, NOTICING);

    private static final Set<String> NOTICED = new LinkedHashSet<>();

    @AfterAll
    static void printWhereSabotageWasNoticed() {
        System.out.println("sabotage was noticed in " + String.join(", ", NOTICED));
    }

    @Test
    void futuresMeanWhatTheirBodiesMean() {
        // Whoever runs a long form watches it: entries of a test reporter are not shown by Maven.
        Campaign campaign = new Campaign(SEED, PROGRAMS, UnaryOperator.identity(), System.out::println);

        campaign.run(THREADS);

        System.out.println(campaign.summary());
        assertThat(campaign.report(REPORTS)).as(campaign.summary()).isEmpty();
        // javac itself rejects or miscompiles a few of them.
        assertThat(campaign.invalid()).as("programs that javac rejects").hasSizeLessThanOrEqualTo(1 + PROGRAMS / 50);
    }

    @Test
    void aSeedMakesTheSameProgramAgain() {
        for (int seed = 0; seed < 50; seed++) {
            assertThat(Program.generate(seed, 17).print("P"))
                    .isEqualTo(Program.generate(seed, 17).print("P"));
        }
    }

    /** Whether the fuzzer would notice. */
    @Tag("one-jdk")
    @ParameterizedTest
    @EnumSource
    void brokenFuturesAreNoticed(Sabotage sabotage) {
        assertNoticedIn(SOME.changedBy(sabotage).filter(name -> notices(name, sabotage)));
    }

    private static void assertNoticedIn(Stream<String> programs) {
        Optional<String> first = programs.findFirst();
        assertThat(first).isPresent();
        NOTICED.add(first.get());
    }

    private static boolean notices(String name, Sabotage sabotage) {
        Failure failure = SOME.failure(name, sabotage);
        return failure == null
                ? sabotage.changesSymbols() && !SOME.differences(name, sabotage).isEmpty()
                : sabotage.explains(failure);
    }

    /** Whether it would notice a future that refers to something else, though nobody sees that it does. */
    @Tag("one-jdk")
    @ParameterizedTest
    @EnumSource
    void otherSymbolsAreNoticed(SymbolSabotage sabotage) {
        assertNoticedIn(SOME.changedBy(sabotage)
                .filter(name -> SOME.differences(name, sabotage).stream()
                        .anyMatch(difference -> difference.what().contains(sabotage.difference()))));
    }

    @Tag("one-jdk")
    @Test
    void aFailingProgramShrinks() {
        try (Fuzzer fuzzer = new Fuzzer(Sabotage.DROPS_NOTHING, Sabotage.RELEASE)) {
            Batch.Verdict failed = fuzzer.judge(1, AT_ONCE).stream()
                    .filter(verdict -> Sabotage.DROPS_NOTHING.explains(verdict.failure()))
                    .min(Comparator.comparingInt(verdict -> verdict.program().size()))
                    .orElseThrow();

            Batch.Verdict shrunk = fuzzer.shrink(failed, SOME_ROUNDS);

            assertThat(shrunk.failure().isLike(failed.failure())).isTrue();
            assertThat(shrunk.program().size()).isLessThan(failed.program().size());
        }
    }
}
