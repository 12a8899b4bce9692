package dev.asyncfn.processor.fuzz;

import dev.asyncfn.Context;
import dev.asyncfn.Enter;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.processor.fuzz.Failure.Kind;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/** Runs one compiled program every way. */
final class Comparison {
    private static final int RANDOM_RUNS = 3;
    private static final int MOST_POLLS = 20_000;
    /** Beyond the first of them, drops are looked at here and there. */
    private static final int FIRST_DROPS = 8;

    /** The program itself does not end, which is the generator's fault. */
    static final class EndlessProgram extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Class<?> program;
    private final Constructor<?> constructor;
    private final Method body;
    private final Method factory;
    private final boolean isStatic;
    private final long seed;
    private int comparedDrops;
    private int drops;

    Comparison(Class<?> program, long seed) throws ReflectiveOperationException {
        this.program = program;
        this.seed = seed;
        constructor = program.getDeclaredConstructor();
        constructor.setAccessible(true);
        body = program.getDeclaredMethod("m0", Run.class);
        body.setAccessible(true);
        isStatic = Modifier.isStatic(body.getModifiers());
        Class<?> facade = program.getClassLoader().loadClass(program.getName() + "Async");
        factory = isStatic
                ? facade.getDeclaredMethod("m0", Run.class)
                : facade.getDeclaredMethod("m0", program, Run.class);
        factory.setAccessible(true);
    }

    /** The number of drops that could be compared to a failing blocking run. */
    int comparedDrops() {
        return comparedDrops;
    }

    int drops() {
        return drops;
    }

    /** The first failure, or null. */
    Failure run() throws ReflectiveOperationException {
        Observed expected = blocking(Run.ready());
        Failure failure = compare("leaves ready", expected, leaf -> 0);
        for (int i = 0; i < RANDOM_RUNS && failure == null; i++) {
            long pace = seed + i;
            failure = compare("leaves pending at random", expected, leaf -> pendings(pace, leaf));
        }
        return failure == null ? dropEverywhere(expected) : failure;
    }

    /** Zero to two times. */
    private static int pendings(long pace, int leaf) {
        return new SplittableRandom(pace * 31 + leaf).nextInt(3);
    }

    private Observed blocking(Run run) throws ReflectiveOperationException {
        Object receiver = constructor.newInstance();
        Steps.restart();
        Observed observed;
        try {
            observed = Observed.returned(body.invoke(receiver, run), run);
        } catch (InvocationTargetException e) {
            observed = Observed.threw(e.getCause(), run);
        }
        if (Steps.areTooMany()) {
            throw new EndlessProgram();
        }
        return observed;
    }

    private Future<?> newFuture(Run run) throws ReflectiveOperationException {
        return (Future<?>)
                (isStatic ? factory.invoke(null, run) : factory.invoke(null, constructor.newInstance(), run));
    }

    private Failure compare(String way, Observed expected, IntUnaryOperator pendings)
            throws ReflectiveOperationException {
        Run run = Run.pending(pendings);
        Steps.restart();
        Future<?> future = newFuture(run);
        Observed actual = poll(future, run, Integer.MAX_VALUE);
        if (Steps.areTooMany()) {
            return Failure.of(Kind.HANGS, way + "\n" + Difference.between(expected, actual));
        }
        if (!actual.equals(expected)) {
            return Failure.of(Kind.DIFFERS, way + "\n" + Difference.between(expected, actual));
        }
        String after = actual.result().startsWith("returns ") ? "completion" : "panicking";
        if (!isOver(future, after)) {
            run.violation("goes on after " + after);
        }
        return run.violations().isEmpty() ? null : Failure.of(Kind.VIOLATES, way + ": " + run.violations());
    }

    private static boolean isOver(Future<?> future, String after) {
        try {
            future.drop();
            future.poll(Context.fromWaker(Waker.noop()));
            return false;
        } catch (Throwable thrown) {
            return ("`async fn` resumed after " + after).equals(thrown.getMessage());
        }
    }

    private interface Polled {
        Poll<?> poll(Context cx) throws Exception;
    }

    /** Null if it was suspended as often as given. */
    private static Observed poll(Future<?> future, Run run, int suspensions) {
        try {
            Poll.Ready<?> ready = drive(future::poll, run, suspensions);
            return ready == null ? null : Observed.returned(ready.value(), run);
        } catch (Throwable thrown) {
            return Observed.threw(thrown, run);
        }
    }

