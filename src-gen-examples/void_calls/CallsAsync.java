package void_calls;

import static support.Later.later;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import java.util.List;
import javax.annotation.processing.Generated;
import support.Later;

/**
 * The async fns of {@link Calls}: each factory makes a future that has not run yet.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
final class CallsAsync {
    private CallsAsync() {}

    static LogFuture log(List<String> lines, String line) {
        return new LogFuture(lines, line);
    }

    static SquareFuture square(int n) {
        return new SquareFuture(n);
    }

    static RunFuture run(List<String> lines) {
        return new RunFuture(lines);
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * static void log(List<String> lines, String line) {
     *     await(later(null));
     *     lines.add(line);
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state        line  goes on to   awaits              keeps
     * START        17    AWAIT_LATER                      lines, line
     * AWAIT_LATER  17    DONE         await(later(null))  lines, line
     * }</pre>
     */
    static final class LogFuture implements Future<Void>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private List<String> lines;
        private String line;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        private enum State {
            START,
            AWAIT_LATER,
            DONE,
            PANICKED,
            DROPPED
        }

        private LogFuture(List<String> lines, String line) {
            this.lines = lines;
            this.line = line;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Void> poll(Context cx) throws Exception {
            State resumed = state;
            state = State.PANICKED; // until we suspend or finish
            if (awaited != null && resumed != State.PANICKED) { // suspended: first poll what we wait for
                if (!(awaited.poll(cx) instanceof Poll.Ready<?>)) {
                    state = resumed;
                    return Poll.pending();
                }
                awaited = null;
            }
            switch (resumed) {
                case START: {
                    // Calls.java:17  await(later(null));
                    Later<Object> later = later(null);
                    if (!(later.poll(cx) instanceof Poll.Ready<?>)) {
                        return suspend(State.AWAIT_LATER, later);
                    }
                } // falls through
                case AWAIT_LATER: {
                    // Calls.java:17, ready: await(later(null));
                    lines.add(line);
                    return complete();
                }
                case DONE:
                    state = State.DONE;
                    throw new IllegalStateException("`async fn` resumed after completion");
                case DROPPED:
                    state = State.DROPPED;
                    throw new IllegalStateException("`async fn` resumed after being dropped");
                default:
                    throw new IllegalStateException("`async fn` resumed after panicking");
            }
        }

        private Poll<Void> suspend(State at, Future<?> child) {
            state = at;
            awaited = child;
            return Poll.pending();
        }

        private Poll<Void> complete() {
            state = State.DONE;
            this.lines = null;
            this.line = null;
            return Poll.ready(null);
        }

        @Override
        public void drop() {
            if (state == State.DONE || state == State.PANICKED || state == State.DROPPED) {
                return;
            }
            state = State.DROPPED;
            Future<?> child = awaited;
            awaited = null;
            this.lines = null;
            this.line = null;
            if (child != null) {
                child.drop();
            }
        }

        @Override
        public String state() {
            return state.name();
        }

        @Override
        public Future<?> awaited() {
            return awaited;
        }
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * static int square(int n) {
     *     return await(later(n * n));
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state        line  goes on to   awaits               keeps
     * START        23    AWAIT_LATER                       n
     * AWAIT_LATER  23    DONE         await(later(n * n))
     * }</pre>
     */
    static final class SquareFuture implements Future<Integer>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private int n;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        private enum State {
            START,
            AWAIT_LATER,
            DONE,
            PANICKED,
            DROPPED
        }

        private SquareFuture(int n) {
            this.n = n;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Integer> poll(Context cx) throws Exception {
            State resumed = state;
            state = State.PANICKED; // until we suspend or finish
            Object output = null;
            if (awaited != null && resumed != State.PANICKED) { // suspended: first poll what we wait for
                if (!(awaited.poll(cx) instanceof Poll.Ready<?> ready)) {
                    state = resumed;
                    return Poll.pending();
                }
                awaited = null;
                output = ready.value();
            }
            switch (resumed) {
                case START: {
                    // Calls.java:23  return await(later(n * n));
                    Later<Integer> later = later(n * n);
                    if (!(later.poll(cx) instanceof Poll.Ready<?> ready)) {
                        return suspend(State.AWAIT_LATER, later);
                    }
                    output = ready.value();
                } // falls through
                case AWAIT_LATER: {
                    // Calls.java:23, ready: return await(later(n * n));
                    return complete((Integer) output);
                }
                case DONE:
                    state = State.DONE;
                    throw new IllegalStateException("`async fn` resumed after completion");
                case DROPPED:
                    state = State.DROPPED;
                    throw new IllegalStateException("`async fn` resumed after being dropped");
                default:
                    throw new IllegalStateException("`async fn` resumed after panicking");
            }
        }

        private Poll<Integer> suspend(State at, Future<?> child) {
            state = at;
            awaited = child;
            return Poll.pending();
        }

        private Poll<Integer> complete(int result) {
            state = State.DONE;
            return Poll.ready(result);
        }

        @Override
        public void drop() {
            if (state == State.DONE || state == State.PANICKED || state == State.DROPPED) {
                return;
            }
            state = State.DROPPED;
            Future<?> child = awaited;
            awaited = null;
            if (child != null) {
                child.drop();
            }
        }

        @Override
        public String state() {
            return state.name();
        }

        @Override
        public Future<?> awaited() {
            return awaited;
        }
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * static int run(List<String> lines) {
     *     log(lines, "start");
     *     int nine = square(3);
     *     int sixteen = await(square(4));
     *     log(lines, "stop");
     *     return nine + sixteen;
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state           line  goes on to      awaits               keeps
     * START           28    AWAIT_LOG                            lines
     * AWAIT_LOG       28    AWAIT_SQUARE    log(lines, "start")  lines
     * AWAIT_SQUARE    29    AWAIT_SQUARE_2  square(3)            lines
     * AWAIT_SQUARE_2  30    AWAIT_LOG_2     await(square(4))     lines, nine
     * AWAIT_LOG_2     31    DONE            log(lines, "stop")   nine, sixteen
     * }</pre>
     */
    static final class RunFuture implements Future<Integer>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private List<String> lines;

        /** Locals that live across an await. */
        private int nine;
        private int sixteen;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        /** Where it was suspended last: should it fail there, the stack trace tells the line. */
        private State suspendedAt = State.START;

        private enum State {
            START,
            AWAIT_LOG,
            AWAIT_SQUARE,
            AWAIT_SQUARE_2,
            AWAIT_LOG_2,
            DONE,
            PANICKED,
            DROPPED
        }

        private RunFuture(List<String> lines) {
            this.lines = lines;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Integer> poll(Context cx) throws Exception {
            State resumed = state;
            state = State.PANICKED; // until we suspend or finish
            Object output = null;
            if (awaited != null && resumed != State.PANICKED) { // suspended: first poll what we wait for
                if (!(awaited.poll(cx) instanceof Poll.Ready<?> ready)) {
                    state = resumed;
                    return Poll.pending();
                }
                awaited = null;
                output = ready.value();
            }
            switch (resumed) {
                case START: {
                    // Calls.java:28  log(lines, "start");
                    LogFuture log = CallsAsync.log(lines, "start");
                    if (!(log.poll(cx) instanceof Poll.Ready<?>)) {
                        return suspend(State.AWAIT_LOG, log);
                    }
                } // falls through
                case AWAIT_LOG: {
                    // Calls.java:28, ready: log(lines, "start");
                    // Calls.java:29  int nine = square(3);
                    SquareFuture square = CallsAsync.square(3);
                    if (!(square.poll(cx) instanceof Poll.Ready<?> ready)) {
                        return suspend(State.AWAIT_SQUARE, square);
                    }
                    output = ready.value();
                } // falls through
                case AWAIT_SQUARE: {
                    // Calls.java:29, ready: int nine = square(3);
                    nine = (int) output;
                    // Calls.java:30  int sixteen = await(square(4));
                    SquareFuture square = CallsAsync.square(4);
                    if (!(square.poll(cx) instanceof Poll.Ready<?> ready)) {
                        return suspend(State.AWAIT_SQUARE_2, square);
                    }
                    output = ready.value();
                } // falls through
                case AWAIT_SQUARE_2: {
                    // Calls.java:30, ready: int sixteen = await(square(4));
                    sixteen = (Integer) output;
                    // Calls.java:31  log(lines, "stop");
                    LogFuture log = CallsAsync.log(lines, "stop");
                    lines = null; // last use
                    if (!(log.poll(cx) instanceof Poll.Ready<?>)) {
                        return suspend(State.AWAIT_LOG_2, log);
                    }
                } // falls through
                case AWAIT_LOG_2: {
                    // Calls.java:31, ready: log(lines, "stop");
                    return complete(nine + sixteen);
                }
                case DONE:
                    state = State.DONE;
                    throw new IllegalStateException("`async fn` resumed after completion");
                case DROPPED:
                    state = State.DROPPED;
                    throw new IllegalStateException("`async fn` resumed after being dropped");
                default:
                    throw new IllegalStateException("`async fn` resumed after panicking");
            }
        }

        private Poll<Integer> suspend(State at, Future<?> child) {
            state = at;
            suspendedAt = at;
            awaited = child;
            return Poll.pending();
        }

        private Poll<Integer> complete(int result) {
            state = State.DONE;
            return Poll.ready(result);
        }

        @Override
        public void drop() {
            if (state == State.DONE || state == State.PANICKED || state == State.DROPPED) {
                return;
            }
            state = State.DROPPED;
            Future<?> child = awaited;
            awaited = null;
            this.lines = null;
            if (child != null) {
                child.drop();
            }
        }

        @Override
        public String state() {
            return state.name();
        }

        @Override
        public Future<?> awaited() {
            return awaited;
        }

        @Override
        public String suspendedAt() {
            return suspendedAt.name();
        }
    }
}
