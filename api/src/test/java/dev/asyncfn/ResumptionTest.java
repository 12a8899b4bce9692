package dev.asyncfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Async fns that wait for each other: a wake polls the innermost, and the others only when they have something to do. */
class ResumptionTest {
    private final List<String> log = new ArrayList<>();
    private final Signal signal = new Signal();
    private final Context cx = Context.fromWaker(Waker.noop());

    private Fn fn(String name, Future<Integer> awaited) {
        return new Fn(name, log, awaited);
    }

    /** a awaits b, which awaits c and then d; c and d await the signal, c three times. */
    private Fn chain() {
        Fn c = fn("c", signal).then(() -> signal).then(() -> signal);
        return fn("a", fn("b", c).then(() -> fn("d", signal)));
    }

    /** A future that has been polled often enough for others to be passed over. */
    private <F extends Future<?>> F warm(F future) throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(future.poll(cx).isPending()).isTrue();
        }
        log.clear();
        return future;
    }

    private Poll<?> give(Future<?> future, int value) throws Exception {
        signal.give(value);
        return future.poll(cx);
    }

    @Nested
    class Polls {
        @Test
        void theSecondPollThatIsPendingIsTheLastThatGoesThroughAll() throws Exception {
            Fn a = chain();
            a.poll(cx);
            a.poll(cx);
            assertThat(log).containsExactly("a", "b", "c", "a", "b", "c");
            log.clear();
            a.poll(cx);
            a.poll(cx);
            assertThat(log).containsExactly("a", "c", "a", "c");
        }

        @Test
        void thoseThatHaveSomethingToDoArePolledFromTheInsideOut() throws Exception {
            Fn a = warm(chain());
            give(a, 1);
            give(a, 2);
            assertThat(log).containsExactly("a", "c", "a", "c");
            log.clear();

            assertThat(give(a, 4).isPending()).isTrue(); // c ends, b awaits d
            assertThat(log).containsExactly("a", "c", "b", "d");
            log.clear();

            assertThat(give(a, 8)).isEqualTo(Poll.ready(15));
            assertThat(log).containsExactly("a", "d", "b");
        }

        @Test
        void whatIsPassedOverIsStillSeen() throws Exception {
            Fn a = warm(chain());
            for (int value : new int[] {1, 2}) {
                give(a, value);
                assertThat(names(a)).containsExactly("a AWAIT", "b AWAIT", "c AWAIT");
            }
            give(a, 4);
            assertThat(names(a)).containsExactly("a AWAIT", "b AWAIT", "d AWAIT");
            give(a, 8);
            assertThat(names(a)).containsExactly("a DONE");
        }

        private List<String> names(Future<?> outermost) {
            List<String> names = new ArrayList<>();
            for (Future<?> at = outermost; at instanceof Fn fn; at = fn.awaited()) {
                names.add(fn.name + " " + fn.state());
            }
            return names;
        }

        @Test
        void theLeafGetsTheWakerOfTheNewestPoll() throws Exception {
            Fn a = warm(chain());
            Waker other = Waker.from(() -> {});
            a.poll(Context.fromWaker(other));
            assertThat(signal.parked).isSameAs(other);
        }

        @Test
        void aChainThatGrowsIsPassedOverFromItsNewEnd() throws Exception {
            Fn f = fn("f", signal).then(() -> signal);
            Fn a = warm(fn("a", fn("b", fn("c", signal).then(() -> fn("d", fn("e", f))))));
            give(a, 1);
            assertThat(log).containsExactly("a", "c", "d", "e", "f");
            log.clear();
            give(a, 2);
            assertThat(log).containsExactly("a", "f");
            log.clear();
            assertThat(give(a, 4)).isEqualTo(Poll.ready(7));
            assertThat(log).containsExactly("a", "f", "e", "d", "c", "b");
        }

        @Test
        void aFutureThatIsNotGeneratedIsPolledAndBelowItAnotherChainBegins() throws Exception {
            Fn below = fn("x", fn("y", fn("z", signal).then(() -> signal)));
            Future<Integer> between = context -> {
                log.add("between");
                return below.poll(context);
            };
            Fn a = warm(fn("a", fn("b", fn("c", between))));
            give(a, 1);
            assertThat(log).containsExactly("a", "c", "between", "x", "z");
            log.clear();
            assertThat(give(a, 2)).isEqualTo(Poll.ready(3));
            assertThat(log).containsExactly("a", "c", "between", "x", "z", "y", "b");
        }

        @Test
        void aChainThatWasPolledBeforeItIsAwaitedIsTakenOver() throws Exception {
            Fn b = warm(fn("b", fn("c", fn("d", signal).then(() -> signal))));
            Fn a = warm(fn("a", b));
            give(a, 1);
            assertThat(log).containsExactly("a", "d");
            log.clear();
            assertThat(give(a, 2)).isEqualTo(Poll.ready(3));
            assertThat(log).containsExactly("a", "d", "c", "b");
        }
    }

    @Nested
    class PolledByOthers {
        @Test
        void theInnerEndMayHaveMoved() throws Exception {
            Fn c = fn("c", signal).then(() -> fn("d", fn("e", signal)));
            Fn a = warm(fn("a", fn("b", c)));
            give(c, 1);
            assertThat(c.awaited()).isInstanceOf(Fn.class);
            assertThat(give(a, 2)).isEqualTo(Poll.ready(3));
        }

        @Test
        void theMiddleMayHaveMoved() throws Exception {
            Fn b = fn("b", fn("c", signal)).then(() -> fn("d", signal)).then(() -> signal);
            Fn a = warm(fn("a", b));
            give(b, 1); // c has ended
            give(b, 2); // d, too
            assertThat(give(a, 4)).isEqualTo(Poll.ready(7));
        }

        @Test
        void theMiddleMayBePolledTillItPassesOverOthersItself() throws Exception {
            Fn d = fn("d", signal).then(() -> signal);
            Fn b = fn("b", fn("c", d));
            Fn a = warm(fn("a", b));
            warm(b);
            give(a, 1);
            give(b, 2);
            assertThat(b.state()).isEqualTo("DONE");
            assertThatThrownBy(() -> a.poll(cx)).hasMessage("`async fn` resumed after completion");
        }

        @Test
        void aPartThatPassesOverOthersItselfIsJoined() throws Exception {
            Fn e = fn("e", fn("f", signal)).then(() -> fn("g", signal).then(() -> signal));
            Fn c = fn("c", fn("d", e));
            Fn a = warm(fn("a", fn("b", c)));
            warm(c);
            give(c, 1); // f has ended, and g is the innermost
            log.clear();
            give(a, 2);
            assertThat(log).containsExactly("a", "g");
            assertThat(give(a, 4)).isEqualTo(Poll.ready(7));
        }

        @Test
        void aPartThatHasEndedCannotBeResumed() throws Exception {
            Fn c = fn("c", signal);
            Fn a = warm(fn("a", fn("b", c)));
            give(c, 1);
            assertThatThrownBy(() -> a.poll(cx)).hasMessage("`async fn` resumed after completion");
        }

        @Test
        void aPartThatWasDroppedCannotBeResumed() throws Exception {
            for (int at = 0; at < 3; at++) {
                Fn c = fn("c", signal);
                Fn b = fn("b", c);
                Fn a = fn("a", b);
                Fn root = warm(fn("root", a));
                List.of(a, b, c).get(at).drop();
                assertThatThrownBy(() -> root.poll(cx)).hasMessage("`async fn` resumed after being dropped");
                assertThat(root.state()).isEqualTo("PANICKED");
            }
        }

        @Test
        void anotherOwnerIsRefusedAsBefore() throws Exception {
            Fn c = fn("c", signal);
            warm(fn("a", fn("b", c)));
            assertThatThrownBy(() -> OwnedFuture.claim(c, "a task"))
                    .hasMessageContaining("is driven by Fn, so a task cannot drive it");
        }

        @Test
        void aPollInsideAPollIsRefused() throws Exception {
            AtomicReference<Fn> outermost = new AtomicReference<>();
            Fn c = fn("c", signal).then(() -> context -> {
                outermost.get().poll(context);
                return Poll.ready(0);
            });
            Fn a = warm(fn("a", fn("b", c)));
            outermost.set(a);
            assertThatThrownBy(() -> give(a, 1)).hasMessage("`async fn` resumed after panicking");
        }
    }

    @Nested
    class Failures {
        @Test
        void aFailureEndsAllThatDoNotHandleIt() throws Exception {
            Fn c = fn("c", signal);
            Fn b = fn("b", c);
            Fn a = warm(fn("a", b));
            Exception failure = new Exception("failed");
            signal.fail(failure);
            assertThatThrownBy(() -> a.poll(cx)).isSameAs(failure);
            assertThat(List.of(a.state(), b.state(), c.state())).containsOnly("PANICKED");
            assertThat(a.awaited()).isSameAs(b);
            assertThat(b.awaited()).isSameAs(c);
            assertThat(c.awaited()).isSameAs(signal);
        }

        @Test
        void aFinallyBlockOnTheWayRunsAndIsResumedItself() throws Exception {
            Signal cleanup = new Signal();
            GuardedFn guarded = new GuardedFn("guarded", log, fn("c", fn("d", signal)), cleanup);
            Fn a = warm(fn("a", fn("b", guarded)));
            Exception failure = new Exception("failed");
            signal.fail(failure);
            assertThat(a.poll(cx).isPending()).isTrue();
            assertThat(log).containsExactly("a", "d", "c", "guarded", "finally guarded failed");
            assertThat(guarded.awaited()).isSameAs(cleanup);
            log.clear();

            cleanup.give(0);
            assertThatThrownBy(() -> a.poll(cx)).isSameAs(failure);
            assertThat(log).containsExactly("a", "guarded", "end of guarded", "b");
        }

        @Test
        void aFailureOfTheFinallyBlockReplacesTheFirst() throws Exception {
            Signal cleanup = new Signal();
            Exception second = new Exception("second");
            cleanup.fail(second);
            Fn a = warm(fn("a", new GuardedFn("guarded", log, fn("b", fn("c", signal)), cleanup)));
            signal.fail(new Exception("first"));
            assertThatThrownBy(() -> a.poll(cx)).isSameAs(second);
        }
    }

    @Nested
    class Handled {
        @Test
        void afterAFailureThatWasHandledTheNextValueArrives() throws Exception {
            Signal cleanup = new Signal();
            Signal last = new Signal();
            Fn c = fn("c", new GuardedFn("guarded", log, fn("d", fn("e", signal)), cleanup).swallowing())
                    .then(() -> last);
            Fn a = warm(fn("a", fn("b", c)));
            signal.fail(new Exception("failed"));
            assertThat(a.poll(cx).isPending()).isTrue();
            cleanup.give(0);
            assertThat(a.poll(cx).isPending()).isTrue();
            last.give(8);
            assertThat(a.poll(cx)).isEqualTo(Poll.ready(7));
        }

        @Test
        void aFailureThatIsHandledAtOnceDoesNotComeBack() throws Exception {
            Fn c = fn("c", new GuardedFn("guarded", log, fn("d", fn("e", signal)), Future.ready(0)).swallowing());
            Fn a = warm(fn("a", fn("b", c)));
            signal.fail(new Exception("failed"));
            assertThat(a.poll(cx)).isEqualTo(Poll.ready(-1));
        }

        @Test
        void allIsShownAsItIsWhileAFailureIsHandled() throws Exception {
            AtomicReference<Fn> outermost = new AtomicReference<>();
            List<Future<?>> shown = new ArrayList<>();
            Future<Integer> cleanup = context -> {
                shown.add(outermost.get().awaited());
                return Poll.ready(0);
            };
            Fn b = fn("b", new GuardedFn("guarded", log, fn("c", signal), cleanup));
            outermost.set(warm(fn("a", b)));
            signal.fail(new Exception("failed"));
            assertThatThrownBy(() -> outermost.get().poll(cx)).hasMessage("failed");
            assertThat(shown).containsExactly(b);
        }
    }

    @Nested
    class Frames {
        private final ThrowingAsync.Leaf leaf = new ThrowingAsync.Leaf();

        private List<String> framesOf(Throwable failure) {
            List<String> classes = new ArrayList<>();
            for (StackTraceElement frame : failure.getStackTrace()) {
                String name = frame.getClassName().replaceAll(".*[.$]", "");
                if (name.equals("Frames")) { // the test itself
                    break;
                }
                classes.add(name);
            }
            return classes;
        }

        @Test
        void thoseThatWerePassedOverAreInTheTrace() throws Exception {
            Fn a = warm(fn("a", fn("b", fn("c", fn("d", leaf)))));
            leaf.throwing = true;
            Exception failure = (Exception) catchThrowable(() -> a.poll(cx));
            Traced.restore(failure, a);
            assertThat(framesOf(failure)).containsExactly("Leaf", "Fn", "Fn", "Fn", "Fn");
        }

        @Test
        void aHandlerSeesThoseBelowAndThoseAbove() throws Exception {
            List<String> seen = new ArrayList<>();
            Future<Integer> cleanup = context -> {
                seen.addAll(framesOf(leaf.thrown));
                return Poll.ready(0);
            };
            Fn below = fn("below", fn("c", fn("d", leaf)));
            Fn a = warm(fn("a", fn("b", fn("b2", new GuardedFn("guarded", log, below, cleanup)))));
            leaf.throwing = true;
            assertThatThrownBy(() -> a.poll(cx)).hasMessage("thrown");
            assertThat(seen).containsExactly("Leaf", "Fn", "Fn", "Fn", "GuardedFn", "Fn", "Fn", "Fn");
        }
    }

    @Nested
    class Drops {
        @Test
        void allAreDroppedOnce() throws Exception {
            Fn a = warm(fn("a", fn("b", fn("c", fn("d", signal)))));
            a.drop();
            a.drop();
            assertThat(log).containsExactlyInAnyOrder("drop a", "drop b", "drop c", "drop d");
            assertThat(signal.drops).isOne();
        }

        @Test
        void aPartThatHasFailedIsLeftAsItIs() throws Exception {
            Fn c = fn("c", signal);
            Fn b = fn("b", c);
            Fn a = warm(fn("a", b));
            signal.fail(new Exception("failed"));
            assertThatThrownBy(() -> b.poll(cx)).hasMessage("failed");
            log.clear();
            a.drop();
            assertThat(log).containsExactly("drop a");
            assertThat(b.awaited()).isSameAs(c);
        }

        @Test
        void finallyBlocksRunFromTheInsideOut() throws Exception {
            Future<Integer> done = Future.ready(0);
            Fn a = warm(fn(
                    "a", new GuardedFn("b", log, fn("c", new GuardedFn("d", log, fn("e", signal), done)), done)));
            a.drop();
            assertThat(log)
                    .filteredOn(line -> line.contains("finally"))
                    .containsExactly("finally d dropped", "finally b dropped");
            assertThat(signal.drops).isOne();
        }

        @Test
        void aFailureOfADropIsThrownAfterTheRest() throws Exception {
            RuntimeException failure = new IllegalStateException("the leaf");
            signal.failDrop(failure);
            GuardedFn b = new GuardedFn("b", log, fn("c", fn("d", signal)), Future.ready(0));
            Fn a = warm(fn("a", b));
            assertThatThrownBy(a::drop).isSameAs(failure);
            assertThat(log).contains("drop a", "drop c", "drop d", "finally b dropped");
            assertThat(List.of(a.state(), b.state())).containsOnly("DROPPED");
            assertThatCode(a::drop).doesNotThrowAnyException();
        }

        @Test
        void aSlowDropIsResumedAtItsInnerEnd() throws Exception {
            Signal inner = new Signal();
            Signal outer = new Signal();
            signal.dropSlowly();
            Fn a = warm(fn(
                    "a", new GuardedFn("b", log, fn("c", new GuardedFn("d", log, fn("e", signal), inner)), outer)));

            assertThat(a.pollDrop(cx).isPending()).isTrue();
            assertThat(log).isEmpty();
            signal.give(0);
            assertThat(a.pollDrop(cx).isPending()).isTrue();
            assertThat(log).containsExactly("drop e", "finally d dropped");
            inner.give(0);
            assertThat(a.pollDrop(cx).isPending()).isTrue();
            assertThat(log).containsExactly("drop e", "finally d dropped", "end of d", "drop c", "finally b dropped");
            outer.give(0);
            assertThat(a.pollDrop(cx).isReady()).isTrue();
            assertThat(log).endsWith("end of b", "drop a");
            assertThat(a.state()).isEqualTo("DROPPED");
        }

        @Test
        void aSlowDropCanBeHurried() throws Exception {
            Signal inner = new Signal();
            GuardedFn b = new GuardedFn("b", log, fn("c", fn("d", signal)), inner);
            Fn a = warm(fn("a", b));
            assertThat(a.pollDrop(cx).isPending()).isTrue();
            a.drop();
            assertThat(log).containsExactly("drop d", "drop c", "finally b dropped", "drop a");
            assertThat(inner.drops).isOne();
            assertThat(List.of(a.state(), b.state())).containsOnly("DROPPED");
        }

        @Test
        void aFailureOfASlowDropReachesTheOutermost() throws Exception {
            Signal cleanup = new Signal();
            Exception failure = new Exception("of the cleanup");
            GuardedFn b = new GuardedFn("b", log, fn("c", fn("d", signal)), cleanup);
            Fn a = warm(fn("a", b));
            assertThat(a.pollDrop(cx).isPending()).isTrue();
            cleanup.fail(failure);
            assertThatThrownBy(() -> a.pollDrop(cx)).isSameAs(failure);
            assertThat(a.state()).isEqualTo("DROPPED");
        }
    }

    /** As deep as no stack is, if each awaits something before it calls the next. */
    @Nested
    class Depth {
        private static final int DEPTH = 100_000;
        private static final long STACK = 256 << 10;

        private final List<String> unseen = new ArrayList<>() {
            private static final long serialVersionUID = 1;

            @Override
            public boolean add(String line) {
                return true;
            }
        };

        private Fn descend(int depth, Supplier<Future<Integer>> last) {
            Fn fn = new Fn("fn", unseen, signal);
            return fn.then(depth == 1 ? last : () -> descend(depth - 1, last));
        }

        /** The signal is awaited at each level, and {@code last} at the end. */
        private Fn descended(Supplier<Future<Integer>> last) throws Exception {
            Fn fn = descend(DEPTH, last);
            fn.poll(cx);
            for (int i = 0; i < DEPTH; i++) {
                signal.give(1);
                assertThat(fn.poll(cx) == Poll.<Integer>pending()).isTrue();
            }
            return fn;
        }

        private void onASmallStack(Body body) throws Exception {
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread thread = new Thread(null, () -> thrown.set(catchThrowable(body::run)), "small", STACK);
            thread.start();
            thread.join();
            assertThat(thrown.get()).isNull();
        }

        private interface Body {
            void run() throws Exception;
        }

        @Test
        void itReturns() throws Exception {
            onASmallStack(() -> {
                Fn fn = descended(() -> signal);
                signal.give(1);
                assertThat(fn.poll(cx)).isEqualTo(Poll.ready(DEPTH + 1));
            });
        }

        @Test
        void itFailsWithATraceThatIsNotLongerThanOthers() throws Exception {
            onASmallStack(() -> {
                ThrowingAsync.Leaf leaf = new ThrowingAsync.Leaf();
                Fn fn = descended(() -> leaf);
                leaf.throwing = true;
                Exception failure = (Exception) catchThrowable(() -> fn.poll(cx));
                Traced.restore(failure, fn);
                assertThat(failure).hasMessage("thrown");
                assertThat(failure.getStackTrace().length).isBetween(1_000, 1_100);
            });
        }

        @Test
        void itIsDropped() throws Exception {
            onASmallStack(() -> {
                Fn fn = descended(() -> signal);
                fn.drop();
                assertThat(fn.state()).isEqualTo("DROPPED");
                assertThat(signal.drops).isOne();
            });
        }

        @Test
        void itIsDroppedSlowly() throws Exception {
            onASmallStack(() -> {
                Fn fn = descended(() -> signal);
                assertThat(fn.pollDrop(cx).isReady()).isTrue();
                assertThat(signal.drops).isOne();
            });
        }
    }
}
