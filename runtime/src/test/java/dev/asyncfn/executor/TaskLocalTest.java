package dev.asyncfn.executor;

import static dev.asyncfn.Async.blockOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Waker;
import dev.asyncfn.future.Futures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TaskLocalTest {
    private static final TaskLocal<String> TRACE = TaskLocal.of("trace");
    private static final TaskLocal<Integer> USER = TaskLocal.of("user");

    private final List<String> seen = new ArrayList<>();

    /** Notes the value, is pending once, and notes it again. */
    private Future<String> watching() {
        return new Future<>() {
            private boolean suspended;
            private boolean ended;

            @Override
            public Poll<String> poll(Context cx) {
                seen.add(TRACE.orElse("none"));
                if (!suspended) {
                    suspended = true;
                    cx.waker().wakeByRef();
                    return Poll.pending();
                }
                ended = true;
                return Poll.ready(TRACE.orElse("none"));
            }

            @Override
            public Poll<Void> pollDrop(Context cx) {
                seen.add("waiting drop " + TRACE.orElse("none"));
                return Poll.ready(null);
            }

            @Override
            public void drop() {
                if (!ended) {
                    seen.add("drop " + TRACE.orElse("none"));
                }
            }
        };
    }

    @Test
    void unboundOutsideOfEveryFuture() {
        assertThat(TRACE.isBound()).isFalse();
        assertThat(TRACE.orElse("other")).isEqualTo("other");
        assertThatThrownBy(TRACE::get)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no value is bound to the task local trace");
    }

    @Test
    void boundInEachPollAndNotInBetween() {
        LocalPool pool = new LocalPool();
        JoinHandle<String> handle = pool.spawn(TRACE.where("a", watching()));
        pool.spawn(watching());
        pool.run();
        assertThat(seen).containsExactly("a", "none", "a", "none");
        assertThat(blockOn(handle)).isEqualTo("a");
        assertThat(TRACE.isBound()).isFalse();
    }

    @Test
    void boundWhereTheBodyRunsDirectly() {
        assertThat(blockOn(TRACE.where("a", watching()))).isEqualTo("a");
    }

    @Test
    void nullIsAValue() {
        Future<String> future = TRACE.where(null, Futures.pollFn(cx -> {
            assertThat(TRACE.isBound()).isTrue();
            assertThat(TRACE.get()).isNull();
            return Poll.ready(TRACE.orElse("other"));
        }));
        assertThat(blockOn(future)).isNull();
    }

    @Test
    void innerValueHidesTheOuterOne() {
        Future<String> inner = TRACE.where("inner", watching());
        Future<String> both =
                Futures.map(Futures.join(inner, watching()), pair -> pair.first() + " beside " + pair.second());
        assertThat(blockOn(TRACE.where("outer", both))).isEqualTo("inner beside outer");
    }

    @Test
    void valuesOfSeveralKeysAreBoundTogether() {
        Future<String> future = Futures.pollFn(cx -> Poll.ready(TRACE.get() + USER.get()));
        assertThat(blockOn(TRACE.where("t", USER.where(7, future)))).isEqualTo("t7");
    }

    @Test
    void keysOfOneNameAreDifferent() {
        TaskLocal<String> other = TaskLocal.of("trace");
        boolean bound = blockOn(TRACE.where("a", Futures.pollFn(cx -> Poll.ready(other.isBound()))));
        assertThat(bound).isFalse();
    }

    @Test
    void spawnedTaskInheritsWhatWasBoundThen() {
        LocalPool pool = new LocalPool();
        AtomicReference<JoinHandle<String>> child = new AtomicReference<>();
        pool.spawn(TRACE.where("a", Futures.pollFn(cx -> {
            child.set(pool.spawn(watching()));
            return Poll.ready(null);
        })));
        pool.run();
        assertThat(blockOn(child.get())).isEqualTo("a");
        assertThat(seen).containsExactly("a", "a");
    }

    @Test
    void taskOfAnotherExecutorInherits() {
        try (ThreadPool pool = ThreadPool.of(1)) {
            Future<String> spawning = Futures.andThen(Futures.yieldNow(), nothing -> pool.spawn(watching()));
            assertThat(blockOn(TRACE.where("a", spawning))).isEqualTo("a");
            assertThat(blockOn(pool.spawn(watching()))).isEqualTo("none");
        }
    }

    @Test
    void childOfAScopeInherits() {
        LocalPool pool = new LocalPool();
        Future<String> scoped = TaskScope.run(pool, scope -> scope.spawn(watching()));
        assertThat(pool.runUntil(TRACE.where("a", scoped))).isEqualTo("a");
    }

    @Test
    void blockingCodeInherits() {
        Future<String> future = TRACE.where(
                "a",
                Futures.andThen(Futures.yieldNow(), nothing -> Blocking.spawnBlocking(() -> TRACE.orElse("none"))));
        assertThat(blockOn(future)).isEqualTo("a");
        boolean outside = blockOn(Blocking.spawnBlocking(TRACE::isBound));
        assertThat(outside).isFalse();
    }

    @Test
    void futureThatIsOnlyCreatedThereDoesNotInherit() {
        AtomicReference<Future<String>> created = new AtomicReference<>();
        blockOn(TRACE.where("a", Futures.pollFn(cx -> {
            created.set(watching());
            return Poll.ready(null);
        })));
        assertThat(blockOn(created.get())).isEqualTo("none");
    }

    @Test
    void tasksThatAPollTicksKeepTheirOwnValues() {
        PollingExecutor game = new PollingExecutor();
        JoinHandle<String> inGame = game.spawn(watching());
        blockOn(TRACE.where("a", Futures.pollFn(cx -> {
            game.tick();
            game.tick();
            return Poll.ready(null);
        })));
        assertThat(blockOn(inGame)).isEqualTo("none");
    }

    @Test
    void tasksThatBlockingCodeRunsKeepTheirOwnValues() {
        LocalPool pool = new LocalPool();
        JoinHandle<String> earlier = pool.spawn(watching());
        Future<Void> running = Blocking.spawnBlocking(() -> {
            pool.run();
            return null;
        });
        blockOn(TRACE.where("a", Futures.andThen(Futures.yieldNow(), nothing -> running)));
        assertThat(blockOn(earlier)).isEqualTo("none");
    }

    @Test
    void boundInDrops() throws Exception {
        TRACE.where("a", watching()).drop();
        assertThat(TRACE.where("b", watching())
                        .pollDrop(Context.fromWaker(Waker.noop()))
                        .isReady())
                .isTrue();
        assertThat(seen).containsExactly("drop a", "waiting drop b");
    }

    @Test
    void abortedTaskIsDroppedWithItsValues() {
        LocalPool pool = new LocalPool();
        pool.spawn(TRACE.where("a", watching())).abort();
        pool.run();
        assertThat(seen).containsExactly("waiting drop a");
    }

    @Test
    void exceptionLeavesNothingBound() {
        TryFuture<String, IOException> failing = TRACE.where(
                "a",
                TryFuture.from(
                        java.util.concurrent.CompletableFuture.failedFuture(new IOException("x")), IOException.class));
        assertThatThrownBy(() -> blockOn(failing))
                .isInstanceOf(IOException.class)
                .hasMessage("x");
        assertThat(TRACE.isBound()).isFalse();
    }

    @Test
    void dumpsShowTheFutureWithin() {
        LocalPool pool = new LocalPool();
        pool.spawn(TRACE.where("a", Futures.join(Future.pending(), Future.pending())));
        pool.runUntilStalled();
        assertThat(pool.dump().toString()).contains("with trace\n    join, 2 of 2 left");
    }

    @Test
    void nullsAreRejected() {
        assertThatNullPointerException().isThrownBy(() -> TaskLocal.of(null)).withMessage("name");
        assertThatNullPointerException()
                .isThrownBy(() -> TRACE.where("a", (Future<String>) null))
                .withMessage("future");
    }
}
