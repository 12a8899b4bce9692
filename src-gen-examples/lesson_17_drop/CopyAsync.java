package lesson_17_drop;

import static support.Later.later;

import dev.asyncfn.Context;
import dev.asyncfn.Dropped;
import dev.asyncfn.GuardedStateMachine;
import dev.asyncfn.Poll;
import javax.annotation.processing.Generated;
import support.Later;

/**
 * The async fns of {@link Copy}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class CopyAsync {
    /** No instances. */
    private CopyAsync() {}

    /**
     * The factory of {@link Copy#copy}.
     *
     * @return a future that has not run yet
     */
    static CopyFuture copy() {
        return new CopyFuture();
    }

    /**
     * The state machine of {@code copy}, Copy.java:24.
     *
     * <pre>{@code
     * 24  static int copy() {
     * 25      try (Door in = new Door("in");
     * 26              Door out = new Door(await(later("out")))) {
     * 27          String text = await(later("from " + in.name() + " to " + out.name()));
     * 28          System.out.println("  " + text);
     * 29          return text.length();
     * 30      }
     * 31  }
     *
     *     +   START        25, 26
     *     |     v
     *     | + AWAIT_LATER  26, 27    waits for later("out"), keeps in
     *     | |   v
     *     | + AWAIT_TEXT   27 to 29  waits for later("from " + in.name() + " to " + out.name()), keeps in, out
     *     |     v
     *     +   CLOSE_OUT    26, 30    <- an exception of 27 to 29
     *           v
     *         CLOSE_IN     25, 30    <- an exception of 26, 30
     *           v
     *         DONE
     * }</pre>
     */
    static final class CopyFuture extends GuardedStateMachine<Integer, CopyFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for later("out"). */ AWAIT_LATER,
            /** Waits for later("from " + in.name() + " to " + out.name()). */ AWAIT_TEXT,

            // only passed through: no poll ends here
            /** Lines 26, 30. */ CLOSE_OUT,
            /** Lines 25, 30. */ CLOSE_IN
        }

        /** Read again after an await, in lines 27, 30. */ private Copy.Door in;
        /** Read again after an await, in line 30. */ private Copy.Door out;

        /** Creates the future; nothing runs yet. */
        private CopyFuture() {
            super(State.START);
        }

        @Override
        public Poll<Integer> poll(Context cx) throws Exception {
            return run(cx, enter(State.PANICKED), null);
        }

        @Override
        @SuppressWarnings("fallthrough")
        protected Poll<Integer> run(Context cx, State next, Dropped dropped) throws Exception {
            Object awaitedValue = null;
            Throwable thrown = null;
            int result = 0; // not kept across any await
            for (;;) {
                try {
                    if (awaited != null) { // suspended: what we wait for is polled first
                        Poll<?> polled = awaited.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(next);
                        awaitedValue = take(polled);
                    }
                    switch (next) {
                        case START: {
                            // 25      Door in = new Door("in")
                            in = new Copy.Door("in");
                            // 26  Door out = new Door(await(later("out")))
                            handler = State.CLOSE_IN;
                            Later<String> later = later("out");
                            Poll<?> polled = later.poll(cx);
                            if (polled == Poll.pending())
                                return suspend(State.AWAIT_LATER, later);
                            awaitedValue = take(polled);
                        } // ready at once: falls through
                        case AWAIT_LATER: { // later is ready
                            out = new Copy.Door((String) awaitedValue);
                            // 27  String text = await(later("from " + in.name() + " to " + out.name()));
                            handler = State.CLOSE_OUT;
                            Later<String> later = later("from " + in.name() + " to " + out.name());
                            Poll<?> polled = later.poll(cx);
                            if (polled == Poll.pending())
                                return suspend(State.AWAIT_TEXT, later);
                            awaitedValue = take(polled);
                        } // ready at once: falls through
                        case AWAIT_TEXT: { // later is ready
                            String text = (String) awaitedValue;
                            // 28
                            System.out.println("  " + text);
                            result = text.length();
                        } // falls through
                        case CLOSE_OUT: {
                            // 30  end of the try block: closes out
                            handler = State.CLOSE_IN;
                            Throwable primary = thrown; // null if nothing was thrown
                            thrown = null;
                            if (primary == null) {
                                if (out != null) {
                                    out.close();
                                }
                            } else if (out != null) {
                                try {
                                    out.close();
                                } catch (Throwable suppressed) {
                                    primary.addSuppressed(suppressed);
                                }
                            }
                            if (primary != null) throw rethrow(primary);
                        } // falls through
                        case CLOSE_IN: {
                            // 30  end of the try block: closes in
                            handler = null;
                            Throwable primary = thrown; // null if nothing was thrown
                            thrown = null;
                            if (primary == null) {
                                if (in != null) {
                                    in.close();
                                }
                            } else if (in != null) {
                                try {
                                    in.close();
                                } catch (Throwable suppressed) {
                                    primary.addSuppressed(suppressed);
                                }
                            }
                            if (primary != null) throw rethrow(primary);
                            return complete(State.DONE, result);
                        }
                        default:
                            throw ended(next);
                    }
                } catch (Throwable failure) {
                    thrown = caught(failure, dropped);
                    next = handler;
                }
            }
        }

        @Override
        protected void letGo() {
            in = null;
            out = null;
        }

        @Override
        public Poll<Void> pollDrop(Context cx) throws Exception {
            return pollDropGuarded(cx);
        }

        @Override
        public void drop() {
            dropGuarded(State.DROPPED);
        }
    }
}
