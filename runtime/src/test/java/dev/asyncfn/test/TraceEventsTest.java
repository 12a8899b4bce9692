package dev.asyncfn.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.Futures;
import dev.asyncfn.sync.Channel;
import dev.asyncfn.sync.Oneshot;
import dev.asyncfn.test.TraceEvent.Created;
import dev.asyncfn.test.TraceEvent.Dropped;
import dev.asyncfn.test.TraceEvent.LetGo;
import dev.asyncfn.test.TraceEvent.Moved;
import dev.asyncfn.test.TraceEvent.Pending;
import dev.asyncfn.test.TraceEvent.Place;
import dev.asyncfn.test.TraceEvent.Polled;
import dev.asyncfn.test.TraceEvent.Ready;
import dev.asyncfn.test.TraceEvent.Subject;
import dev.asyncfn.test.TraceEvent.Threw;
import dev.asyncfn.test.TraceEvent.Woken;
import dev.asyncfn.time.Sleep;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TraceEventsTest {
    private final List<TraceEvent> events = new ArrayList<>();
    private final TaskProbe task = new TaskProbe();
    private final ManualFuture<String> leaf = ManualFuture.named("leaf");

    private static final Subject ROOT = new Subject(1, "root");
    private static final Subject LEAF = new Subject(2, "leaf");

    private static Future<String> sending(Oneshot.Sender<String> sender) {
        return Futures.lazy(() -> {
            sender.send("Ada");
            return "sent";
        });
    }

    @Nested
    class OfAFuture {
        private final Future<String> traced = PollTrace.ofEvents("root", leaf, events::add);

        @Test
        void areThereBeforeTheFirstPoll() {
            assertThat(events).containsExactly(new Created(ROOT, null, ""), new Created(LEAF, ROOT, "unpolled"));
        }

        @Test
        void tellOfAPollThatHasToWait() throws Exception {
            events.clear();
            task.poll(traced);
            assertThat(events)
                    .containsExactly(
                            new Polled(ROOT, 1, List.of(new Place(LEAF, 1, "unpolled"))),
                            new Pending(ROOT, List.of(LEAF)));
        }

        @Test
        void tellWhoWokeItAndOfTheEnd() throws Exception {
            task.poll(traced);
            events.clear();
            leaf.ready("Ada");
            task.poll(traced);
            assertThat(events)
                    .containsExactly(
                            new Woken(ROOT, "ManualFuture.ready", false),
                            new Polled(ROOT, 2, List.of(new Place(LEAF, 1, "ready"))),
                            new Ready(ROOT, "Ada"));
        }

        @Test
        void tellOfAnException() throws Exception {
            IOException failure = new IOException("closed");
            leaf.fail(failure);
            events.clear();
            assertThatThrownBy(() -> task.poll(traced)).isSameAs(failure);
            assertThat(events).endsWith(new Threw(ROOT, failure));
        }

        @Test
        void tellOfADropOnce() {
            events.clear();
            traced.drop();
            traced.drop();
            assertThat(events).containsExactly(new Dropped(ROOT));
        }
    }

    @Test
    void innerFuturesAreCreatedMoveAndAreLetGoOf() throws Exception {
        ManualFuture<String> second = ManualFuture.named("second");
        Future<Object> steps = Steps.of((step, value) -> step == 0 ? leaf : step == 1 ? second : null);
        Future<Object> traced = PollTrace.ofEvents("root", steps, events::add);
        Subject fn = new Subject(2, "Steps");
        Subject first = new Subject(3, "leaf");
        Subject other = new Subject(4, "second");
        task.poll(traced);
        assertThat(events)
                .endsWith(
                        new Moved(fn, "START", "AWAIT_1"),
                        new Created(first, fn, "pending"),
                        new Pending(ROOT, List.of(first)));
        leaf.ready("Ada");
        events.clear();
        task.poll(traced);
        assertThat(events)
                .containsExactly(
                        new Polled(ROOT, 2, List.of(new Place(fn, 1, "AWAIT_1"), new Place(first, 2, "ready"))),
                        new LetGo(first),
                        new Moved(fn, "AWAIT_1", "AWAIT_2"),
                        new Created(other, fn, "pending"),
                        new Pending(ROOT, List.of(other)));
    }

    @Test
    void aJoinWaitsForSeveralLeaves() throws Exception {
        ManualFuture<String> second = ManualFuture.named("second");
        task.poll(PollTrace.ofEvents("root", Futures.join(leaf, second), events::add));
        assertThat(events).endsWith(new Pending(ROOT, List.of(new Subject(3, "leaf"), new Subject(4, "second"))));
    }

    @Nested
    class OfAnExecutor {
        @Test
        void eachTaskIsARoot() {
            try (TestExecutor executor = new TestExecutor(tasks -> 0)) {
                executor.eventsTo(events::add);
                executor.spawn("a", Futures.lazy(() -> "A"));
                executor.spawn("b", Futures.lazy(() -> "B"));
                executor.runUntilStalled();
            }
            Subject b = new Subject(3, "b");
            assertThat(events)
                    .contains(new Created(new Subject(1, "a"), null, ""), new Created(b, null, ""))
                    .endsWith(
                            new Polled(b, 1, List.of(new Place(new Subject(4, "lazy"), 1, ""))),
                            new Moved(new Subject(4, "lazy"), "", "DONE"),
                            new Ready(b, "B"));
        }

        @Test
        void aTaskIsWokenByTheTaskThatSends() {
            Channel<Oneshot.Sender<String>, Oneshot.Receiver<String>> channel = Oneshot.channel();
            try (TestExecutor executor = new TestExecutor(tasks -> 0)) {
                executor.eventsTo(events::add);
                JoinHandle<?> receiver = executor.spawn("receiver", channel.receiver());
                executor.spawn("sender", sending(channel.sender()));
                executor.run(receiver);
            }
            assertThat(events).contains(new Woken(new Subject(1, "receiver"), "sender", false));
        }

        @Test
        void aSleepIsWokenByTheClockAndALeafByTheTest() {
            try (TestExecutor executor = new TestExecutor(tasks -> 0)) {
                executor.eventsTo(events::add);
                executor.run(Futures.lazy(() -> "start"));
                executor.spawn("leaf", leaf);
                executor.runUntilStalled();
                leaf.ready("Ada");
                executor.run(Futures.andThen(Future.ready(1), one -> Sleep.of(Duration.ofHours(1))));
            }
            assertThat(events.stream().filter(Woken.class::isInstance).map(event -> ((Woken) event).by()))
                    .containsSubsequence("the test", "the clock");
        }

        @Test
        void aTaskThatYieldsIsWokenByItselfDuringThePoll() {
            try (TestExecutor executor = new TestExecutor(tasks -> 0)) {
                executor.eventsTo(events::add);
                executor.run(Futures.yieldNow());
            }
            assertThat(events).contains(new Woken(ROOT, "root", true));
        }

        @Test
        void closingDropsTasks() {
            TestExecutor executor = new TestExecutor(tasks -> 0);
            executor.eventsTo(events::add);
            executor.spawn("root", leaf);
            executor.runUntilStalled();
            events.clear();
            executor.close();
            assertThat(events).containsExactly(new Dropped(ROOT));
        }

        @Test
        void aDropThatThrowsIsTold() {
            RuntimeException failure = new IllegalStateException("stuck");
            TestExecutor executor = new TestExecutor(tasks -> 0);
            executor.eventsTo(events::add);
            executor.spawn("root", new Future<String>() {
                @Override
                public Poll<String> poll(Context cx) {
                    cx.waker().wakeByRef();
                    return Poll.pending();
                }

                @Override
                public void drop() {
                    throw failure;
                }
            });
            assertThatThrownBy(executor::close).hasCause(failure);
            assertThat(events).endsWith(new Dropped(ROOT), new Threw(ROOT, failure));
        }

        @Test
        void printAsOneTree() {
            List<String> lines = new ArrayList<>();
            Channel<Oneshot.Sender<String>, Oneshot.Receiver<String>> channel = Oneshot.channel();
            try (TestExecutor executor = new TestExecutor(tasks -> 0)) {
                executor.eventsTo(PollTrace.printing(lines::add));
                executor.spawn("sender", sending(channel.sender()));
                executor.run(channel.receiver());
            }
            assertThat(lines).isEqualTo(PollTraceTest.expected("two-tasks"));
        }

        @Test
        void nullsAreRefused() {
            try (TestExecutor executor = new TestExecutor(0)) {
                assertThatNullPointerException().isThrownBy(() -> executor.eventsTo(null));
            }
        }
    }
}
