package further.void_calls;

import static support.Later.later;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import java.util.List;
import javax.annotation.processing.Generated;
import support.Later;

/**
 * The async fns of {@link Calls}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class CallsAsync {
    /** No instances. */
    private CallsAsync() {}

    /**
     * The factory of {@link Calls#log}.
     *
     * @param lines the parameter of the method
     * @param line the parameter of the method
     * @return a future that has not run yet
     */
    static LogFuture log(List<String> lines, String line) {
        return new LogFuture(lines, line);
    }

    /**
     * The factory of {@link Calls#square}.
     *
     * @param n the parameter of the method
     * @return a future that has not run yet
     */
    static SquareFuture square(int n) {
        return new SquareFuture(n);
    }

    /**
     * The factory of {@link Calls#run}.
     *
     * @param lines the parameter of the method
     * @return a future that has not run yet
     */
    static RunFuture run(List<String> lines) {
        return new RunFuture(lines);
    }

    /**
     * The state machine of {@code log}, Calls.java:16.
     *
     * <pre>{@code
     * 16  static void log(List<String> lines, String line) {
     * 17      await(later(null));
     * 18      lines.add(line);
     * 19  }
     *
     *     START        17        keeps lines, line
     *       v
     *     AWAIT_LATER  17 to 19  waits for later(null), keeps lines, line
     *       v
     *     DONE
     * }</pre>
     */
    static final class LogFuture extends StateMachine<Void, LogFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for later(null). */ AWAIT_LATER
        }

        /** A parameter. */ private List<String> lines;
        /** A parameter. */ private String line;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param lines the parameter of the method
         * @param line the parameter of the method
         */
        private LogFuture(List<String> lines, String line) {
            super(State.START);
            this.lines = lines;
            this.line = line;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Void> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                take(polled);
            }
            switch (next) {
                case START: {
                    // 17  await(later(null));
                    Later<Object> later = later(null);
                    Poll<?> polled = later.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_LATER, later);
                    take(polled);
                } // ready at once: falls through
                case AWAIT_LATER: { // later is ready
                    // 18
                    lines.add(line);
                    return complete(State.DONE, null);
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            lines = null;
            line = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    /**
     * The state machine of {@code square}, Calls.java:22.
     *
     * <pre>{@code
     * 22  static int square(int n) {
     * 23      return await(later(n * n));
     * 24  }
     *
     *     START        23  keeps n
     *       v
     *     AWAIT_LATER  23  waits for later(n * n)
     *       v
     *     DONE
     * }</pre>
     */
    static final class SquareFuture extends StateMachine<Integer, SquareFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for later(n * n). */ AWAIT_LATER
        }

        /** A parameter. */ private final int n;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param n the parameter of the method
         */
        private SquareFuture(int n) {
            super(State.START);
            this.n = n;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Integer> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            int awaitedValue = 0;
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                awaitedValue = (int) take(polled);
            }
            switch (next) {
                case START: {
                    // 23  return await(later(n * n));
                    Later<Integer> later = later(n * n);
                    Poll<?> polled = later.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_LATER, later);
                    awaitedValue = (int) take(polled);
                } // ready at once: falls through
                case AWAIT_LATER: { // later is ready
                    return complete(State.DONE, awaitedValue);
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    /**
     * The state machine of {@code run}, Calls.java:27.
     *
     * <pre>{@code
     * 27  static int run(List<String> lines) {
     * 28      log(lines, "start");
     * 29      int nine = square(3);
     * 30      int sixteen = await(square(4));
     * 31      log(lines, "stop");
     * 32      return nine + sixteen;
     * 33  }
     *
     *     START          28      keeps lines
     *       v
     *     AWAIT_LOG_28   28, 29  waits for log(lines, "start"), keeps lines
     *       v
     *     AWAIT_NINE     29, 30  waits for square(3), keeps lines
     *       v
     *     AWAIT_SIXTEEN  30, 31  waits for square(4), keeps lines, nine
     *       v
     *     AWAIT_LOG_31   31, 32  waits for log(lines, "stop"), keeps nine, sixteen
     *       v
     *     DONE
     * }</pre>
     */
    static final class RunFuture extends StateMachine<Integer, RunFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for log(lines, "start"). */ AWAIT_LOG_28,
            /** Waits for square(3). */ AWAIT_NINE,
            /** Waits for square(4). */ AWAIT_SIXTEEN,
            /** Waits for log(lines, "stop"). */ AWAIT_LOG_31
        }

        /** A parameter. */ private List<String> lines;

        /** Read again after an await, in line 32. */ private int nine;
        /** Read again after an await, in line 32. */ private int sixteen;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param lines the parameter of the method
         */
        private RunFuture(List<String> lines) {
            super(State.START);
            this.lines = lines;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Integer> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            Object awaitedValue = null;
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                awaitedValue = take(polled);
            }
            switch (next) {
                case START: {
                    // 28  log(lines, "start");
                    LogFuture log = CallsAsync.log(lines, "start");
                    Poll<?> polled = log.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_LOG_28, log);
                    take(polled);
                } // ready at once: falls through
                case AWAIT_LOG_28: { // log is ready
                    // 29  int nine = square(3);
                    SquareFuture square = CallsAsync.square(3);
                    Poll<?> polled = square.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_NINE, square);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_NINE: { // square is ready
                    nine = (int) awaitedValue;
                    // 30  int sixteen = await(square(4));
                    SquareFuture square = CallsAsync.square(4);
                    Poll<?> polled = square.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_SIXTEEN, square);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_SIXTEEN: { // square is ready
                    sixteen = (Integer) awaitedValue;
                    // 31  log(lines, "stop");
                    LogFuture log = CallsAsync.log(lines, "stop");
                    lines = null; // last use
                    Poll<?> polled = log.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_LOG_31, log);
                    take(polled);
                } // ready at once: falls through
                case AWAIT_LOG_31: { // log is ready
                    // 32
                    return complete(State.DONE, nine + sixteen);
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            lines = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
