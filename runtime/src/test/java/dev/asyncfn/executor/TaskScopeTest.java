package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class TaskScopeTest {
    private final List<Throwable> uncaught = new ArrayList<>();
    private final LocalPool pool = new LocalPool(uncaught::add);
    private final TaskProbe probe = new TaskProbe();
    private final AtomicReference<TaskScope> scope = new AtomicReference<>();

    /** A body that spawns these children and completes at once. */
    private Future<String> spawning(Leaf<?>... children) {
        return TaskScope.run(pool, inside -> {
            scope.set(inside);
            for (Leaf<?> child : children) {
                inside.spawn(child);
            }
            return Future.ready("body");
        });
    }

    private static <T> Leaf<T> failing(Throwable failure) {
        return Leaf.doing(cx -> Future.<T>failed(failure).poll(cx));
    }

    @Test
    void givesTheBodysValue() {
        String value = pool.runUntil(TaskScope.run(pool, inside -> {
            JoinHandle<Integer> two = inside.spawn(Future.ready(2));
            JoinHandle<Integer> three = inside.spawn(Futures.map(Futures.yieldNow(), nothing -> 3));
            return Futures.map(Futures.join(two, three), both -> both.first() + "+" + both.second());
        }));
        assertThat(value).isEqualTo("2+3");
    }

    @Test
    void nothingRunsBeforeTheFirstPoll() {
        Leaf<String> child = Leaf.pending();
        Future<String> future = spawning(child);
        assertThat(scope).hasNullValue();
        future.drop();
        pool.runUntilStalled();
        assertThat(child.polls).hasValue(0);
    }

    @Test
    void waitsForAllChildrenAfterTheBody() throws Exception {
        Leaf<String> child = Leaf.pending();
        Future<String> future = spawning(child);
        assertThat(probe.poll(future).isPending()).isTrue();
        pool.runUntilStalled();
        assertThat(probe.poll(future).isPending()).isTrue();
        assertThat(probe.takeWoken()).isFalse();
        child.completeAndWake("done");
        pool.run();
        assertThat(probe.takeWoken()).isTrue();
        assertThat(child.drops).hasValue(1);
        assertThat(probe.poll(future)).isEqualTo(Poll.ready("body"));
        assertThat(probe.held()).isZero();
    }

    @Test
    void childrenMaySpawnChildrenAsLongAsTheScopeLasts() {
        List<String> order = new ArrayList<>();
        pool.runUntil(TaskScope.run(pool, inside -> {
            inside.spawn(Leaf.doing(cx -> {
                order.add("child");
                inside.spawn(Leaf.doing(inner -> {
                    order.add("grandchild");
                    return Poll.ready(null);
                }));
                return Poll.ready(null);
            }));
            return Future.ready(null);
        }));
        assertThat(order).containsExactly("child", "grandchild");
    }

    @Test
    void theFirstFailureAbortsTheOthersAndIsThrownAsItIsOnceTheyAreGone() throws Exception {
        IOException failure = new IOException("first");
        Leaf<String> other = Leaf.pending();
        Leaf<String> body = Leaf.pending();
        Leaf<String> failing = Leaf.pending();
        Future<String> future = TaskScope.run(pool, inside -> {
            inside.spawn(other);
            inside.spawn(Futures.map(failing, value -> TaskScopeTest.<String, RuntimeException>sneaky(failure)));
            return body;
        });
        probe.poll(future);
        pool.runUntilStalled();
        failing.completeAndWake("now");
        pool.tryRunOne();
        assertThat(other.drops).hasValue(0);
        assertThat(probe.poll(future).isPending()).isTrue();
        assertThat(body.drops).hasValue(1);
        pool.run();
        assertThat(other.drops).hasValue(1);
        assertThatThrownBy(() -> probe.poll(future)).isSameAs(failure);
        body.waker.drop();
        assertThat(probe.held()).isZero();
        assertThat(body.polls).hasValue(1);
    }

    @SuppressWarnings("unchecked")
    private static <T, X extends Throwable> T sneaky(Throwable failure) throws X {
        throw (X) failure;
    }

    @Test
    void laterFailuresAreSuppressedInTheFirst() {
        IOException first = new IOException("first");
        IOException second = new IOException("second");
        Leaf<String> failsWhenDropped = Leaf.<String>pending().onDrop(() -> TaskScopeTest.sneaky(second));
        assertThatThrownBy(() -> pool.runUntil(spawning(failsWhenDropped, failing(first))))
                .isSameAs(first);
        assertThat(first).hasSuppressedException(second);
        assertThat(first.getSuppressed()).hasSize(1);
        assertThat(uncaught).isEmpty();
    }

    @Test
    void aFailureOfTheBodyAbortsTheChildrenAndWaitsForThem() throws Exception {
        IOException failure = new IOException("of the body");
        Leaf<String> child = Leaf.pending();
        Future<String> future = TaskScope.run(pool, inside -> {
            inside.spawn(child);
            return Future.failed(failure);
        });
        assertThat(probe.poll(future).isPending()).isTrue();
        pool.run();
        assertThat(child.drops).hasValue(1);
        assertThatThrownBy(() -> probe.poll(future)).isSameAs(failure);
    }

    @Test
    void aFailureWhereTheBodyIsMadeIsTheBodys() {
        IllegalArgumentException failure = new IllegalArgumentException("no body");
        Leaf<String> child = Leaf.pending();
        Future<String> future = TaskScope.run(pool, inside -> {
            inside.spawn(child);
            throw failure;
        });
        assertThatThrownBy(() -> pool.runUntil(future)).isSameAs(failure);
        assertThat(child.drops).hasValue(1);
        assertThatNullPointerException().isThrownBy(() -> pool.runUntil(TaskScope.run(pool, inside -> null)));
    }

    @Test
    void aBodyThatAwaitsTheFailingChildDoesNotReplaceItsFailure() {
        IOException failure = new IOException("of the child");
        assertThatThrownBy(() -> pool.runUntil(TaskScope.run(pool, inside -> inside.spawn(failing(failure)))))
                .isSameAs(failure);
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @Test
    void aSiblingThatAwaitsTheFailingChildDoesNotAddToItsFailure() {
        IOException failure = new IOException("of the child");
        Future<String> future = TaskScope.run(pool, inside -> {
            JoinHandle<String> child = inside.spawn(failing(failure));
            inside.spawn(child);
            return Future.pending();
        });
        assertThatThrownBy(() -> pool.runUntil(future)).isSameAs(failure);
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @Test
    void anAbortedChildHasNotFailed() {
        Leaf<String> child = Leaf.pending();
        String value = pool.runUntil(TaskScope.run(pool, inside -> {
            inside.spawn(child).abort();
            return Future.ready("went on");
        }));
        assertThat(value).isEqualTo("went on");
        assertThat(child.drops).hasValue(1);
    }

    @Test
    void abortAllEndsTheChildrenAndTheBodyGoesOn() {
        Leaf<String> child = Leaf.pending();
        String value = pool.runUntil(TaskScope.run(pool, inside -> {
            JoinHandle<String> first = inside.spawn(Future.ready("fastest"));
            inside.spawn(child);
            return Futures.map(first, won -> {
                inside.abortAll();
                return won;
            });
        }));
        assertThat(value).isEqualTo("fastest");
        assertThat(child.drops).hasValue(1);
    }

    @Test
    void theDroppedHandleOfAChildLeavesItsFailureToTheScope() {
        IOException failure = new IOException("of the child");
        Future<String> future = TaskScope.run(pool, inside -> {
            inside.spawn(failing(failure)).drop();
            return Future.ready("body");
        });
        assertThatThrownBy(() -> pool.runUntil(future)).isSameAs(failure);
        assertThat(uncaught).isEmpty();
    }

    @Test
    void droppingTheScopesFutureDropsTheBodyAndAbortsTheChildren() throws Exception {
        Leaf<String> child = Leaf.pending();
        Leaf<String> body = Leaf.pending();
        Future<String> future = TaskScope.run(pool, inside -> {
            inside.spawn(child);
            return body;
        });
        probe.poll(future);
        pool.runUntilStalled();
        future.drop();
        future.drop();
        assertThat(body.drops).hasValue(1);
        body.waker.drop();
        assertThat(probe.held()).isZero();
        assertThat(child.drops).hasValue(0);
        pool.run();
        assertThat(child.drops).hasValue(1);
    }

    @Test
    void aWakerWhoseDropThrowsDoesNotKeepTheChildrenFromBeingAborted() throws Exception {
        Leaf<String> child = Leaf.pending();
        Future<String> future = spawning(child);
        future.poll(BadWaker.context());
        assertThatThrownBy(future::drop).hasMessage("from the drop of a waker");
        pool.run();
        assertThat(child.drops).hasValue(1);
    }

    @Test
    void aFailureThatTheDroppedFutureHasNotThrownYetReachesTheHandler() throws Exception {
        IOException failure = new IOException("unheard");
        Leaf<String> slow = Leaf.pending();
        Future<String> future = spawning(failing(failure), slow);
        probe.poll(future);
        pool.tryRunOne();
        assertThat(uncaught).isEmpty();
        future.drop();
        assertThat(uncaught).containsExactly(failure);
        pool.run();
    }

    @Test
    void aThrowFromTheDropOfTheBodyIsThrownByTheDropAndTheChildrenAreAbortedAllTheSame() throws Exception {
        IllegalStateException failure = new IllegalStateException("from drop");
        Leaf<String> child = Leaf.pending();
        Future<String> future = TaskScope.run(pool, inside -> {
            inside.spawn(child);
            return Leaf.<String>pending().onDrop(() -> {
                throw failure;
            });
        });
        probe.poll(future);
        assertThatThrownBy(future::drop).isSameAs(failure);
        pool.run();
        assertThat(child.drops).hasValue(1);
    }

    @Test
    void aSpawnAfterTheEndIsRejectedAndTheFutureIsNotTouched() {
        pool.runUntil(spawning());
        Leaf<String> late = Leaf.pending();
        assertThatThrownBy(() -> scope.get().spawn(late)).isInstanceOf(RejectedExecutionException.class);
        assertThat(late.drops).hasValue(0);
    }

    @Test
    void aSpawnIntoAScopeThatHasFailedIsAbortedUnpolled() throws Exception {
        Future<String> future = spawning(failing(new IOException("failed")), Leaf.pending());
        probe.poll(future);
        pool.tryRunOne();
        Leaf<String> late = Leaf.pending();
        JoinHandle<String> handle = scope.get().spawn(late);
        assertThat(late.polls).hasValue(0);
        assertThat(late.drops).hasValue(1);
        assertThatThrownBy(() -> Async.blockOn(handle))
                .asInstanceOf(InstanceOfAssertFactories.type(JoinException.class))
                .matches(JoinException::isCancelled);
        pool.run();
        assertThatThrownBy(() -> probe.poll(future)).isInstanceOf(IOException.class);
    }

    @Test
    void aSpawnByAChildThatOutlivesTheDroppedFutureIsAbortedUnpolled() throws Exception {
        Leaf<String> late = Leaf.pending();
        AtomicReference<Future<String>> future = new AtomicReference<>();
        JoinHandle<?>[] spawned = new JoinHandle<?>[1];
        future.set(spawning(Leaf.doing(cx -> {
            future.get().drop();
            spawned[0] = scope.get().spawn(late);
            return Poll.ready(null);
        })));
        probe.poll(future.get());
        pool.run();
        assertThat(spawned[0].isFinished()).isTrue();
        assertThat(late.polls).hasValue(0);
        assertThat(late.drops).hasValue(1);
        assertThatThrownBy(() -> scope.get().spawn(late)).isInstanceOf(RejectedExecutionException.class);
        assertThat(uncaught).isEmpty();
    }

    @Test
    void aSpawnThatTheExecutorRejectsLeavesTheScopeUsable() {
        LocalPool closed = new LocalPool();
        closed.close();
        String value = pool.runUntil(TaskScope.run(closed, inside -> {
            assertThatThrownBy(() -> inside.spawn(Future.ready(1))).isInstanceOf(RejectedExecutionException.class);
            return Future.ready("no child is left");
        }));
        assertThat(value).isEqualTo("no child is left");
    }

    @Test
    void aSpawnerThatGivesNoHandleLeavesTheScopeUsable() {
        Spawner broken = new Spawner() {
            @Override
            public <T> JoinHandle<T> spawn(Future<T> future) {
                return null;
            }
        };
        String value = pool.runUntil(TaskScope.run(broken, inside -> {
            assertThatNullPointerException().isThrownBy(() -> inside.spawn(Future.ready(1)));
            return Future.ready("no child is left");
        }));
        assertThat(value).isEqualTo("no child is left");
    }

    /** Passes on to a scope, as one that names tasks or counts them would. */
    private static Spawner around(TaskScope scope) {
        return new Spawner() {
            @Override
            public <T> JoinHandle<T> spawn(Future<T> future) {
                return scope.spawn(future);
            }
        };
    }

    @Test
    void aChildOfTwoScopesEndsInBoth() {
        List<Integer> sizes = new ArrayList<>();
        String value = pool.runUntil(TaskScope.run(
                pool,
                outer -> TaskScope.<String>run(around(outer), inner -> {
                    inner.spawn(Futures.yieldNow());
                    inner.spawn(Leaf.pending()).abort();
                    sizes.add(outer.size());
                    sizes.add(inner.size());
                    return Future.ready("both have ended");
                })));
        assertThat(value).isEqualTo("both have ended");
        assertThat(sizes).containsExactly(2, 2);
    }

    @Test
    void theFailureOfAChildOfTwoScopesIsTheInnerOnes() {
        IOException failure = new IOException("of the child");
        AtomicReference<Throwable> caught = new AtomicReference<>();
        Future<String> future = TaskScope.run(pool, outer -> {
            Future<String> inside = TaskScope.run(around(outer), inner -> {
                inner.spawn(failing(failure));
                return Future.pending();
            });
            return Futures.orElse(inside, thrown -> {
                caught.set(thrown);
                return Future.ready("the outer scope goes on");
            });
        });
        assertThat(pool.runUntil(future)).isEqualTo("the outer scope goes on");
        assertThat(caught).hasValue(failure);
        assertThat(uncaught).isEmpty();
    }

    @Test
    void childrenThatAreShutDownWithTheirExecutorFailTheScope() throws Exception {
        LocalPool other = new LocalPool();
        Future<String> future = TaskScope.run(other, inside -> {
            inside.spawn(Future.pending());
            inside.spawn(Future.pending());
            return Future.pending();
        });
        probe.poll(future);
        other.close();
        assertThatThrownBy(() -> probe.poll(future))
                .isInstanceOf(JoinException.class)
                .hasMessageContaining("shut down");
    }

    @Test
    void theFailureOfAnInnerScopeCanBeCaughtInTheOuterBody() {
        Leaf<String> outerChild = Leaf.pending();
        String value = pool.runUntil(TaskScope.run(pool, outer -> {
            outer.spawn(outerChild);
            Future<String> inner = TaskScope.run(outer, inside -> inside.spawn(failing(new IOException("inner"))));
            return Futures.pollFn(cx -> {
                try {
                    return inner.poll(cx);
                } catch (IOException caught) {
                    outerChild.completeAndWake("still there");
                    return Poll.ready("caught " + caught.getMessage());
                }
            });
        }));
        assertThat(value).isEqualTo("caught inner");
        assertThat(outerChild.polls).hasValue(2);
    }

    @Test
    void anOuterScopeWaitsForTheChildrenOfAnInnerOneThatWasDropped() throws Exception {
        Leaf<String> innerChild = Leaf.pending();
        Future<String> future = TaskScope.run(pool, outer -> {
            Future<String> inner = TaskScope.run(outer, inside -> {
                inside.spawn(innerChild);
                return Future.pending();
            });
            return Futures.pollFn(cx -> {
                inner.poll(cx);
                inner.drop();
                return Poll.ready("gave it up");
            });
        });
        assertThat(probe.poll(future).isPending()).isTrue();
        pool.run();
        assertThat(innerChild.drops).hasValue(1);
        assertThat(probe.takeWoken()).isTrue();
        assertThat(probe.poll(future)).isEqualTo(Poll.ready("gave it up"));
    }

    @Test
    void aFailureOutsideEndsTheScopesInside() {
        IOException failure = new IOException("outer");
        Leaf<String> innerChild = Leaf.pending();
        Future<String> future = TaskScope.run(pool, outer -> {
            outer.spawn(TaskScope.run(outer, inside -> {
                inside.spawn(innerChild);
                return Future.pending();
            }));
            outer.spawn(
                    Futures.map(Futures.yieldNow(), nothing -> TaskScopeTest.<Void, RuntimeException>sneaky(failure)));
            return Future.pending();
        });
        assertThatThrownBy(() -> pool.runUntil(future)).isSameAs(failure);
        assertThat(innerChild.drops).hasValue(1);
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @Test
    void aSpawnInsideAScopeWhoseOuterScopeHasEndedIsRejected() throws Exception {
        AtomicReference<Future<String>> leaked = new AtomicReference<>();
        pool.runUntil(TaskScope.run(pool, outer -> {
            leaked.set(TaskScope.run(outer, inside -> inside.spawn(Future.ready("late"))));
            return Future.ready(null);
        }));
        assertThatThrownBy(() -> pool.runUntil(leaked.get())).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void tryRunDeclaresTheBodysException() {
        TryFuture<String, IOException> body = cx -> {
            throw new IOException("declared");
        };
        String caught = null;
        try {
            Async.blockOn(TaskScope.tryRun(pool, inside -> body));
        } catch (IOException e) {
            caught = e.getMessage();
        }
        assertThat(caught).isEqualTo("declared");
    }

    @Test
    void pollingAfterCompletionThrows() throws Exception {
        Future<String> future = spawning();
        assertThat(probe.poll(future)).isEqualTo(Poll.ready("body"));
        assertThatIllegalStateException().isThrownBy(() -> probe.poll(future));
        future.drop();
    }

    @Test
    void aFinishedChildIsForgotten() throws Exception {
        Future<String> future = TaskScope.run(pool, inside -> {
            scope.set(inside);
            return Future.pending();
        });
        probe.poll(future);
        for (int i = 0; i < 100; i++) {
            scope.get().spawn(Future.ready(i));
        }
        assertThat(scope.get().size()).isEqualTo(100);
        pool.run();
        assertThat(scope.get().size()).isZero();
    }

    @Test
    void itTellsWhatItWaitsFor() throws Exception {
        Leaf<String> body = Leaf.pending();
        Future<String> future = TaskScope.run(pool, inside -> {
            inside.spawn(Leaf.pending());
            return body;
        });
        probe.poll(future);
        Traced traced = (Traced) future;
        assertThat(traced.state()).isEqualTo("TaskScope, BODY, 1 children left");
        assertThat(traced.awaited()).isSameAs(body);
        body.complete("done");
        probe.poll(future);
        assertThat(traced.state()).isEqualTo("TaskScope, CHILDREN, 1 children left");
        assertThat(traced.awaited()).isNull();
    }

    @Test
    void nullsAreRefused() {
        assertThatNullPointerException().isThrownBy(() -> TaskScope.run(null, inside -> Future.ready(1)));
        assertThatNullPointerException().isThrownBy(() -> TaskScope.run(pool, null));
        assertThatNullPointerException()
                .isThrownBy(() -> pool.runUntil(TaskScope.run(pool, inside -> {
                    inside.spawn(null);
                    return Future.ready(1);
                })));
    }
}
