package lesson_20_bytecode;

import static support.Later.later;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import javax.annotation.processing.Generated;
import support.Later;

/**
 * The async fns of {@link Bytecode}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class BytecodeAsync {
    /** No instances. */
    private BytecodeAsync() {}

    /**
     * The factory of {@link Bytecode#three}.
     *
     * @param id the parameter of the method
     * @return a future that has not run yet
     */
    static ThreeFuture three(int id) {
        return new ThreeFuture(id);
    }

    /**
     * The factory of {@link Bytecode#outer}.
     *
     * @param id the parameter of the method
     * @return a future that has not run yet
     */
    static OuterFuture outer(int id) {
        return new OuterFuture(id);
    }

    /**
     * The factory of {@link Bytecode#large}.
     *
     * @return a future that has not run yet
     */
    static LargeFuture large() {
        return new LargeFuture();
    }

    /**
     * The factory of {@link Bytecode#small}.
     *
     * @return a future that has not run yet
     */
    static SmallFuture small() {
        return new SmallFuture();
    }

    /**
     * The state machine of {@code three}, Bytecode.java:23.
     *
     * <pre>{@code
     * 23  static String three(int id) {
     * 24      String resp = await(later("data" + id));
     * 25      String processed = await(later(resp + "+1"));
     * 26      return await(later(processed + "+2")) + id;
     * 27  }
     *
     *     START            24      keeps id
     *       v
     *     AWAIT_RESP       24, 25  waits for later("data" + id), keeps id
     *       v
     *     AWAIT_PROCESSED  25, 26  waits for later(resp + "+1"), keeps id
     *       v
     *     AWAIT_LATER      26      waits for later(processed + "+2"), keeps id
     *       v
     *     DONE
     * }</pre>
     */
    static final class ThreeFuture extends StateMachine<String, ThreeFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for later("data" + id). */ AWAIT_RESP,
            /** Waits for later(resp + "+1"). */ AWAIT_PROCESSED,
            /** Waits for later(processed + "+2"). */ AWAIT_LATER
        }

        /** A parameter. */ private final int id;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param id the parameter of the method
         */
        private ThreeFuture(int id) {
            super(State.START);
            this.id = id;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<String> poll(Context cx) throws Exception {
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
                    // 24  String resp = await(later("data" + id));
                    Later<String> later = later("data" + id);
                    Poll<?> polled = later.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_RESP, later);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_RESP: { // later is ready
                    String resp = (String) awaitedValue;
                    // 25  String processed = await(later(resp + "+1"));
                    Later<String> later = later(resp + "+1");
                    Poll<?> polled = later.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_PROCESSED, later);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_PROCESSED: { // later is ready
                    String processed = (String) awaitedValue;
                    // 26  return await(later(processed + "+2")) + id;
                    Later<String> later = later(processed + "+2");
                    Poll<?> polled = later.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_LATER, later);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_LATER: { // later is ready
                    return complete(State.DONE, (String) awaitedValue + id);
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
     * The state machine of {@code outer}, Bytecode.java:30.
     *
     * <pre>{@code
     * 30  static String outer(int id) {
     * 31      String inner = await(three(id));
     * 32      return "<" + inner + ">";
     * 33  }
     *
     *     START        31      keeps id
     *       v
     *     AWAIT_THREE  31, 32  waits for three(id)
     *       v
     *     DONE
     * }</pre>
     */
    static final class OuterFuture extends StateMachine<String, OuterFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for three(id). */ AWAIT_THREE
        }

        /** A parameter. */ private final int id;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param id the parameter of the method
         */
        private OuterFuture(int id) {
            super(State.START);
            this.id = id;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<String> poll(Context cx) throws Exception {
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
                    // 31  String inner = await(three(id));
                    ThreeFuture three = BytecodeAsync.three(id);
                    Poll<?> polled = three.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_THREE, three);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_THREE: { // three is ready
                    String inner = (String) awaitedValue;
                    // 32
                    return complete(State.DONE, "<" + inner + ">");
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
     * The state machine of {@code large}, Bytecode.java:36.
     *
     * <pre>{@code
     * 36  static int large() {
     * 37      int[] table = new int[1000];
     * 38      table[999] = await(later(7));
     * 39      return table[999];
     * 40  }
     *
     *     START        37, 38
     *       v
     *     AWAIT_LATER  38, 39  waits for later(7), keeps table
     *       v
     *     DONE
     * }</pre>
     */
    static final class LargeFuture extends StateMachine<Integer, LargeFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for later(7). */ AWAIT_LATER
        }

        /** Read again after an await, in lines 38, 39. */ private int[] table;

        /** Creates the future; nothing runs yet. */
        private LargeFuture() {
            super(State.START);
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
                    // 37
                    table = new int[1000];
                    // 38  table[999] = await(later(7));
                    Later<Integer> later = later(7);
                    Poll<?> polled = later.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_LATER, later);
                    awaitedValue = (int) take(polled);
                } // ready at once: falls through
                case AWAIT_LATER: { // later is ready
                    table[999] = awaitedValue;
                    // 39
                    return complete(State.DONE, table[999]);
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            table = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    /**
     * The state machine of {@code small}, Bytecode.java:43.
     *
     * <pre>{@code
     * 43  static int small() {
     * 44      int last = await(later(7));
     * 45      int[] table = new int[1000];
     * 46      table[999] = last;
     * 47      return table[999];
     * 48  }
     *
     *     START        44
     *       v
     *     AWAIT_LATER  44 to 47  waits for later(7)
     *       v
     *     DONE
     * }</pre>
     */
    static final class SmallFuture extends StateMachine<Integer, SmallFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for later(7). */ AWAIT_LATER
        }

        /** Creates the future; nothing runs yet. */
        private SmallFuture() {
            super(State.START);
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
                    // 44  int last = await(later(7));
                    Later<Integer> later = later(7);
                    Poll<?> polled = later.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_LATER, later);
                    awaitedValue = (int) take(polled);
                } // ready at once: falls through
                case AWAIT_LATER: { // later is ready
                    int last = awaitedValue;
                    // 45
                    int[] table = new int[1000];
                    table[999] = last;
                    return complete(State.DONE, table[999]);
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
}
