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
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    /** The lines of a file beside this test. */
    static List<String> expected(String name) {
        try (InputStream file = PollTraceTest.class.getResourceAsStream("/trace/" + name + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void goesDownToTheLeafAndOnFromThereInTheNextPoll() throws Exception {
        ManualFuture<String> socket = ManualFuture.named("socket");
        Future<String> traced =
                PollTrace.of("user 3", new GetUserFuture(new ReadDataFuture_String(socket)), lines::add);
        assertThat(task.poll(traced)).isSameAs(Poll.pending());
        socket.ready("Bob");
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(traced)).isEqualTo(Poll.ready("Bob"));
        assertThat(lines).isEqualTo(expected("nested"));
    }

    @Test
    void showsEachAwaitOfOneFnAfterTheOther() throws Exception {
        List<ManualFuture<String>> leaves =
                List.of(ManualFuture.named("connect"), ManualFuture.named("send"), ManualFuture.named("receive"));
        leaves.get(1).ready("sent before it is awaited");
        Future<Object> steps = Steps.of((step, value) -> step < 3 ? leaves.get(step) : null);
        Future<Object> traced = PollTrace.of("exchange", steps, lines::add);
        task.poll(traced);
        leaves.get(0).ready("connected");
        task.poll(traced);
        leaves.get(2).ready("received");
        task.poll(traced);
        assertThat(lines).isEqualTo(expected("three-awaits"));
    }

    @Test
    void showsAllThatAJoinWaitsForAndWhichOfThemHaveEnded() throws Exception {
        ManualFuture<String> user = ManualFuture.named("user");
        ManualFuture<String> cart = ManualFuture.named("cart");
        Future<?> traced = PollTrace.of("page", Futures.join(user, new GetUserFuture(cart)), lines::add);
        task.poll(traced);
        user.ready("Ada");
        task.poll(traced);
        cart.ready("empty");
        task.poll(traced);
        assertThat(lines).isEqualTo(expected("join"));
    }

    @Test
    void aTraceInsideATraceIsIndentedBelowThePollThatMadeIt() throws Exception {
        ManualFuture<String> socket = ManualFuture.named("socket");
        Future<Object> outer = Steps.of((step, value) ->
                step == 0 ? PollTrace.of("inner", new ReadDataFuture_String(socket), lines::add) : null);
        Future<Object> traced = PollTrace.of("outer", outer, lines::add);
        task.poll(traced);
        socket.ready("Bob");
        task.poll(traced);
        assertThat(lines).isEqualTo(expected("inside"));
    }

    @Test
    void isThereBeforeItIsPolled() {
        PollTrace.of("user 3", new GetUserFuture(Future.ready("Bob")), lines::add);
        assertThat(lines).containsExactly("user 3", "  created getUser: START");
    }

    @Test
    void aFailureIsToldAndThrownAsItIs() {
        IOException failure = new IOException("broken");
        Future<String> traced = PollTrace.of("failing", new GetUserFuture(Future.failed(failure)), lines::add);
        assertThatThrownBy(() -> task.poll(traced)).isSameAs(failure);
        assertThat(lines)
                .endsWith("  poll 1", "    getUser: START -> PANICKED", "    threw java.io.IOException: broken");
    }

    @Test
    void aFutureThatCannotShowItsStateHidesNoOther() throws Exception {
        class Broken extends Awaiting {
            Broken() {
                super("AWAIT", Future.pending());
            }

            @Override
            public String state() {
                throw new IllegalStateException("in between");
            }
        }
        ManualFuture<String> leaf = ManualFuture.named("leaf");
        task.poll(PollTrace.of("both", Futures.join(new Broken(), leaf), lines::add));
        assertThat(lines)
                .contains("    created Broken: cannot show its state: java.lang.IllegalStateException: in between")
                .endsWith("    pending, waits for lambda, leaf");
    }

    @Test
    void aLoopThroughItsOwnTreeEnds() throws Exception {
        Future<?>[] self = new Future<?>[1];
        class Looping implements Future<String>, Traced {
            @Override
            public Poll<String> poll(Context cx) {
                return Poll.pending();
            }

            @Override
            public String state() {
                return "LOOPING";
            }

            @Override
            public Future<?> awaited() {
                return self[0];
            }
        }
        Looping looping = new Looping();
        self[0] = looping;
        task.poll(PollTrace.of("loop", looping, lines::add));
        assertThat(lines).containsExactly("loop", "  created Looping: LOOPING", "  poll 1", "    pending");
    }

    @Test
    void aDropIsGivenTimeToCleanUpAndToldOnce() throws Exception {
        int[] cleaned = {0};
        Future<String> slow = new Future<>() {
            @Override
            public Poll<String> poll(Context cx) {
                return Poll.pending();
            }

            @Override
            public Poll<Void> pollDrop(Context cx) {
                return cleaned[0]++ == 0 ? Poll.pending() : Poll.ready(null);
            }
        };
        Future<String> traced = PollTrace.of("slow", slow, lines::add);
        task.poll(traced);
        assertThat(traced.pollDrop(task.context()).isPending()).isTrue();
        assertThat(traced.pollDrop(task.context()).isReady()).isTrue();
        assertThat(cleaned[0]).isEqualTo(2);
        assertThat(lines).containsOnlyOnce("  dropped");
    }

    @Test
    void aValueThatCannotBeHandedOnIsReleasedAsTheFutureSays() {
        Future<String> future = Futures.onUndelivered(Future.ready("value"), lines::add);
        assertThat(PollTrace.of("releasing", future, line -> {}).undelivered().concerns("value"))
                .isTrue();
    }

    @Test
    void ownsTheFuture() {
        GetUserFuture ignored = new GetUserFuture(Future.ready("x"));
        Future<String> owned = Futures.map(ignored, value -> value);
        PollTrace.of("first", owned, lines::add);
        assertThatThrownBy(() -> PollTrace.of("second", owned, lines::add)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatItWrapsIsSeenInADump() throws Exception {
        ManualFuture<String> leaf = ManualFuture.named("leaf");
        try (LocalPool pool = new LocalPool()) {
            pool.spawn(PollTrace.of("user 3", new GetUserFuture(leaf), lines::add));
            pool.runUntilStalled();
            assertThat(pool.dump()).hasToString("""
                task 1, suspended
                  PollTrace user 3
                    GetUserFuture AWAIT_READ_DATA
                      leaf, pending
                """);
        }
    }

    @Test
    void aLineThatNobodyTakesDoesNotKeepTheWakeFromTheTask() throws Exception {
        Leaf<String> leaf = Leaf.pending();
        Future<String> traced = PollTrace.of("full", leaf, line -> {
            if (line.startsWith("  woken")) {
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
        assertThat(lines.stream().filter(line -> line.startsWith("  woken"))).hasSize(1);
    }

    @Test
    void aWakeDuringThePollIsToldAfterIt() throws Exception {
        Future<Void> traced = PollTrace.of("yield", Futures.yieldNow(), lines::add);
        task.poll(traced);
        assertThat(lines).endsWith("    pending, waits for yieldNow", "  woken by YieldNow.poll, during the poll");
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
        assertThat(lines).noneMatch(line -> line.startsWith("  woken")).endsWith("    ready value");
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
        assertThat(lines).containsExactly("leaf", "  created Leaf", "  dropped");
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
        assertThat(lines).contains("  created lambda", "  created anonymous class");
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
                                "  poll 1",
                                "    pending, waits for anonymous class",
                                "  poll 2, continues from",
                                "    ready done")
                        .matches(all -> all.get(4).startsWith("  woken by another thread"), "woken between the two");
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
