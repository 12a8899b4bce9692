package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes for every future that is made of others, whatever it makes of them. */
@Tag("one-jdk")
class CombinatorContractTest {
    /** A combinator of two futures; one that takes a single one ignores the other. */
    private record Combinator(
            String name,
            boolean takesTwo,
            boolean endsWithTheFirst,
            BiFunction<Future<String>, Future<String>, Future<?>> of) {
        Future<?> over(Future<String> first, Future<String> second) {
            return of.apply(first, second);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Combinator> all() {
        return Stream.concat(ofTwo(), ofOne());
    }

    static Stream<Combinator> ofTwo() {
        return Stream.of(
                new Combinator("join", true, false, Futures::join),
                new Combinator("joinAll", true, false, (a, b) -> Futures.joinAll(Arrays.asList(a, b))),
                new Combinator("tryJoin", true, false, Futures::tryJoin),
                new Combinator("tryJoinAll", true, false, (a, b) -> Futures.tryJoinAll(Arrays.asList(a, b))),
                new Combinator("select", true, true, Futures::select),
                new Combinator("selectAll", true, true, (a, b) -> Futures.selectAll(Arrays.asList(a, b))),
                new Combinator("race", true, true, Futures::<String>race),
                new Combinator("raceOk", true, true, (a, b) -> Futures.raceOk(Arrays.asList(a, b))),
                new Combinator(
                        "Selection",
                        true,
                        true,
                        (a, b) -> Selection.<String>biased()
                                .on(a, value -> value)
                                .on(b, value -> value)
                                .first()),
                new Combinator(
                        "FuturesUnordered.next",
                        true,
                        true,
                        (a, b) -> FuturesUnordered.of(Arrays.asList(a, b)).next()));
    }

    static Stream<Combinator> ofOne() {
        return Stream.of(
                new Combinator("map", false, true, (a, b) -> Futures.map(a, value -> value)),
                new Combinator("andThen", false, true, (a, b) -> Futures.andThen(a, Future::ready)),
                new Combinator("orElse", false, true, (a, b) -> Futures.<String>orElse(a, Future::failed)),
                new Combinator("timeout", false, true, (a, b) -> Futures.timeout(Duration.ofHours(1), a)),
                new Combinator("fuse", false, true, (a, b) -> Futures.fuse(a)),
                new Combinator("shielded", false, true, (a, b) -> Futures.shielded(a)),
                new Combinator("shared", false, true, (a, b) -> Futures.shared(a)),
                new Combinator("alongside", false, true, (a, b) -> Futures.alongside(a)),
                new Combinator("failingWith", false, true, (a, b) -> Futures.failingWith(a, IOException.class)),
                new Combinator("onUndelivered", false, true, (a, b) -> Futures.onUndelivered(a, value -> {})));
    }

    /** Those that own what they are made of, so that dropping them drops it. */
    static Stream<Combinator> owning() {
        return all().filter(combinator -> !combinator.name().equals("FuturesUnordered.next"));
    }

    private final TaskProbe task = new TaskProbe();
    private final Signal<String> first = new Signal<>();
    private final Signal<String> second = new Signal<>();

    @ParameterizedTest
    @MethodSource("all")
    void nothingHappensBeforeTheFirstPoll(Combinator combinator) {
        combinator.over(first, second);
        assertThat(first.polls).hasValue(0);
        assertThat(second.polls).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource("all")
    void completingLetsGoOfTheWaker(Combinator combinator) throws Exception {
        Future<?> future = combinator.over(first, second);
        assertThat(task.poll(future)).isSameAs(Poll.pending());
        first.complete("a");
        assertThat(task.takeWoken()).isTrue();
        Poll<?> poll = task.poll(future);
        assertThat(poll.isReady()).isEqualTo(combinator.endsWithTheFirst());
        if (poll.isPending()) {
            second.complete("b");
            assertThat(task.takeWoken()).isTrue();
            assertThat(task.poll(future).isReady()).isTrue();
        } else {
            future.drop();
        }
        assertThat(task.held()).isZero();
    }

    @ParameterizedTest
    @MethodSource("owning")
    void droppingDropsWhatItWasMadeOfOnceAndLetsGoOfTheWaker(Combinator combinator) throws Exception {
        Future<?> future = combinator.over(first, second);
        task.poll(future);
        future.drop();
        future.drop();
        assertThat(task.held()).isZero();
        assertThat(first.drops).hasValue(1);
        assertThat(second.drops).hasValue(combinator.takesTwo() ? 1 : 0);
        first.wake();
        second.wake();
        assertThat(task.wakes()).isZero();
    }

    @ParameterizedTest
    @MethodSource("owning")
    void droppingItBeforeItsFirstPollDropsWhatItWasMadeOf(Combinator combinator) {
        combinator.over(first, second).drop();
        assertThat(first.drops).hasValue(1);
        assertThat(second.drops).hasValue(combinator.takesTwo() ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("all")
    void droppingItAfterItHasCompletedDropsNothingThatHas(Combinator combinator) throws Exception {
        first.complete("a");
        second.complete("b");
        Future<?> future = combinator.over(first, second);
        assertThat(task.poll(future).isReady()).isTrue();
        future.drop();
        assertThat(first.drops).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aFailureIsThrownAsItIs(Combinator combinator) throws Exception {
        IOException failure = new IOException("first");
        Future<?> future = combinator.over(first, second);
        task.poll(future);
        first.fail(failure);
        second.fail(failure);
        Throwable thrown = null;
        for (int polls = 0; thrown == null && polls < 3; polls++) {
            thrown = catchThrowable(() -> task.poll(future));
        }
        assertThat(thrown).isSameAs(failure).hasNoSuppressedExceptions();
        assertThat(first.drops).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aWakeDuringThePollIsNotLost(Combinator combinator) {
        Future<String> yielding = Futures.map(Futures.yieldNow(), nothing -> "yielded");
        Future<String> other = Futures.map(Futures.yieldNow(), nothing -> "yielded, too");
        Future<?> future = combinator.over(yielding, other);
        assertThat((Object) Async.blockOn(future)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aWakeByAnotherThreadWhileItIsPolledIsNotLost(Combinator combinator) {
        for (int i = 0; i < 200; i++) {
            Signal<String> one = new Signal<>();
            Signal<String> other = new Signal<>();
            Thread completing = new Thread(() -> {
                other.complete("b");
                one.complete("a");
            });
            one.onPoll(() -> {
                if (one.polls.get() == 1) {
                    completing.start();
                }
            });
            assertThat((Object) Async.blockOn(combinator.over(one, other))).isNotNull();
            join(completing);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aWakeBetweenRegistrationAndReturnIsNotLost(Combinator combinator) throws Exception {
        Future<?> future = combinator.over(first, second);
        first.onPoll(first::wake);
        assertThat(task.poll(future)).isSameAs(Poll.pending());
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(future)).isSameAs(Poll.pending());
        assertThat(first.polls).hasValue(2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void onlyTheNewestWakerIsWokenWhenItMovesBetweenTasks(Combinator combinator) throws Exception {
        TaskProbe newer = new TaskProbe();
        Future<?> future = combinator.over(first, second);
        task.poll(future);
        newer.poll(future);
        first.wake();
        assertThat(task.wakes()).isZero();
        assertThat(newer.wakes()).isOne();
        task.poll(future);
        future.drop();
        assertThat(task.held()).isZero();
        assertThat(newer.held()).isZero();
    }

    @ParameterizedTest
    @MethodSource("all")
    void itsFuturesSpendTheBudgetOfTheTask(Combinator combinator) throws Exception {
        Future<?> future = combinator.over(Future.ready("a"), Future.ready("b"));
        Context spent = Context.withBudget(task.waker(), 1);
        assertThat(spent.proceed()).isTrue();
        assertThat(future.poll(spent)).isSameAs(Poll.pending());
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(future).isReady()).isTrue();
        assertThat(task.held()).isZero();
    }

    @ParameterizedTest
    @MethodSource("all")
    void polledAfterCompletionItThrowsUnlessItIsDocumentedNotTo(Combinator combinator) throws Exception {
        first.complete("a");
        second.complete("b");
        Future<?> future = combinator.over(first, second);
        assertThat(task.poll(future).isReady()).isTrue();
        switch (combinator.name()) {
            case "fuse" -> assertThat(task.poll(future)).isSameAs(Poll.pending());
            case "shared" -> assertThat(task.poll(future)).isEqualTo(Poll.ready("a"));
            default -> assertThatIllegalStateException().isThrownBy(() -> task.poll(future));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void nullFuturesAreRefusedAtOnce(Combinator combinator) {
        assertThatNullPointerException().isThrownBy(() -> combinator.over(null, second));
        if (combinator.takesTwo()) {
            assertThatNullPointerException().isThrownBy(() -> combinator.over(first, null));
        }
    }

    @ParameterizedTest
    @MethodSource("ofTwo")
    void oneFutureThatStandsTwiceIsNotForgotten(Combinator combinator) throws Exception {
        if (combinator.name().equals("FuturesUnordered.next")) {
            return; // is documented not to
        }
        Shared<String> twice = Futures.shared(first);
        Future<?> future = combinator.over(twice, twice);
        assertThat(task.poll(future)).isSameAs(Poll.pending());
        first.complete("a");
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(future).isReady()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    void tellsWhatItWaitsFor(Combinator combinator) throws Exception {
        Future<?> future = combinator.over(first, second);
        task.poll(future);
        Future<?> leaf = future;
        while (leaf instanceof Traced traced) {
            assertThat(traced.state()).isNotEqualTo("DONE").isNotBlank();
            leaf = traced.awaited();
        }
        assertThat(leaf).isSameAs(first);
        future.drop();
        assertThat(((Traced) future).state()).isEqualTo("DONE");
        assertThat(((Traced) future).awaited()).isNull();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