    /** As an executor polls: what blocks fails. */
    private static Poll<?> pollOnExecutor(Polled future, Context cx) throws Exception {
        Enter enter = Enter.enter("the fuzzer");
        try {
            return future.poll(cx);
        } finally {
            enter.close();
        }
    }

    /** Null if it was pending as often as given. */
    private static Poll.Ready<?> drive(Polled future, Run run, int suspensions) throws Exception {
        boolean[] woken = {false};
        Context cx = Context.fromWaker(Waker.of(() -> woken[0] = true));
        for (int i = 0; i < suspensions; i++) {
            woken[0] = false;
            if (pollOnExecutor(future, cx) instanceof Poll.Ready<?> ready) {
                return ready;
            }
            if (i + 1 < suspensions) {
                while (!woken[0] && run.completeStage()) {
                    // What is awaited need not be the oldest stage.
                }
                if (!woken[0] || i > MOST_POLLS) {
                    run.violation("pending for ever");
                    throw new IllegalStateException("pending for ever");
                }
            }
        }
        return null;
    }

    // ---- drops

    private Failure dropEverywhere(Observed expected) throws ReflectiveOperationException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int suspensions = 0; ; ) {
            Run run = Run.pending(leaf -> 1);
            Steps.restart();
            Future<?> future = newFuture(run);
            if (poll(future, run, suspensions) != null) {
                return null;
            }
            Failure failure = drop(future, run, suspensions, random.nextBoolean());
            if (failure != null) {
                return failure;
            }
            suspensions += suspensions < FIRST_DROPS ? 1 : random.nextInt(1, 1 + suspensions);
        }
    }

    /** @param waits whether the cleanup may take its time */
    private Failure drop(Future<?> future, Run run, int suspensions, boolean waits)
            throws ReflectiveOperationException {
        int leaf = run.suspendedOn();
        Throwable failure = null;
        try {
            if (waits) {
                run.cleanUp();
                drive(future::pollDrop, run, Integer.MAX_VALUE);
            } else {
                run.drop();
                future.drop();
            }
        } catch (Throwable thrown) {
            failure = thrown;
        }
        Observed actual = new Observed("dropped", List.copyOf(run.ended().entries()));
        if (Steps.areTooMany()) {
            return Failure.of(Kind.HANGS, "dropped after " + suspensions + " suspensions");
        }
        if (run.leakedALeaf()) {
            run.violation("what was awaited is not dropped");
        }
        future.drop();
        if (run.entries().size() != actual.log().size()) {
            return Failure.of(Kind.VIOLATES, "the second drop did something");
        }
        if (suspensions > 0 && !isOver(future, "being dropped")) {
            run.violation("goes on after being dropped");
        }
        if (!run.violations().isEmpty()) {
            return Failure.of(Kind.VIOLATES, "drop after " + suspensions + ": " + run.violations());
        }
        return suspensions == 0 ? dropAtStart(actual) : compareDrop(suspensions, leaf, waits, actual, failure);
    }

    private static Failure dropAtStart(Observed actual) {
        return actual.log().isEmpty() ? null : Failure.of(Kind.DROP_DIFFERS, "before the first poll: " + actual.log());
    }

    private Failure compareDrop(int suspensions, int leaf, boolean waits, Observed actual, Throwable failure)
            throws ReflectiveOperationException {
        drops++;
        Run run = Run.failingAt(leaf, waits);
        Observed blocking = blocking(run);
        if (run.wentOnAfterDrop()) {
            return null;
        }
        comparedDrops++;
        // A failure of the cleanup replaces the drop, or is suppressed in it; then drop() throws it.
        boolean clean = blocking.result().equals("throws " + Observed.describe(new DropHere()));
        Observed expected = new Observed("dropped", blocking.log());
        String way = "dropped after " + suspensions + " suspensions, at the leaf number " + leaf;
        if (!actual.equals(expected)) {
            return Failure.of(Kind.DROP_DIFFERS, way + "\n" + Difference.between(expected, actual));
        }
        return clean == (failure == null)
                ? null
                : Failure.of(Kind.DROP_DIFFERS, way + ": drop() throws " + failure + ", the body " + blocking.result());
    }

    @Override
    public String toString() {
        return program.getName();
    }
}
