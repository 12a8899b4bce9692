package lesson_17_drop;

import static support.Later.later;

import dev.asyncfn.Context;
import dev.asyncfn.Dropped;
import dev.asyncfn.Future;
import dev.asyncfn.GuardedStateMachine;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;
import support.Later;

/**
 * The async fns of {@link Dropping}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class DroppingAsync {
    /** No instances. */
    private DroppingAsync() {}

    /**
     * The factory of {@link Dropping#work}.
     *
     * @return a future that has not run yet
     */
    static WorkFuture work() {
        return new WorkFuture();
    }

    /**
     * The factory of {@link Dropping#fetch}.
     *
     * @param request the parameter of the method
     * @return a future that has not run yet
     */
    static FetchFuture fetch(CompletableFuture<String> request) {
        return new FetchFuture(request);
    }

    /**
     * The factory of {@link Dropping#waitInTheHall}.
     *
     * @return a future that has not run yet
     */
    static WaitInTheHallFuture waitInTheHall() {
        return new WaitInTheHallFuture();
    }

    /**
     * The state machine of {@code work}, Dropping.java:21.
     *
     * <pre>{@code
     * 21  static void work() {
     * 22      System.out.println("  locked");
     * 23      try {
     * 24          await(Future.pending()); // never ready
     * 25      } finally {
     * 26          await(later("the lock is given back"));
     * 27          System.out.println("  unlocked");
     * 28      }
     * 29  }
     *
     *     + START          22 to 24
     *     |   v
     *     + AWAIT_PENDING  24        waits for Future.pending()
     *         v
     *       FINALLY        25, 26    <- an exception of 23, 24
     *         v
     *       AWAIT_LATER    26 to 29  waits for later("the lock is given back"), keeps pending
     *         v
     *       DONE
     * }</pre>
     */
    static final class WorkFuture extends GuardedStateMachine<Void, WorkFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for Future.pending(). */ AWAIT_PENDING,
            /** Waits for later("the lock is given back"). */ AWAIT_LATER,

            // only passed through: no poll ends here
            /** Lines 25, 26. */ FINALLY
        }

        /** Pending completion of a finally block: the exception to throw, or null. */ private Throwable pending;

        /** Creates the future; nothing runs yet. */
        private WorkFuture() {
            super(State.START);
        }

        @Override
        public Poll<Void> poll(Context cx) throws Exception {
            return run(cx, enter(State.PANICKED), null);
        }

        @Override
        @SuppressWarnings("fallthrough")
        protected Poll<Void> run(Context cx, State next, Dropped dropped) throws Exception {
            Throwable thrown = null;
            for (;;) {
                try {
                    if (awaited != null) { // suspended: what we wait for is polled first
                        Poll<?> polled = awaited.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(next);
                        take(polled);
                    }
                    switch (next) {
                        case START: {
                            // 22
                            System.out.println("  locked");
                            // 23  try {
                            handler = State.FINALLY;
                            // 24  await(Future.pending()); // never ready
                            Future<Object> pendingFuture = Future.pending();
                            Poll<?> polled = pendingFuture.poll(cx);
                            if (polled == Poll.pending())
                                return suspend(State.AWAIT_PENDING, pendingFuture);
                            take(polled);
                        } // ready at once: falls through
                        case AWAIT_PENDING: // pendingFuture is ready, falls through
                        case FINALLY: {
                            // 25  } finally {
                            handler = null;
                            pending = putOff(thrown); // null if nothing was thrown
                            // 26  await(later("the lock is given back"));
                            Later<String> later = later("the lock is given back");
                            Poll<?> polled = later.poll(cx);
                            if (polled == Poll.pending())
                                return suspend(State.AWAIT_LATER, later);
                            take(polled);
                        } // ready at once: falls through
                        case AWAIT_LATER: { // later is ready
                            // 27
                            System.out.println("  unlocked");
                            // 28  end of the finally block: its pending completion
                            if (pending != null) throw rethrow(pending);
                            // 29
                            return complete(State.DONE, null);
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
            pending = null;
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

    /**
     * The state machine of {@code fetch}, Dropping.java:32.
     *
     * <pre>{@code
     * 32  static String fetch(CompletableFuture<String> request) {
     * 33      return await(request);
     * 34  }
     *
     *     START          33  keeps request
     *       v
     *     AWAIT_REQUEST  33  waits for request
     *       v
     *     DONE
     * }</pre>
     */
    static final class FetchFuture extends StateMachine<String, FetchFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for request. */ AWAIT_REQUEST
        }

        /** A parameter. */ private CompletableFuture<String> request;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param request the parameter of the method
         */
        private FetchFuture(CompletableFuture<String> request) {
            super(State.START);
            this.request = request;
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
                    // 33  return await(request);
                    var requestFuture = Future.from(request);
                    request = null; // last use
                    Poll<?> polled = requestFuture.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_REQUEST, requestFuture);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_REQUEST: { // requestFuture is ready
                    return complete(State.DONE, (String) awaitedValue);
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            request = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    /**
     * The state machine of {@code waitInTheHall}, Dropping.java:37.
     *
     * <pre>{@code
     * 37  static void waitInTheHall() {
     * 38      try (Copy.Door hall = new Copy.Door("hall")) {
     * 39          await(Future.pending());
     * 40          System.out.println("  never reached: the " + hall.name() + " is open");
     * 41      }
     * 42  }
     *
     *     + START          38, 39
     *     |   v
     *     + AWAIT_PENDING  39, 40      waits for Future.pending(), keeps hall
     *         v
     *       CLOSE_HALL     38, 41, 42  <- an exception of 39, 40
     *         v
     *       DONE
     * }</pre>
     */
    static final class WaitInTheHallFuture extends GuardedStateMachine<Void, WaitInTheHallFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for Future.pending(). */ AWAIT_PENDING,

            // only passed through: no poll ends here
            /** Lines 38, 41, 42. */ CLOSE_HALL
        }

        /** Read again after an await, in lines 40, 41. */ private Copy.Door hall;

        /** Creates the future; nothing runs yet. */
        private WaitInTheHallFuture() {
            super(State.START);
        }

        @Override
        public Poll<Void> poll(Context cx) throws Exception {
            return run(cx, enter(State.PANICKED), null);
        }

        @Override
        @SuppressWarnings("fallthrough")
        protected Poll<Void> run(Context cx, State next, Dropped dropped) throws Exception {
            Throwable thrown = null;
            for (;;) {
                try {
                    if (awaited != null) { // suspended: what we wait for is polled first
                        Poll<?> polled = awaited.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(next);
                        take(polled);
                    }
                    switch (next) {
                        case START: {
                            // 38      Copy.Door hall = new Copy.Door("hall")
                            hall = new Copy.Door("hall");
                            // 39  await(Future.pending());
                            handler = State.CLOSE_HALL;
                            Future<Object> pending = Future.pending();
                            Poll<?> polled = pending.poll(cx);
                            if (polled == Poll.pending())
                                return suspend(State.AWAIT_PENDING, pending);
                            take(polled);
                        } // ready at once: falls through
                        case AWAIT_PENDING: { // pending is ready
                            // 40
                            System.out.println("  never reached: the " + hall.name() + " is open");
                        } // falls through
                        case CLOSE_HALL: {
                            // 41  end of the try block: closes hall
                            handler = null;
                            Throwable primary = thrown; // null if nothing was thrown
                            if (primary == null) {
                                if (hall != null) {
                                    hall.close();
                                }
                            } else if (hall != null) {
                                try {
                                    hall.close();
                                } catch (Throwable suppressed) {
                                    primary.addSuppressed(suppressed);
                                }
                            }
                            if (primary != null) throw rethrow(primary);
                            // 42
                            return complete(State.DONE, null);
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
            hall = null;
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
