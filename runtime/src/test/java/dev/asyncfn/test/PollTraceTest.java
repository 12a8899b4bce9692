package dev.asyncfn.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.Leaf;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollTraceTest {
    private final List<String> lines = new ArrayList<>();
    private final TaskProbe task = new TaskProbe();

    /** As a generated future: awaits a leaf, and gives its value. */
    private static class Awaiting implements Future<String>, Traced {
        private final String suspended;
        private final Future<String> child;
        private String state = "START";

        Awaiting(String suspended, Future<String> child) {
            this.suspended = suspended;
            this.child = child;
        }

        @Override
        public Poll<String> poll(Context cx) throws Exception {
            state = "PANICKED";
            Poll<String> poll = child.poll(cx);
            state = poll.isReady() ? "DONE" : suspended;
            return poll;
        }

        @Override
        public void drop() {
            state = "DROPPED";
            child.drop();
        }

        @Override
        public String state() {
            return state;
        }

        @Override
        public Future<?> awaited() {
            return state.equals(suspended) ? child : null;
        }
    }

    private static final class GetUserFuture extends Awaiting {
        GetUserFuture(Future<String> child) {
            super("AWAIT_READ_DATA", child);
        }
    }

    private static final class ReadDataFuture_String extends Awaiting {
        ReadDataFuture_String(Future<String> child) {
            super("AWAIT_LEAF", child);
        }
    }

    @Test
    void showsPollsStatesOutcomesAndWakesAsATree() throws Exception {
        Leaf<String> leaf = Leaf.pending();
        Future<String> traced = PollTrace.of("user 3", new GetUserFuture(new ReadDataFuture_String(leaf)), lines::add);
        assertThat(lines).isEmpty();
        assertThat(task.poll(traced)).isSameAs(Poll.pending());
        leaf.completeAndWake("Bob");
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(traced)).isEqualTo(Poll.ready("Bob"));
        assertThat(String.join("\n", lines)).isEqualTo("""
                        user 3
                          poll 1
                            state before
                              getUser START
                            state after
                              getUser AWAIT_READ_DATA
                                readData AWAIT_LEAF
                                  Leaf
                            pending
                          woken
                          poll 2 (polled again)
                            state before
                              getUser AWAIT_READ_DATA
                                readData AWAIT_LEAF
                                  Leaf
                            state after
                              getUser DONE
                            ready Bob""");
    }

    @Test
    void aFailureIsToldAndThrownAsItIs() {
        IOException failure = new IOException("broken");
        Future<String> traced = PollTrace.of("failing", new GetUserFuture(Future.failed(failure)), lines::add);
        assertThatThrownBy(() -> task.poll(traced)).isSameAs(failure);
        assertThat(lines)
                .endsWith("    state after", "      getUser PANICKED", "    failed java.io.IOException: broken");
    }

    @Test
    void whatItWrapsIsSeenInADump() throws Exception {
        Leaf<String> leaf = Leaf.pending();
        try (LocalPool pool = new LocalPool()) {
            pool.spawn(PollTrace.of("user 3", new GetUserFuture(leaf), lines::add));
            pool.runUntilStalled();
            assertThat(pool.dump()).hasToString("""
                    task 1, suspended
                      PollTrace user 3
                        GetUserFuture AWAIT_READ_DATA
                          Leaf
                    """);
        }
    }

    @Test
    void aLineThatNobodyTakesDoesNotKeepTheWakeFromTheTask() throws Exception {
        Leaf<String> leaf = Leaf.pending();
        Future<String> traced = PollTrace.of("full", leaf, line -> {
            if (line.equals("  woken")) {
                throw new IllegalStateException("full");
            }
        });
        task.poll(traced);
        assertThatThrownBy(() -> leaf.waker.wakeByRef()).hasMessage("full");
        assertThat(task.takeWoken()).isTrue();
        task.poll(traced);
        assertThatThrownBy(() -> leaf.waker.wake()).hasMessage("full");
        assertThat(task.takeWoken()).isTrue();
    }

    @Test
    void wakesCoalesceInTheTraceAndAllReachTheTask() throws Exception {
        Leaf<String> leaf = Leaf.pending();
        Future<String> traced = PollTrace.of("leaf", leaf, lines::add);
        task.poll(traced);
        leaf.waker.wakeByRef();
        leaf.waker.wakeByRef();
        assertThat(task.wakes()).isEqualTo(2);
        assertThat(lines).containsOnlyOnce("  woken");
    }

    @Test
    void aWakeDuringThePollIsToldAfterIt() throws Exception {
        Future<Void> traced = PollTrace.of("yield", Futures.yieldNow(), lines::add);
        task.poll(traced);
        assertThat(lines).endsWith("    pending", "  woken").containsOnlyOnce("  woken");
        task.poll(traced);
        assertThat(lines).endsWith("    ready null");
    }

    @Test
    void aWakeAfterTheEndIsNotTold() throws Exception {
        Leaf<String> leaf = Leaf.pending();
        Future<String> traced = PollTrace.of("leaf", leaf, lines::add);
        leaf.complete("value");
        task.poll(traced);
        leaf.waker.wakeByRef();
        assertThat(lines).doesNotContain("  woken").endsWith("    ready value");
    }

    @Test
    void leavesSeeOneWakerAsLongAsTheTaskIsTheSame() throws Exception {
        Leaf<String> leaf = Leaf.pending();
        Future<String> traced = PollTrace.of("leaf", leaf, lines::add);
        task.poll(traced);
        Waker first = leaf.waker;
        task.poll(traced);
        assertThat(leaf.waker.willWake(first)).isTrue();
        TaskProbe other = new TaskProbe();
        other.poll(traced);
        assertThat(leaf.waker.willWake(first)).isFalse();
        leaf.waker.wakeByRef();
        assertThat(other.wakes()).isOne();
    }

    @Test
    void clonesAndDropsBalance() throws Exception {
        List<Waker> kept = new ArrayList<>();
        Future<String> keeping = cx -> {
            kept.add(cx.waker().clone());
            return Poll.pending();
        };
        Future<String> traced = PollTrace.of("keeping", keeping, lines::add);
        task.poll(traced);
        task.poll(traced);
        traced.drop();
        assertThat(task.held()).isEqualTo(2);
        kept.get(0).wake();
        kept.get(1).drop();
        assertThat(task.held()).isZero();
    }

    @Test
    void aDropIsToldOnceAndPassedOn() throws Exception {
        Leaf<String> leaf = Leaf.pending();
        Future<String> traced = PollTrace.of("leaf", leaf, lines::add);
        traced.drop();
        assertThat(lines).containsExactly("leaf", "  dropped");
        assertThat(leaf.drops).hasValue(1);
        Future<String> ready = PollTrace.of("ready", Future.ready("x"), lines::add);
        task.poll(ready);
        ready.drop();
        assertThat(lines).endsWith("    ready x");
    }

    @Test
    void lambdasAndAnonymousClassesHaveStableNames() throws Exception {
        Future<String> lambda = cx -> Poll.pending();
        task.poll(PollTrace.of("lambda", lambda, lines::add));
        Future<String> anonymous = new Future<>() {
            @Override
            public Poll<String> poll(Context cx) {
                return Poll.pending();
            }
        };
        task.poll(PollTrace.of("anonymous", anonymous, lines::add));
        assertThat(lines).contains("      lambda", "      anonymous class");
    }

    @Test
    void aTryFutureStaysOne() {
        TryFuture<String, IOException> failing = cx -> {
            throw new IOException("declared");
        };
        String caught;
        try {
            caught = Async.blockOn(PollTrace.of("failing", failing, lines::add));
        } catch (IOException e) {
            caught = e.getMessage();
        }
        assertThat(caught).isEqualTo("declared");
    }

    @Test
    void onAThreadPoolPendingComesBeforeWokenAndWokenBeforeTheNextPoll() {
        try (ThreadPool pool = ThreadPool.of(2)) {
            for (int i = 0; i < 200; i++) {
                List<String> own = new ArrayList<>();
                Future<Object> wokenByAnother = new Future<>() {
                    private boolean started;

                    @Override
                    public Poll<Object> poll(Context cx) {
                        if (started) {
                            return Poll.ready("done");
                        }
                        started = true;
                        new Thread(cx.waker().clone()::wake).start();
                        return Poll.pending();
                    }
                };
                Async.blockOn(pool.spawn(PollTrace.of("task", wokenByAnother, own::add)));
                assertThat(own)
                        .containsSubsequence(
                                "  poll 1", "    pending", "  woken", "  poll 2 (polled again)", "    ready done");
            }
        }
    }

    @Test
    void nullsAreRefused() {
        Future<String> future = Future.ready("value");
        assertThatNullPointerException().isThrownBy(() -> PollTrace.of(null, future, lines::add));
        assertThatNullPointerException().isThrownBy(() -> PollTrace.of("name", (Future<String>) null, lines::add));
        assertThatNullPointerException().isThrownBy(() -> PollTrace.of("name", future, null));
    }
}
