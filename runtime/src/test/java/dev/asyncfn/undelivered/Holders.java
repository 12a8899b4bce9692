package dev.asyncfn.undelivered;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.CancellationToken;
import dev.asyncfn.executor.PollingExecutor;
import dev.asyncfn.executor.TaskScope;
import dev.asyncfn.executor.TaskTracker;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.FuturesUnordered;
import dev.asyncfn.future.Pair;
import dev.asyncfn.future.Selection;
import dev.asyncfn.stream.Sink;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** Everything that takes a value from a first future and keeps it until a second one is ready, too. */
final class Holders {
    private Holders() {}

    /**
     * A future of both values, in whatever form.
     *
     * @param failsAtOnce whether the failure of the second future ends it
     */
    record Holder(String name, boolean failsAtOnce, BiFunction<Future<Resource>, Future<Resource>, Future<?>> of) {
        Future<?> over(Future<Resource> first, Future<Resource> second) {
            return of.apply(first, second);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Holder holder(String name, BiFunction<Future<Resource>, Future<Resource>, Future<?>> of) {
        return new Holder(name, true, of);
    }

    /** One that first returns a list of the values before the failure. */
    private static Holder later(String name, BiFunction<Future<Resource>, Future<Resource>, Future<?>> of) {
        return new Holder(name, false, of);
    }

    static java.util.stream.Stream<Holder> all() {
        return java.util.stream.Stream.of(joins(), around(), streams(), tasks()).flatMap(holders -> holders);
    }

    private static java.util.stream.Stream<Holder> joins() {
        return java.util.stream.Stream.of(
                holder("join of two", Futures::join),
                holder("join of three", (a, b) -> Futures.join(a, b, Future.ready(null))),
                holder("join of four", (a, b) -> Futures.join(a, Future.ready(1), b, Future.ready(2))),
                holder("joinAll", (a, b) -> Futures.joinAll(Arrays.asList(a, b))),
                holder("tryJoin of two", Futures::tryJoin),
                holder("tryJoin of three", (a, b) -> Futures.tryJoin(Future.ready(1), a, b)),
                holder("tryJoin of four", (a, b) -> Futures.tryJoin(a, Future.ready(1), Future.ready(2), b)),
                holder("tryJoinAll", (a, b) -> Futures.tryJoinAll(Arrays.asList(a, b))),
                holder("join in a join", (a, b) -> Futures.join(Futures.join(a, Future.ready(1)), b)),
                holder("joinAll in a tryJoin", (a, b) -> Futures.tryJoin(Futures.joinAll(List.of(a)), b)));
    }

    /** Those that pass on the value of another, or a failure, or a drop. */
    private static java.util.stream.Stream<Holder> around() {
        Future<Void> never = Future.pending();
        return java.util.stream.Stream.of(
                holder("timeout", (a, b) -> Futures.timeout(Duration.ofHours(1), Futures.join(a, b))),
                holder(
                        "join of timeouts",
                        (a, b) -> Futures.join(
                                Futures.timeout(Duration.ofHours(1), a), Futures.timeout(Duration.ofHours(1), b))),
                holder("fuse", (a, b) -> Futures.join(Futures.fuse(a), b)),
                holder("shielded", (a, b) -> Futures.join(Futures.shielded(a), b)),
                holder("failingWith", (a, b) -> Futures.join(Futures.failingWith(a, Exception.class), b)),
                holder("andThen", (a, b) -> Futures.join(Futures.andThen(Future.ready(1), one -> a), b)),
                holder(
                        "orElse",
                        (a, b) -> Futures.join(
                                Futures.<Resource>orElse(Future.failed(new Exception()), failure -> a), b)),
                holder(
                        "race",
                        (a, b) -> Futures.race(Futures.join(Futures.race(a, Future.pending()), b), never(never))),
                holder(
                        "raceOk",
                        (a, b) ->
                                Futures.join(Futures.raceOk(List.of(Future.<Resource>failed(new Exception()), a)), b)),
                holder("select", (a, b) -> Futures.join(Futures.select(never, a), b)),
                holder(
                        "map of a Selection",
                        (a, b) -> Futures.join(
                                Selection.<Resource>biased()
                                        .on(never, none -> null)
                                        .on(a, value -> value)
                                        .first(),
                                b)),
                holder("tracked", (a, b) -> Futures.join(new TaskTracker(new PollingExecutor()).track(a), b)),
                holder("selectAll", (a, b) -> Futures.join(Futures.selectAll(List.of(a)), b)),
                holder("alongside", (a, b) -> Futures.join(Futures.alongside(a, Futures.shared(never)), b)),
                holder("map to another resource", (a, b) -> Futures.join(Futures.map(a, value -> value), b)),
                holder("lazy", (a, b) -> Futures.join(Futures.andThen(Futures.lazy(() -> 1), one -> a), b)),
                holder("shared", (a, b) -> Futures.shared(Futures.join(a, b))),
                holder(
                        "FuturesUnordered.next",
                        (a, b) -> Futures.join(FuturesUnordered.of(List.of(a)).next(), b)),
                holder("runUntilCancelled", (a, b) -> Futures.join(new CancellationToken().runUntilCancelled(a), b)),
                holder("a future by hand", (a, b) -> Futures.join(cx -> a.poll(cx), b)));
    }

    @SuppressWarnings("unchecked") // it has no value
    private static <T> Future<T> never(Future<Void> never) {
        return (Future<T>) (Future<?>) never;
    }

    private static java.util.stream.Stream<Holder> streams() {
        return java.util.stream.Stream.of(
                holder("zip", (a, b) -> once(a).zip(once(b)).toList()),
                holder("zip, the second first", (a, b) -> once(b).zip(once(a)).toList()),
                later("chunks", (a, b) -> owned(once(a).chain(once(b)).chunks(2))),
                holder(
                        "chunks in a zip",
                        (a, b) -> once(a).chunks(1).zip(once(b)).toList()),
                holder("toList", (a, b) -> once(a).chain(once(b)).toList()),
                holder("toList in a join", (a, b) -> Futures.join(once(a).toList(), b)),
                holder("take", (a, b) -> once(a).take(1).zip(once(b)).toList()),
                holder(
                        "takeWhile",
                        (a, b) -> once(a).takeWhile(item -> true).zip(once(b)).toList()),
                holder(
                        "takeUntil",
                        (a, b) ->
                                once(a).takeUntil(Future.pending()).zip(once(b)).toList()),
                holder(
                        "filter",
                        (a, b) -> once(a).filter(item -> true).zip(once(b)).toList()),
                holder("skip", (a, b) -> once(a).skip(0).zip(once(b)).toList()),
                holder(
                        "inspect",
                        (a, b) -> once(a).inspect(item -> {}).zip(once(b)).toList()),
                holder("fused", (a, b) -> once(a).fuse().zip(once(b)).toList()),
                holder(
                        "flatMap",
                        (a, b) -> Streams.of(1)
                                .flatMap(one -> once(a))
                                .zip(once(b))
                                .toList()),
                holder(
                        "then",
                        (a, b) -> Streams.of(1).then(one -> a).zip(once(b)).toList()),
                holder(
                        "unfold",
                        (a, b) -> Streams.unfold(0, step -> step == 0 ? stepOf(a) : Future.ready(null))
                                .zip(once(b))
                                .toList()),
                holder(
                        "merge",
                        (a, b) -> once(a).merge(Streams.<Resource>empty())
                                .zip(once(b))
                                .toList()),
                holder("merged", (a, b) -> once(a).merge(once(b)).toList()),
                holder("next", (a, b) -> Futures.join(once(a).next(), b)),
                holder(
                        "buffered",
                        (a, b) -> Streams.of(b, a).buffered(2, future -> future).toList()),
                later(
                        "buffered one by one",
                        (a, b) -> owned(
                                Streams.of(a, b).buffered(2, future -> future).chunks(2))),
                holder(
                        "bufferUnordered",
                        (a, b) -> Streams.of(a, b)
                                .bufferUnordered(2, future -> future)
                                .toList()),
                holder("forward", (a, b) -> Futures.join(once(a).forward(new WaitingSink(b)), Future.ready(1))),
                holder("sendAll", (a, b) -> new WaitingSink(b).sendAll(once(a))));
    }

    /** In one thread that polls everything when it is polled itself. */
    private static java.util.stream.Stream<Holder> tasks() {
        return java.util.stream.Stream.of(
                holder(
                        "the body of a scope",
                        (a, b) -> TaskScope.run(new PollingExecutor(), scope -> Futures.join(a, b))),
                holder("the value of a scope's body", (a, b) -> {
                    PollingExecutor executor = new PollingExecutor();
                    return Ticking.of(executor, TaskScope.run(executor, scope -> {
                        scope.spawn(b);
                        return a;
                    }));
                }),
                holder("a child of a scope", (a, b) -> {
                    PollingExecutor executor = new PollingExecutor();
                    return Ticking.of(executor, TaskScope.run(executor, scope -> {
                        scope.spawn(a);
                        return b;
                    }));
                }),
                holder("the handle of a task", (a, b) -> {
                    PollingExecutor executor = new PollingExecutor();
                    return Ticking.of(executor, Futures.join(executor.spawn(a), b));
                }),
                holder("buffered tasks", (a, b) -> {
                    PollingExecutor executor = new PollingExecutor();
                    return Ticking.of(
                            executor,
                            Streams.of(b, a)
                                    .buffered(2, executor, future -> future)
                                    .toList());
                }));
    }

    private static Stream<Resource> once(Future<Resource> future) {
        return Streams.once(future);
    }

    private static Future<Pair<Resource, Integer>> stepOf(Future<Resource> future) {
        // With a poll of its own, as a map has made another value, for which the hook of the future does not count.
        return new Future<>() {
            @Override
            public Poll<Pair<Resource, Integer>> poll(Context cx) throws Exception {
                return future.poll(cx).map(item -> new Pair<>(item, 1));
            }

            @Override
            public dev.asyncfn.Undelivered<? super Pair<Resource, Integer>> undelivered() {
                return pair -> {
                    if (pair.first() != null) { // else it is the state alone, which needs no release
                        future.undelivered().release(pair.first());
                    }
                };
            }

            @Override
            public void drop() {
                future.drop();
            }
        };
    }

    /** The next item of a stream that is dropped with it. */
    private static <T> Future<T> owned(Stream<T> stream) {
        return new Future<>() {
            @Override
            public Poll<T> poll(Context cx) throws Exception {
                return stream.pollNext(cx);
            }

            @Override
            public void drop() {
                stream.drop();
            }

            @Override
            public dev.asyncfn.Undelivered<? super T> undelivered() {
                return stream.undelivered();
            }
        };
    }

    /** Ready for an item once a future is. */
    private static final class WaitingSink implements Sink<Resource> {
        private final Future<Resource> until;
        private boolean ready;

        WaitingSink(Future<Resource> until) {
            this.until = until;
        }

        @Override
        public Poll<Void> pollReady(Context cx) throws Exception {
            ready = ready || until.poll(cx).isReady();
            return ready ? Poll.ready(null) : Poll.pending();
        }

        @Override
        public void startSend(Resource item) {
            // delivered
        }

        @Override
        public Poll<Void> pollFlush(Context cx) {
            return Poll.ready(null);
        }

        @Override
        public Poll<Void> pollClose(Context cx) {
            return Poll.ready(null);
        }

        @Override
        public void drop() {
            until.drop();
        }
    }
}
