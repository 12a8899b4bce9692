package dev.asyncfn.processor.differential;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Traced;
import dev.asyncfn.Waker;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** One body against its future. */
final class Comparison {
    /** A loop that awaits often suspends the same way each time: the first ones and the last are looked at. */
    private static final int DROPS = 12;

    private final Body body;
    private final Compiled compiled;
    private final Compiled dropReference;

    /** What the body does: the same each time, as {@link BlockingReferenceTest} shows. */
    private Outcome reference;

    /** What cleans up a drop at the leaf of that number: the same, too, whichever way it is dropped. */
    private final Map<Integer, Cleanup> cleanups = new ConcurrentHashMap<>();

    /** @param jumped whether a jump of the cleanup may have lost a failure */
    private record Cleanup(Outcome outcome, boolean jumped) {}

    Comparison(Body body, Compiled compiled, Compiled dropReference) {
        this.body = body;
        this.compiled = compiled;
        this.dropReference = dropReference;
    }

    Stream<DynamicTest> tests() {
        return Stream.of(
                dynamicTest("leaves ready", () -> meansTheSame(Pace.ready())),
                dynamicTest("leaves pending once", () -> meansTheSame(Pace.pendingOnce())),
                dynamicTest("leaves pending at random", () -> {
                    meansTheSame(Pace.random(body.toString().hashCode()));
                    meansTheSame(Pace.random(~body.toString().hashCode()));
                }),
                dynamicTest("dropped before the first poll", () -> dropAfter(0, Comparison::drop)),
                dynamicTest("dropped at each suspension", () -> dropAtEachSuspension(Comparison::drop)),
                dynamicTest(
                        "dropped at each suspension, by a drop that waits",
                        () -> dropAtEachSuspension(Comparison::pollDrop)));
    }

    private interface Drop {
        Outcome drop(Future<?> future, Trace trace);
    }

    private void meansTheSame(Pace pace) {
        Outcome expected = reference();
        Trace trace = new Trace(pace);
        Future<?> future = body.newFuture(compiled, trace);
        check(trace.entries().isEmpty(), "the factory ran part of the body: " + trace.entries());
        check(stateOf(future).equals("START"), "the state of a new future is " + stateOf(future));

        Outcome actual = new Driver(future, trace).runToEnd();

        if (!actual.equals(expected)) {
            complain("the future differs (- body, + future)\n" + LogDiff.of(expected, actual));
        }
        check(trace.violations().isEmpty(), trace.violations().toString());
        check(trace.drops().isEmpty(), "dropped although it ran to its end: " + trace.drops());
        boolean returned = actual.result().startsWith("returns ");
        check(stateOf(future).equals(returned ? "DONE" : "PANICKED"), "the last state is " + stateOf(future));
        throwsWhenPolled(future, returned ? "completion" : "panicking");
        future.drop();
        check(trace.drops().isEmpty(), "dropping a finished future dropped " + trace.drops());
        check(trace.entries().equals(expected.log()), "a poll or drop of a finished future ran part of the body");
    }

    private void dropAtEachSuspension(Drop way) {
        Trace trace = new Trace(Pace.pendingOnce());
        Driver driver = new Driver(body.newFuture(compiled, trace), trace);
        driver.runToEnd();
        int last = driver.suspensions();
        for (int suspension = 1; suspension <= Math.min(last, DROPS); suspension++) {
            dropAfter(suspension, way);
        }
        if (last > DROPS) {
            dropAfter(last, way);
        }
    }

    /** Dropping drops the leaf that is awaited just then, and runs the cleanup that an exception there would run. */
    private void dropAfter(int suspensions, Drop way) {
        Trace trace = new Trace(Pace.pendingOnce());
        Future<?> future = body.newFuture(compiled, trace);
        Outcome early = new Driver(future, trace).run(suspensions);
        check(early == null, "not suspended " + suspensions + " times as before: " + early);
        if (suspensions > 0) {
            check(((Traced) future).awaited() != null, "suspended, and awaited() is null");
        }
        int droppedAt = trace.suspendedOn();
        List<String> awaited = trace.suspendedOnLeaf() == null ? List.of() : List.of(trace.suspendedOnLeaf());

        Outcome dropped = way.drop(future, trace);

        List<String> logged = List.copyOf(trace.entries());
        if (suspensions == 0) {
            check(logged.isEmpty(), "drop ran part of a body that had not begun: " + logged);
        } else {
            Cleanup expected = cleanups.computeIfAbsent(droppedAt, this::cleanup);
            cleansUpLike(expected.outcome, dropped, expected.jumped);
        }
        check(trace.drops().equals(awaited), "dropped " + trace.drops() + " instead of " + awaited);
        check(drop(future, trace).equals(new Outcome("returns null", logged)), "a second drop did something");
        check(trace.violations().isEmpty(), trace.violations().toString());
        if (suspensions > 0 || overridesDrop(future)) {
            check(stateOf(future).equals("DROPPED"), "the state after drop() is " + stateOf(future));
            throwsWhenPolled(future, "being dropped");
        }
    }

    private Cleanup cleanup(int droppedAt) {
        Trace trace = Trace.droppedAt(droppedAt);
        Outcome outcome = body.runBlocking(dropReference, trace);
        return new Cleanup(outcome, trace.hasJumpedWhileDropping());
    }

    private static Outcome drop(Future<?> future, Trace trace) {
        trace.dropping();
        try {
            future.drop();
            return Outcome.returned(null, trace);
        } catch (Throwable thrown) {
            return Outcome.threw(thrown, trace);
        }
    }

    private static Outcome pollDrop(Future<?> future, Trace trace) {
        trace.cleaningUp();
        return new Driver(future, trace).drop();
    }

    /**
     * A drop fails if its cleanup does, with the first failure, the later ones suppressed in it. In the blocking body
     * only the last failure is left, and none if a finally jumps away from it.
     */
    private void cleansUpLike(Outcome expected, Outcome dropped, boolean mayLoseFailure) {
        boolean fails = expected.result().startsWith("throws ");
        String failure = expected.result().substring("throws ".length());
        boolean same = true;
        if (fails && failure.startsWith(DroppedHere.class.getName())) {
            String suppressed = "; suppressed ";
            int first = failure.indexOf(suppressed);
            String result = first < 0 ? "returns null" : "throws " + failure.substring(first + suppressed.length());
            same = dropped.result().equals(result) || mayLoseFailure;
        } else if (fails) {
            same = dropped.result().contains(failure);
        }
        if (!same || !dropped.log().equals(expected.log())) {
            complain("drop cleans up otherwise (- exception there, + drop)\n" + LogDiff.of(expected, dropped));
        }
    }

    /** A future that awaits nothing has nothing to drop. */
    private static boolean overridesDrop(Future<?> future) {
        return Arrays.stream(future.getClass().getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("drop"));
    }

    private synchronized Outcome reference() {
        if (reference == null) {
            reference = body.runBlocking(compiled, new Trace(Pace.ready()));
        }
        return reference;
    }

    private static String stateOf(Future<?> future) {
        return ((Traced) future).state();
    }

    private void throwsWhenPolled(Future<?> future, String after) {
        assertThatThrownBy(() -> future.poll(Context.fromWaker(Waker.noop())))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("`async fn` resumed after " + after);
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            complain(otherwise);
        }
    }

    private void complain(String what) {
        fail(body + ": " + what + "\n" + compiled.generatedSource(body));
    }
}
