package dev.asyncfn.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Signal;
import dev.asyncfn.future.UndroppableWaker;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The publisher of a stream, with subscribers that do not behave. */
class StreamPublisherTest {
    private final LocalPool pool = new LocalPool();
    private final Source<Integer> source = new Source<>();
    private final Recorder<Integer> subscriber = new Recorder<>();

    private void subscribe() {
        source.toPublisher(pool).subscribe(subscriber);
        pool.runUntilStalled();
    }

    private void request(long count) {
        subscriber.subscription.request(count);
        pool.runUntilStalled();
    }

    @Test
    void theStreamIsPolledWhileThereIsDemandAndNoLonger() {
        source.give(1).give(2).give(3);
        subscribe();
        assertThat(source.polls).isZero();
        request(2);
        assertThat(subscriber.signals()).containsExactly(1, 2);
        assertThat(source.polls).isEqualTo(2);
        request(1);
        assertThat(subscriber.signals()).containsExactly(1, 2, 3);
    }

    @Test
    void completesWhenTheStreamEnds() {
        source.give(1).end();
        subscribe();
        request(5);
        assertThat(subscriber.signals()).containsExactly(1, "complete");
        assertThat(source.drops).isZero();
        assertThat(pool.size()).isZero();
        request(1);
        subscriber.subscription.cancel();
        assertThat(subscriber.signals()).hasSize(2);
    }

    @Test
    void whatTheStreamThrowsIsSignalledAsItIs() {
        IOException failure = new IOException("of the stream");
        source.give(1).fail(failure);
        subscribe();
        request(5);
        assertThat(subscriber.signals()).containsExactly(1, failure);
        assertThat(source.drops).isZero();
        assertThat(pool.size()).isZero();
    }

    @Test
    void cancelDropsTheStreamInItsTask() {
        subscribe();
        request(1);
        subscriber.subscription.cancel();
        assertThat(source.drops).isZero();
        pool.runUntilStalled();
        assertThat(source.drops).isOne();
        assertThat(pool.size()).isZero();
        source.give(1);
        subscriber.subscription.request(1);
        pool.runUntilStalled();
        assertThat(subscriber.signals()).isEmpty();
    }

    @Test
    void cancelWhileNothingIsRequestedDropsTheStreamToo() {
        subscribe();
        subscriber.subscription.cancel();
        subscriber.subscription.cancel();
        pool.runUntilStalled();
        assertThat(source.drops).isOne();
    }

    @Test
    void cancelInOnSubscribeNeverStartsATask() {
        source.toPublisher(pool).subscribe(new Recorder<>() {
            @Override
            public void onSubscribe(Flow.Subscription granted) {
                granted.request(1);
                granted.cancel();
            }
        });
        assertThat(pool.size()).isZero();
        assertThat(source.drops).isOne();
        assertThat(source.polls).isZero();
    }

    @Test
    void cancelInOnNextIsTheLastSignal() {
        source.give(1).give(2);
        subscribe();
        subscriber.onNext = item -> subscriber.subscription.cancel();
        request(5);
        assertThat(subscriber.signals()).containsExactly(1);
        assertThat(source.drops).isOne();
        assertThat(source.polls).isOne();
    }

    @Test
    void requestInOnNextNeedsNoStack() {
        int many = 100_000;
        Stream<Integer> numbers =
                Streams.fromIterable(() -> IntStream.range(0, many).iterator());
        AtomicInteger depth = new AtomicInteger();
        subscriber.onNext = item -> {
            assertThat(depth.incrementAndGet()).isOne();
            subscriber.subscription.request(1);
            depth.decrementAndGet();
        };
        numbers.toPublisher(pool).subscribe(subscriber);
        request(1);
        assertThat(subscriber.signals()).hasSize(many + 1).endsWith(many - 1, "complete");
    }

