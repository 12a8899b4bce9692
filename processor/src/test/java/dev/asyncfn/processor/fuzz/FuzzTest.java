package dev.asyncfn.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random programs: the future of each does what its body does, however its leaves are pending, and when it is dropped
 * does what an exception there would do. A failure shows its seed, the program after shrinking, the difference and what
 * was generated.
 *
 * <p>The same few hundred programs are run by default. As many others as wanted:
 *
 * <pre>mvn -pl processor -am test -Dtest=FuzzTest#futuresMeanWhatTheirBodiesMean -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.timeout=0 -DargLine= -Dfuzz.seed=1000 -Dfuzz.programs=100000</pre>
 *
 * The seed is the first program's; the others follow it, so {@code -Dfuzz.programs=1} runs a single one again.
 */
class FuzzTest {
    private static final int PROGRAMS = Integer.getInteger("fuzz.programs", 300);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int THREADS = Integer.getInteger("fuzz.threads", 2);
    private static final int REPORTS = Integer.getInteger("fuzz.reports", 3);
    /** A sabotage is noticed within so many programs. */
    private static final int MOST = 100;

    private static final int AT_ONCE = 10;
    private static final SymbolSabotage.Programs SOME = SymbolSabotage.Programs.generate(40);

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
    @ParameterizedTest
    @EnumSource
    void brokenFuturesAreNoticed(Sabotage sabotage) {
        try (Fuzzer fuzzer = new Fuzzer(sabotage, Sabotage.RELEASE)) {
            assertThat(firstFailure(fuzzer, sabotage)).isPresent();
        }
    }

    /** Whether it would notice a future that refers to something else, though nobody sees that it does. */
    @ParameterizedTest
    @EnumSource
    void otherSymbolsAreNoticed(SymbolSabotage sabotage) {
        BatchCompiler compiler = new BatchCompiler(UnaryOperator.identity());

        assertThat(SOME.sources().keySet())
                .anyMatch(name -> SOME.differences(name, sabotage, compiler).stream()
                        .anyMatch(difference -> difference.what().contains(sabotage.difference())));
    }

    @Test
    void aFailingProgramShrinks() {
        try (Fuzzer fuzzer = new Fuzzer(Sabotage.FORGETS_TO_SUPPRESS, Sabotage.RELEASE)) {
            Batch.Verdict failed =
                    firstFailure(fuzzer, Sabotage.FORGETS_TO_SUPPRESS).orElseThrow();

            Batch.Verdict shrunk = fuzzer.shrink(failed);

            assertThat(shrunk.failure().isLike(failed.failure())).isTrue();
            assertThat(shrunk.program().size()).isLessThan(30);
        }
    }

    private static Optional<Batch.Verdict> firstFailure(Fuzzer fuzzer, Sabotage sabotage) {
        return IntStream.range(0, MOST / AT_ONCE)
                .mapToObj(batch -> fuzzer.judge(sabotage.seed() + (long) batch * AT_ONCE, AT_ONCE))
                .flatMap(List::stream)
                .filter(sabotage::explains)
                .findFirst();
    }
}
