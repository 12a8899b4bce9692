package dev.asyncfn.faults;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.CancellationToken;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.TaskLocal;
import dev.asyncfn.executor.TaskScope;
import dev.asyncfn.executor.TaskTracker;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Pair;
import dev.asyncfn.future.RetryPolicy;
import dev.asyncfn.future.Selection;
import dev.asyncfn.stream.Sinks;
import dev.asyncfn.stream.Streams;
import dev.asyncfn.stream.TimedStreams;
import dev.asyncfn.sync.OnceCell;
import dev.asyncfn.time.Timeouts;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A future that is never ready and keeps no waker; it takes note of its end. */
final class Within extends OwnedFuture<String> {
    int polls;
    int drops;
    /** Thrown by the cleanup, unless it is null. */
    Exception ofCleanup;
    /** How often the cleanup is asked before it has ended. */
    int cleanupPolls;

    boolean isGivenUp() {
        return drops > 0;
    }

    @Override
    public Poll<String> poll(Context cx) {
        polls++;
        return Poll.pending();
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        if (cleanupPolls > 0) {
            cleanupPolls--;
            return Poll.pending();
        }
        drops++;
        if (ofCleanup != null) {
            throw ofCleanup;
        }
        return Poll.ready(null);
    }

    @Override
    public void drop() {
        drops++;
    }

    /** A future around it. */
    record Around(String name, Function<Future<String>, Future<?>> of) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Around around(String name, Function<Future<String>, Future<?>> of) {
        return new Around(name, of);
    }

    /** All types of futures that own another one and may wait for something else, too, or for which it is made in a poll. */
    static Stream<Around> all() {
        Duration hour = Duration.ofHours(1);
        Future<String> never = Future.pending();
        return Stream.of(
                around("timeout", z -> Timeouts.timeout(hour, z)),
                around("timeoutAt", z -> Timeouts.timeoutAt(System.nanoTime() + hour.toNanos(), z)),
                around("runUntilCancelled", z -> new CancellationToken().runUntilCancelled(z)),
                around("map", z -> Futures.map(z, value -> value)),
                around("andThen", z -> Futures.andThen(z, value -> never)),
                around("orElse", z -> Futures.<String>orElse(z, failure -> never)),
                around("failingWith", z -> Futures.failingWith(z, Exception.class)),
                around("fuse", Futures::fuse),
                around("onUndelivered", z -> Futures.onUndelivered(z, value -> {})),
                around("shared", Futures::shared),
                around("join", z -> Futures.join(z, never)),
                around("joinAll", z -> Futures.joinAll(List.of(z, never))),
                around("tryJoin", z -> Futures.tryJoin(z, never)),
                around("select", z -> Futures.select(z, never)),
                around("race", z -> Futures.race(z, never)),
                around("raceOk", z -> Futures.raceOk(List.of(z, never))),
                around(
                        "selection",
                        z -> Selection.<String>biased().on(z, value -> value).first()),
                around("retry", z -> RetryPolicy.immediate().retry(() -> z)),
                around("task local", z -> TaskLocal.<String>of("local").where("value", z)),
                around("tracked", z -> new TaskTracker(new LocalPool()).track(z)),
                around("scope", z -> TaskScope.run(new LocalPool(), scope -> z)),
                around("supervising scope", z -> TaskScope.supervise(new LocalPool(), scope -> z)),
                around("OnceCell", z -> new OnceCell<String>().getOrInit(() -> z)),
                around("once", z -> Streams.once(z).toList()),
                around("takeUntil", z -> Streams.<String>pending().takeUntil(z).toList()),
                around("buffered", z -> Streams.of(1).buffered(2, one -> z).toList()),
                around(
                        "bufferUnordered",
                        z -> Streams.of(1).bufferUnordered(2, one -> z).toList()),
                around("then", z -> Streams.of(1).then(one -> z).toList()),
                around("forEachAsync", z -> Streams.of(1).forEachAsync(one -> z)),
                around("forEachConcurrent", z -> Streams.of(1).forEachConcurrent(2, one -> z)),
                around("forward", z -> Streams.once(z).forward(Sinks.drain())),
                around("generate", z -> Streams.<String>generate(sink -> z).toList()),
                around(
                        "unfold",
                        z -> Streams.unfold(1, s -> Futures.map(z, v -> new Pair<>(v, s)))
                                .count()),
                around(
                        "merge",
                        z -> Streams.merge(Streams.once(z), Streams.<String>pending())
                                .toList()),
                around(
                        "timeout of items",
                        z -> TimedStreams.timeout(hour, Streams.once(z)).toList()),
                around(
                        "debounce",
                        z -> TimedStreams.debounce(hour, Streams.once(z)).toList()));
    }

    /** Those that wait for something else beside it. */
    static boolean waitsBeside(Around around) {
        return List.of("timeout", "runUntilCancelled", "shared").contains(around.name());
    }
}
