package resources;

import static support.Later.later;

import dev.asyncfn.Context;
import dev.asyncfn.Dropped;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Waker;
import javax.annotation.processing.Generated;
import support.Later;

/**
 * The async fns of {@link Copy}: each factory makes a future that has not run yet.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
final class CopyAsync {
    private CopyAsync() {}

    static CopyFuture copy() {
        return new CopyFuture();
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * static int copy() {
     *     try (Door in = new Door("in");
     *             Door out = new Door(await(later("out")))) {
     *         String text = await(later("from " + in.name() + " to " + out.name()));
     *         System.out.println(text);
     *         return text.length();
     *     }
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state              line  goes on to                          awaits                                                   keeps
     * START              28    AWAIT_LATER, FAILED_2
     * AWAIT_LATER        29    FAILED_2, AWAIT_LATER_2, FAILED     await(later("out"))                                      in
     * AWAIT_LATER_2      30    FAILED, LEAVE_TO_RETURN_2           await(later("from " + in.name() + " to " + out.name()))  in, out
     * FAILED             29    FINALLY, FAILED_2
     * FINALLY            29    LEAVE_TO_RETURN, RETHROW, FAILED_2
     * RETHROW            29    FAILED_2
     * FAILED_2           28    FINALLY_2
     * FINALLY_2          28    RETURN, RETHROW_2
     * RETHROW_2          28    PANICKED
     * RETURN             32    DONE
     * LEAVE_TO_RETURN    29    FINALLY_2
     * LEAVE_TO_RETURN_2  29    FINALLY, FAILED_2
     * }</pre>
     */
    static final class CopyFuture implements Future<Integer>, Traced {
        private State state = State.START;

        /** Locals that live across an await. */
        private Copy.Door in;
        private Copy.Door out;

        /** Where an exception goes on: in the catch or finally of the innermost try; or null. */
        private State handler;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        /** Where it was suspended last: should it fail there, the stack trace tells the line. */
        private State suspendedAt = State.START;

        private enum State {
            START,
            AWAIT_LATER,
            AWAIT_LATER_2,
            FAILED,
            FINALLY,
            RETHROW,
            FAILED_2,
            FINALLY_2,
            RETHROW_2,
            RETURN,
            LEAVE_TO_RETURN,
            LEAVE_TO_RETURN_2,
            DONE,
            PANICKED,
            DROPPED
        }

        private CopyFuture() {}

        @Override
        public Poll<Integer> poll(Context cx) throws Exception {
            State resumed = state;
            switch (resumed) {
                case DONE:
                    throw new IllegalStateException("`async fn` resumed after completion");
                case DROPPED:
                    throw new IllegalStateException("`async fn` resumed after being dropped");
                case PANICKED:
                    throw new IllegalStateException("`async fn` resumed after panicking");
                default:
                    break;
            }
            state = State.PANICKED; // until we suspend or finish
            return run(cx, resumed, null);
        }

        /**
         * Runs from a state to the next suspension, or to the end of the cleanup of a drop.
         */
        @SuppressWarnings("fallthrough")
        private Poll<Integer> run(Context cx, State resumed, Dropped dropped) throws Exception {
            Object output = null;
            Throwable thrown = dropped;
            Throwable primary = null;
            Throwable primary_2 = null;
            int result = 0;
            State afterFinally = null;
            State afterFinally_2 = null;
            for (;;) {
                try {
                    if (awaited != null) { // suspended: first poll what we wait for
                        if (!(awaited.poll(cx) instanceof Poll.Ready<?> ready)) {
                            state = resumed;
                            return Poll.pending();
                        }
                        awaited = null;
                        output = ready.value();
                    }
                    switch (resumed) {
                        case START: {
                            // Copy.java:28  try (Door in = new Door("in");
                            in = new Copy.Door("in");
                            primary = null;
                            handler = State.FAILED_2;
                            Later<String> later = later("out");
                            if (!(later.poll(cx) instanceof Poll.Ready<?> ready)) {
                                return suspend(State.AWAIT_LATER, later);
                            }
                            output = ready.value();
                        } // falls through
                        case AWAIT_LATER: {
                            // Copy.java:29, ready: Door out = new Door(await(later("out")))) {
                            out = new Copy.Door((String) output);
                            primary_2 = null;
                            handler = State.FAILED;
                            // Copy.java:30  String text = await(later("from " + in.name() + " to " + out.name()));
                            Later<String> later = later("from " + in.name() + " to " + out.name());
                            if (!(later.poll(cx) instanceof Poll.Ready<?> ready)) {
                                return suspend(State.AWAIT_LATER_2, later);
                            }
                            output = ready.value();
                        } // falls through
                        case AWAIT_LATER_2: {
                            // Copy.java:30, ready: String text = await(later("from " + in.name() + " to " + out.name()));
                            String text = (String) output;
                            System.out.println(text);
                            result = text.length();
                            resumed = State.LEAVE_TO_RETURN_2;
                            continue;
                        }
                        case FAILED: {
                            // Copy.java:29  Door out = new Door(await(later("out")))) {
                            handler = State.FAILED_2;
                            primary_2 = thrown;
                            afterFinally = State.RETHROW;
                        } // falls through
                        case FINALLY: {
                            // Copy.java:29  Door out = new Door(await(later("out")))) {
                            if (primary_2 == null) {
                                if (out != null) {
                                    out.close();
                                }
                            } else if (out != null) {
                                try {
                                    out.close();
                                } catch (Throwable suppressed) {
                                    primary_2.addSuppressed(suppressed);
                                }
                            }
                            resumed = afterFinally;
                            continue;
                        }
                        case RETHROW: {
                            // Copy.java:29  Door out = new Door(await(later("out")))) {
                            throw CopyFuture.<RuntimeException>rethrow(primary_2);
                        }
                        case FAILED_2: {
                            // Copy.java:28  try (Door in = new Door("in");
                            handler = null;
                            primary = thrown;
                            afterFinally_2 = State.RETHROW_2;
                        } // falls through
                        case FINALLY_2: {
                            // Copy.java:28  try (Door in = new Door("in");
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
                            resumed = afterFinally_2;
                            continue;
                        }
                        case RETHROW_2: {
                            // Copy.java:28  try (Door in = new Door("in");
                            throw CopyFuture.<RuntimeException>rethrow(primary);
                        }
                        case RETURN: {
                            // Copy.java:32  return text.length();
                            return complete(result);
                        }
                        case LEAVE_TO_RETURN: {
                            // Copy.java:29  Door out = new Door(await(later("out")))) {
                            handler = null;
                            afterFinally_2 = State.RETURN;
                            resumed = State.FINALLY_2;
                            continue;
                        }
                        case LEAVE_TO_RETURN_2: {
                            // Copy.java:29  Door out = new Door(await(later("out")))) {
                            handler = State.FAILED_2;
                            afterFinally = State.LEAVE_TO_RETURN;
                            resumed = State.FINALLY;
                            continue;
                        }
                        default:
                            throw new AssertionError(resumed.name());
                    }
                } catch (Throwable failure) {
                    if (handler == null) {
                        throw failure;
                    }
                    Traced.restore(failure, this); // its stack trace tells lines of the source
                    awaited = null;
                    thrown = dropped == null ? failure : dropped.and(failure);
                    resumed = handler;
                }
            }
        }

        private Poll<Integer> suspend(State at, Future<?> child) {
            if (state == State.DROPPED) { // an await in a finally had its one chance
                child.drop();
                throw new Dropped();
            }
            state = at;
            suspendedAt = at;
            awaited = child;
            return Poll.pending();
        }

        private Poll<Integer> complete(int result) {
            state = State.DONE;
            handler = null;
            this.in = null;
            this.out = null;
            return Poll.ready(result);
        }

        @Override
        public void drop() {
            if (state == State.DONE || state == State.PANICKED || state == State.DROPPED) {
                return;
            }
            Dropped dropped = new Dropped();
            Future<?> child = awaited;
            awaited = null;
            state = State.DROPPED;
            dropped.drop(child);
            if (handler != null) {
                try {
                    run(Context.fromWaker(Waker.noop()), handler, dropped);
                } catch (Throwable failure) {
                    dropped.and(failure);
                }
            }
            state = State.DROPPED;
            handler = null;
            this.in = null;
            this.out = null;
            dropped.rethrowFailures();
        }

        /**
         * Throws an exception as it is: where it was caught it was known what it can be.
         */
        @SuppressWarnings("unchecked")
        private static <E extends Throwable> E rethrow(Throwable exception) throws E {
            throw (E) exception;
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