    @Test
    void requestOfNothingOrLessIsAnErrorAndEndsIt() {
        for (long wrong : new long[] {0, -1, Long.MIN_VALUE}) {
            Source<Integer> upstream = new Source<>();
            Recorder<Integer> rude = new Recorder<>();
            upstream.give(1).toPublisher(pool).subscribe(rude);
            rude.subscription.request(wrong);
            rude.subscription.request(1);
            pool.runUntilStalled();
            assertThat(rude.signals())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            IllegalArgumentException.class,
                            e -> assertThat(e).hasMessageContaining("3.9").hasMessageContaining(String.valueOf(wrong)));
            assertThat(upstream.drops).isOne();
        }
    }

    @Test
    void aWrongRequestInOnNextIsSignalledAfterIt() {
        source.give(1).give(2);
        subscribe();
        subscriber.onNext = item -> subscriber.subscription.request(-1);
        request(2);
        assertThat(subscriber.signals()).hasSize(2);
        assertThat(subscriber.signals().get(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWrongRequestAfterACancelIsNotSignalled() {
        subscribe();
        subscriber.subscription.cancel();
        subscriber.subscription.request(-1);
        pool.runUntilStalled();
        assertThat(subscriber.signals()).isEmpty();
    }

    @Test
    void demandDoesNotOverflow() {
        source.give(1).give(2).give(3).give(4);
        subscribe();
        subscriber.subscription.request(Long.MAX_VALUE);
        subscriber.subscription.request(Long.MAX_VALUE);
        subscriber.subscription.request(1);
        pool.runUntilStalled();
        assertThat(subscriber.signals()).containsExactly(1, 2, 3, 4);
        source.give(5);
        pool.runUntilStalled();
        assertThat(subscriber.signals()).endsWith(5);
    }

    @Test
    void demandThatAddsUpToTheMostDoesNotOverflow() {
        source.give(1);
        subscribe();
        subscriber.subscription.request(Long.MAX_VALUE - 1);
        pool.runUntilStalled();
        subscriber.subscription.request(Long.MAX_VALUE - 1);
        source.give(2).end();
        pool.runUntilStalled();
        assertThat(subscriber.signals()).containsExactly(1, 2, "complete");
    }

    @Test
    void aStreamHasOneSubscriber() {
        Flow.Publisher<Integer> publisher = source.toPublisher(pool);
        Recorder<Integer> second = new Recorder<>();
        publisher.subscribe(subscriber);
        publisher.subscribe(second);
        assertThat(second.subscription).isNotNull();
        assertThat(second.signals())
                .singleElement()
                .isInstanceOfSatisfying(
                        IllegalStateException.class, e -> assertThat(e).hasMessageContaining("a subscriber already"));
        second.subscription.request(-1);
        second.subscription.cancel();
        source.give(1);
        request(1);
        assertThat(subscriber.signals()).containsExactly(1);
        assertThat(second.signals()).hasSize(1);
    }

    @Test
    void aSupplierGivesEachSubscriberItsStream() {
        Flow.Publisher<Integer> publisher = Streams.toPublisher(() -> Streams.of(1, 2), pool);
        Recorder<Integer> second = new Recorder<>();
        publisher.subscribe(subscriber);
        publisher.subscribe(second);
        subscriber.subscription.request(1);
        second.subscription.request(9);
        pool.runUntilStalled();
        assertThat(subscriber.signals()).containsExactly(1);
        assertThat(second.signals()).containsExactly(1, 2, "complete");
    }

    @Test
    void whatTheSupplierThrowsIsSignalled() {
        IllegalStateException failure = new IllegalStateException("of the supplier");
        Streams.<Integer>toPublisher(
                        () -> {
                            throw failure;
                        },
                        pool)
                .subscribe(subscriber);
        assertThat(subscriber.signals()).containsExactly(failure);
        Recorder<Integer> second = new Recorder<>();
        Streams.<Integer>toPublisher(() -> null, pool).subscribe(second);
        assertThat(second.signals()).singleElement().isInstanceOf(NullPointerException.class);
    }

    @Test
    void nullSubscribersAreRefused() {
        Flow.Publisher<Integer> publisher = source.toPublisher(pool);
        assertThatNullPointerException().isThrownBy(() -> publisher.subscribe(null));
        publisher.subscribe(subscriber);
        assertThat(subscriber.signals()).isEmpty();
    }

    @Test
    void anOnSubscribeThatThrowsDropsTheStream() {
        IllegalStateException failure = new IllegalStateException("of onSubscribe");
        assertThatThrownBy(() -> source.toPublisher(pool).subscribe(new Recorder<>() {
                    @Override
                    public void onSubscribe(Flow.Subscription granted) {
                        throw failure;
                    }
                }))
                .isSameAs(failure);
        assertThat(source.drops).isOne();
        assertThat(pool.size()).isZero();
    }

    @Test
    void anOnNextThatThrowsDropsTheStreamAndIsTheFailureOfTheTask() {
        IllegalStateException failure = new IllegalStateException("of onNext");
        List<Throwable> unheard = new ArrayList<>();
        Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> unheard.add(thrown));
        try {
            source.give(1).give(2);
            subscriber.onNext = item -> {
                throw failure;
            };
            subscribe();
            request(2);
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }
        assertThat(unheard).containsExactly(failure);
        assertThat(subscriber.signals()).containsExactly(1);
        assertThat(source.drops).isOne();
        assertThat(pool.size()).isZero();
    }

    @Test
    void closingTheExecutorIsSignalled() {
        subscribe();
        request(1);
        pool.close();
        assertThat(subscriber.signals()).singleElement().isInstanceOf(CancellationException.class);
        assertThat(source.drops).isOne();
    }

    @Test
    void closingTheExecutorAfterACancelIsNotSignalled() {
        subscribe();
        subscriber.subscription.cancel();
        pool.close();
        assertThat(subscriber.signals()).isEmpty();
        assertThat(source.drops).isOne();
    }

    @Test
    void anExecutorThatRefusesIsSignalled() {
        pool.close();
        source.toPublisher(pool).subscribe(subscriber);
        assertThat(subscriber.signals()).singleElement().isInstanceOf(RejectedExecutionException.class);
        assertThat(source.drops).isOne();
    }

    @Test
    void whateverASpawnerThrowsIsSignalled() {
        IllegalStateException failure = new IllegalStateException("of the spawner");
        Spawner broken = new Spawner() {
            @Override
            public <T> JoinHandle<T> spawn(Future<T> future) {
                throw failure;
            }
        };
        source.toPublisher(broken).subscribe(subscriber);
        assertThat(subscriber.signals()).containsExactly(failure);
        assertThat(source.drops).isOne();
    }

    @Test
    void whenTheStreamDropsThrowingTheSubscriberIsToldOfTheFirstFailure() {
        IllegalStateException fromDrop = new IllegalStateException("from drop");
        Signal<Integer> child = new Signal<Integer>().onDrop(() -> {
            throw fromDrop;
        });
        Streams.once(child).toPublisher(pool).subscribe(subscriber);
        request(1);
        request(-1);
        assertThat(subscriber.signals())
                .singleElement()
                .isInstanceOfSatisfying(
                        IllegalArgumentException.class, e -> assertThat(e).hasSuppressedException(fromDrop));
    }

    @Test
    void holdsNoWakerOnceItIsOver() throws Exception {
        TaskProbe task = new TaskProbe();
        Delivery<Integer> delivery = new Delivery<>(source, subscriber);
        subscriber.onSubscribe(delivery);
        assertThat(task.poll(delivery)).isSameAs(Poll.pending());
        delivery.request(1);
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(delivery)).isSameAs(Poll.pending());
        source.give(1).end();
        assertThat(task.poll(delivery)).isSameAs(Poll.pending());
        delivery.request(1);
        assertThat(task.poll(delivery)).isEqualTo(Poll.ready(null));
        assertThat(task.held()).isZero();
        assertThat(delivery.state()).isEqualTo("DONE");
    }

    @Test
    void noRequestIsLostThatComesWhileTheWakerIsRegistered() throws Exception {
        Delivery<Integer> delivery = new Delivery<>(source.give(1), subscriber);
        Interloper task = new Interloper(() -> delivery.request(1));
        assertThat(delivery.poll(task.context())).isSameAs(Poll.pending());
        assertThat(subscriber.signals()).containsExactly(1);
    }

    @Test
    void noCancelIsLostThatComesWhileTheWakerIsRegistered() throws Exception {
        for (long demand : new long[] {0, 1}) {
            Source<Integer> upstream = new Source<>();
            Delivery<Integer> delivery =
                    new Delivery<>(Streams.<Integer>pending().chain(upstream), subscriber);
            if (demand > 0) {
                delivery.request(demand);
            }
            Interloper task = new Interloper(delivery::cancel);
            assertThat(delivery.poll(task.context())).isEqualTo(Poll.ready(null));
            assertThat(upstream.drops).isOne();
        }
    }

    @Test
    void tellsOnWhatItWaits() throws Exception {
        TaskProbe task = new TaskProbe();
        Signal<Integer> child = new Signal<>();
        Delivery<Integer> delivery = new Delivery<>(Streams.<Integer>once(child), subscriber);
        task.poll(delivery);
        assertThat(delivery.state()).isEqualTo("waits for demand");
        delivery.request(1);
        task.poll(delivery);
        assertThat(delivery.awaited()).isSameAs((Future<?>) child);
        delivery.cancel();
        task.poll(delivery);
        assertThat(child.drops).hasValue(1);
        assertThat(task.held()).isZero();
    }

    @Test
    void cancelsThatRaceTheSignalsLeaveNothingBehind() throws Exception {
        try (ThreadPool threads = ThreadPool.of(2)) {
            for (int i = 0; i < 500; i++) {
                AtomicInteger drops = new AtomicInteger();
                Recorder<Integer> racing = new Recorder<>();
                Stream<Integer> endless = Streams.pollFn(new Stream<>() {
                    @Override
                    public Poll<Integer> pollNext(Context cx) {
                        return cx.proceed() ? Poll.ready(1) : Poll.pending();
                    }

                    @Override
                    public void drop() {
                        drops.incrementAndGet();
                    }
                });
                endless.toPublisher(threads).subscribe(racing);
                racing.subscription.request(Long.MAX_VALUE);
                racing.subscription.cancel();
                while (drops.get() == 0) {
                    Thread.yield();
                }
                assertThat(drops).hasValue(1);
                assertThat(racing.signals()).allMatch(signal -> signal.equals(1));
            }
            assertThat(threads.awaitTasks(Duration.ofHours(1))).isTrue();
        }
    }

    @Test
    void aWakerWhoseDropThrowsDoesNotKeepTheStream() throws Exception {
        UndroppableWaker bad = new UndroppableWaker();
        Delivery<Integer> delivery = new Delivery<>(source, subscriber);
        subscriber.onSubscribe(delivery);
        delivery.poll(bad.context());
        delivery.drop();
        assertThat(subscriber.signals())
                .singleElement()
                .isInstanceOfSatisfying(
                        CancellationException.class, told -> assertThat(told).hasSuppressedException(bad.thrown));
        assertThat(source.drops).isOne();
    }
}
