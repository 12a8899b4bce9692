package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.sync.Mutex;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Sleep;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private final TaskProbe task = new TaskProbe();
    private final Signal<Integer> number = new Signal<>();
    private final Signal<String> text = new Signal<>();

    private Future<String> selection() {
        return Selection.<String>biased()
                .on(number, n -> "number " + n)
                .on(text, t -> "text " + t)
                .on(Future.<Void>pending(), nothing -> "never")
                .first();
    }

    @Test
    void theResultIsMadeOfTheFirstValueByTheFunctionOfItsFuture() throws Exception {
        Future<String> first = selection();
        assertThat(task.poll(first)).isSameAs(Poll.pending());
        text.complete("a");
        assertThat(task.poll(first)).isEqualTo(Poll.ready("text a"));
        assertThat(number.drops).hasValue(1);
        assertThat(task.held()).isZero();
    }

    @Test
    void biasedPrefersTheOneThatWasAddedFirst() throws Exception {
        number.complete(1);
        text.complete("a");
        assertThat(task.poll(selection())).isEqualTo(Poll.ready("number 1"));
        assertThat(text.polls).hasValue(0);
    }

    @Test
    void fairLetsEachOfThoseThatAreReadyWin() {
        Random random = new Random(1);
        Map<Integer, Long> wins = IntStream.range(0, 3_000)
                .mapToObj(i -> {
                    Selection<Integer> selection = Selection.fair(random);
                    for (int each = 0; each < 3; each++) {
                        selection.on(Future.ready(each), value -> value);
                    }
                    return dev.asyncfn.Async.blockOn(selection.first());
                })
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(wins.values()).hasSize(3).allMatch(count -> count > 900 && count < 1_100);
    }

    @Test
    void aFairOneIsTheSameForTheSameSeed() throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(winner(seed)).isEqualTo(winner(seed));
        }
    }

    private String winner(long seed) throws Exception {
        Future<String> first = Selection.<String>fair(new Random(seed))
                .on(Future.ready(1), n -> "first")
                .on(Future.ready("x"), t -> "second")
                .first();
        return ((Poll.Ready<String>) task.poll(first)).value();
    }

    @Test
    void aFailureIsThatOfTheSelection() {
        Future<String> first = selection();
        IOException failure = new IOException();
        number.fail(failure);
        assertThatThrownBy(() -> task.poll(first)).isSameAs(failure);
        assertThat(text.drops).hasValue(1);
    }

    /** Otherwise this would wait for a lock that one of the losers has, or is in line for: a futurelock. */
    @Test
    void theLosersAreGoneBeforeTheFunctionRuns() throws Exception {
        Mutex<Void> mutex = new Mutex<>();
        Mutex.Guard<Void> guard = mutex.blockingLock();
        Future<Boolean> first = Selection.<Boolean>biased()
                .on(mutex.lock(), locked -> false)
                .on(number, n -> mutex.tryLock().isPresent())
                .first();
        task.poll(first);
        number.onPoll(guard::close); // the lock is granted to the loser meanwhile
        number.complete(1);
        assertThat(task.poll(first)).isEqualTo(Poll.ready(true));
    }

    @Test
    void inEveryOrderOneWinsAndTheOthersAreDroppedOnce() {
        TestExecutor.explore(200, executor -> {
            Signal<Integer> loser = new Signal<>();
            String won = executor.run(Selection.<String>fair(new Random(executor.seed()))
                    .on(executor.spawn(Sleep.of(Duration.ofSeconds(1), executor.clock())), done -> "sleep")
                    .on(executor.spawn(Futures.yieldNow()), done -> "yield")
                    .on(loser, n -> "loser")
                    .first());
            assertThat(won).isEqualTo("yield");
            assertThat(loser.drops).hasValue(1);
        });
    }

    @Test
    void droppingItDropsAll() throws Exception {
        Future<String> first = selection();
        task.poll(first);
        first.drop();
        assertThat(number.drops).hasValue(1);
        assertThat(text.drops).hasValue(1);
        assertThat(task.held()).isZero();
    }

    @Test
    void oneOfNoFuturesIsRefused() {
        assertThatIllegalStateException().isThrownBy(() -> Selection.biased().first());
    }
}
