package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.test.TaskProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sub-executors whose children do in their polls and drops whatever they may: wake themselves and each other, push, clear, throw. Their
 * task is polled under small budgets, and only if it was woken, but for a few times.
 */
class SubExecutorModelTest {
    private static final int SCHEDULES = Integer.getInteger("model.schedules", 1_000) * 5;
    private static final int MOST_POLLS = 1_000;

    private record Kind(String name, Function<Run, Future<?>> of) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("joinAll", run -> Futures.joinAll(run.children)),
                new Kind("tryJoinAll", run -> Futures.tryJoinAll(run.children)),
                new Kind("race", run -> Futures.race(run.children)),
                new Kind("raceOk", run -> Futures.raceOk(run.children)),
                new Kind("FuturesUnordered", Run::allOfASet));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachChildIsPolledOnceForAWakeAndEndsOnce(Kind kind) {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            try {
                new Run(new Random(seed)).run(kind);
            } catch (Throwable failure) {
                fail("seed " + seed, failure);
            }
        }
    }

    /** What a child throws, in its poll or its drop. */
    private static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class Run {
        final Random random;
        final TaskProbe task = new TaskProbe();
        final List<Child> children = new ArrayList<>();
        FuturesUnordered<Integer> set;

        Run(Random random) {
            this.random = random;
            for (int i = 1 + random.nextInt(6); i > 0; i--) {
                children.add(new Child(this));
            }
        }

        Future<Void> allOfASet() {
            set = FuturesUnordered.of(children);
            return new AllOfASet(set);
        }

        void run(Kind kind) {
            Future<?> future = kind.of().apply(this);
            boolean ended = false;
            boolean due = true;
            for (int polls = 0; !ended; polls++) {
                assertThat(polls).as("polls").isLessThan(MOST_POLLS);
                if (!due && random.nextInt(20) == 0) {
                    ended = true;
                    drop(future);
                } else if (due || random.nextInt(10) == 0) {
                    ended = poll(future);
                } else {
                    assertThat(children).as("one was woken and is not polled").noneMatch(Child::isDue);
                    anyone().wake();
                }
                due = task.takeWoken();
            }
            assertThat(children).allMatch(Child::isOver);
            assertThat(task.held()).isZero();
        }

        /** Whether it has ended. */
        private boolean poll(Future<?> future) {
            children.forEach(child -> child.polled = false);
            try {
                return future.poll(Context.withBudget(task.waker(), 1 + random.nextInt(3)))
                        .isReady();
            } catch (Thrown thrown) {
                return true;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        private void drop(Future<?> future) {
            try {
                future.drop();
            } catch (Thrown thrown) {
                assertThat(children).allMatch(Child::isOver);
            }
        }

        Child anyone() {
            return children.get(random.nextInt(children.size()));
        }
    }

    /** Takes all values of a set, and passes over failures. */
    private record AllOfASet(FuturesUnordered<Integer> set) implements Future<Void> {
        @Override
        public Poll<Void> poll(Context cx) throws Exception {
            while (!set.isEmpty()) {
                try {
                    if (set.pollNext(cx).isPending()) {
                        return Poll.pending();
                    }
                } catch (Thrown thrown) {
                    cx.waker().wakeByRef(); // the others go on
                    return Poll.pending();
                }
            }
            return Poll.ready(null);
        }

        @Override
        public void drop() {
            set.drop();
        }
    }

    private static final class Child implements Future<Integer> {
        private final Run run;
        private final AtomicWaker waker = new AtomicWaker();
        private int left;
        private boolean completed;
        private boolean dropped;
        /** Since its last poll. */
        boolean woken;
        /** In this poll of the task. */
        boolean polled;

        Child(Run run) {
            this.run = run;
            this.left = run.random.nextInt(6);
        }

        boolean isOver() {
            return completed || dropped;
        }

        boolean isDue() {
            return woken && !isOver();
        }

        void wake() {
            if (!isOver()) {
                woken = true;
                waker.wake();
            }
        }

        @Override
        public Poll<Integer> poll(Context cx) {
            assertThat(isOver()).as("polled after its end").isFalse();
            assertThat(polled && run.set == null).as("polled twice").isFalse();
            polled = true;
            woken = false;
            waker.register(cx.waker());
            for (int i = run.random.nextInt(3); i > 0; i--) {
                meddle();
            }
            if (left-- > 0 || !cx.proceed()) {
                return Poll.pending();
            }
            completed = true;
            waker.drop();
            throwAtTimes();
            return Poll.ready(left);
        }

        private void meddle() {
            int what = run.random.nextInt(40);
            if (what < 10) {
                wake();
            } else if (what < 25) {
                run.anyone().wake();
            } else if (what < 27 && run.set != null) {
                Child another = new Child(run);
                run.children.add(another);
                run.set.push(another);
            } else if (what == 27 && run.set != null) {
                clear();
            }
        }

        private void clear() {
            try {
                run.set.clear();
            } catch (Thrown thrown) {
                assertThat(run.set.isEmpty()).isTrue();
            }
        }

        @Override
        public void drop() {
            assertThat(isOver()).as("dropped after its end").isFalse();
            dropped = true;
            waker.drop();
            throwAtTimes();
        }

        private void throwAtTimes() {
            if (run.random.nextInt(5) == 0) {
                throw new Thrown();
            }
        }
    }
}
