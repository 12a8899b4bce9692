package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Waker;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Shared;
import dev.asyncfn.future.Signal;
import dev.asyncfn.sync.Broadcast;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.sync.Notify;
import dev.asyncfn.sync.Semaphore;
import dev.asyncfn.sync.Watch;
import dev.asyncfn.time.Clock;
import dev.asyncfn.time.ManualClock;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that wakes several tasks wakes all of them, however many of their wakers throw, on a small stack. */
class ManyBadWakersTest {
    private static final int MANY = 20_000;
    private static final long SMALL_STACK = 256 * 1024;

    /** Something to wait for, and the event that all wait for. */
    private record Event(String name, Supplier<Future<?>> waits, Runnable happens) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Event> events() {
        CancellationToken token = new CancellationToken();
        CancellationToken root = new CancellationToken();
        Notify notify = new Notify();
        Semaphore semaphore = new Semaphore(0);
        Semaphore closing = new Semaphore(0);
        var broadcast = Broadcast.<String>channel(1);
        var watch = Watch.channel("");
        var mpsc = Mpsc.<String>bounded(1);
        CompletableFuture<String> stage = new CompletableFuture<>();
        Signal<String> signal = new Signal<>();
        Shared<String> shared = Futures.shared(signal);
        ManualClock clock = ManualClock.create();
        return Stream.of(
                new Event("CancellationToken", token::cancelled, token::cancel),
                new Event("CancellationToken, children", () -> root.child().cancelled(), root::cancel),
                new Event("Notify", notify::notified, notify::notifyWaiters),
                new Event("Semaphore", semaphore::acquire, () -> semaphore.addPermits(MANY)),
                new Event("Semaphore, closed", closing::acquire, closing::close),
                new Event(
                        "Broadcast",
                        () -> broadcast.sender().subscribe().recv(),
                        () -> broadcast.sender().send("value")),
                new Event(
                        "Watch",
                        () -> watch.sender().subscribe().changed(),
                        () -> watch.sender().send("value")),
                new Event("Mpsc, closed", () -> mpsc.sender().closed(), mpsc.receiver()::close),
                new Event("CompletionStage", () -> Future.from(stage), () -> stage.complete("value")),
                new Event("Shared", shared::clone, () -> signal.complete("value")),
                new Event("ManualClock", () -> sleep(clock), () -> clock.advance(Duration.ofSeconds(1))));
    }

    private static Sleep sleep(ManualClock clock) {
        try (Clock.Scope scope = Clock.enter(clock)) {
            return Sleep.of(Duration.ofSeconds(scope.clock() == clock ? 1 : 2));
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void allAreWoken(Event event) throws Exception {
        AtomicInteger woken = new AtomicInteger();
        List<Future<?>> waiting = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Future<?> future = event.waits().get();
            waiting.add(future);
            RuntimeException own = new RuntimeException("of a waker", null, false, false) {
                private static final long serialVersionUID = 1L;
            };
            assertThat(future.poll(Context.fromWaker(Waker.of(() -> {
                                woken.incrementAndGet();
                                throw own;
                            })))
                            .isPending())
                    .isTrue();
        }
        Throwable thrown = onASmallStack(event.happens());
        assertThat(thrown instanceof StackOverflowError).isFalse();
        assertThat(woken).hasValue(MANY);
        assertThat(waiting).hasSize(MANY);
    }

    /** The exception of the action, if it has one: some report those of the wakers, others throw the first. */
    private static Throwable onASmallStack(Runnable action) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(null, () -> thrown.set(catchThrowable(action::run)), "small", SMALL_STACK);
        Queue<Throwable> reported = new ConcurrentLinkedQueue<>();
        thread.setUncaughtExceptionHandler((where, ofWaker) -> reported.add(ofWaker));
        thread.start();
        thread.join();
        assertThat(reported).allMatch(ofWaker -> "of a waker".equals(ofWaker.getMessage()));
        return thrown.get();
    }
}
