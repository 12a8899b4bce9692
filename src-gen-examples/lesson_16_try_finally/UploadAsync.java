package lesson_16_try_finally;

import static support.Later.later;

import dev.asyncfn.Context;
import dev.asyncfn.Dropped;
import dev.asyncfn.GuardedStateMachine;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import javax.annotation.processing.Generated;
import support.Later;

/**
 * The async fns of {@link Upload}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class UploadAsync {
    /** No instances. */
    private UploadAsync() {}

    /**
     * The factory of {@link Upload#upload}.
     *
     * @param file the parameter of the method
     * @return a future that has not run yet
     */
    static UploadFuture upload(String file) {
        return new UploadFuture(file);
    }

    /**
     * The factory of {@link Upload#send}.
     *
     * @param text the parameter of the method
     * @return a future that has not run yet
     */
    static SendFuture send(String text) {
        return new SendFuture(text);
    }

    /**
     * The state machine of {@code upload}, Upload.java:15.
     *
     * <pre>{@code
     * 15  static String upload(String file) {
     * 16      try {
     * 17          String text = await(later("text of " + file));
     * 18          return await(send(text));
     * 19      } catch (IllegalStateException e) {
     * 20          return await(later("refused: " + e.getMessage()));
     * 21      } finally {
     * 22          await(later("the lock"));
     * 23          System.out.println("unlocked");
     * 24      }
     * 25  }
     *
     *     + + START                   16, 17    keeps file
     *     | |   v
     *     | | AWAIT_TEXT              17, 18    waits for later("text of " + file)
     *     | |   v
     *     | + AWAIT_SEND              18        waits for send(text) -------------------------------+
     *     |                                                                                         |
     *     |   CATCH                   19, 20    <- an exception of 16 to 18                         |
     *     |     v                                                                                   |
     *     +   AWAIT_LATER_IN_CATCH    20        waits for later("refused: " + e.getMessage())       |
     *           v                                                                                   |
     *         FINALLY                 21, 22    <- an exception of 19, 20 <-------------------------+
     *           v
     *         AWAIT_LATER_IN_FINALLY  22 to 24  waits for later("the lock"), keeps result, pending
     *           v
     *         DONE
     * }</pre>
     */
    static final class UploadFuture extends GuardedStateMachine<String, UploadFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for later("text of " + file). */ AWAIT_TEXT,
            /** Waits for send(text). */ AWAIT_SEND,
            /** Waits for later("refused: " + e.getMessage()). */ AWAIT_LATER_IN_CATCH,
            /** Waits for later("the lock"). */ AWAIT_LATER_IN_FINALLY,

            // only passed through: no poll ends here
            /** Lines 19, 20. */ CATCH,
            /** Lines 21, 22. */ FINALLY
        }

        /** A parameter. */ private String file;

        /** Pending completion of a finally block: the value to return. */ private String result;
        /** Pending completion of a finally block: the exception to throw, or null. */ private Throwable pending;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param file the parameter of the method
         */
        private UploadFuture(String file) {
            super(State.START);
            this.file = file;
        }

        @Override
        public Poll<String> poll(Context cx) throws Exception {
            return run(cx, enter(State.PANICKED), null);
        }

        @Override
        @SuppressWarnings("fallthrough")
        protected Poll<String> run(Context cx, State next, Dropped dropped) throws Exception {
            Object awaitedValue = null;
            Throwable thrown = null;
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
                            // 16  try {
                            handler = State.CATCH;
                            // 17  String text = await(later("text of " + file));
                            Later<String> later = later("text of " + file);
                            file = null; // last use
                            Poll<?> polled = later.poll(cx);
                            if (polled == Poll.pending())
                                return suspend(State.AWAIT_TEXT, later);
                            awaitedValue = take(polled);
                        } // ready at once: falls through
                        case AWAIT_TEXT: { // later is ready
                            String text = (String) awaitedValue;
                            // 18  return await(send(text));
                            SendFuture send = UploadAsync.send(text);
                            Poll<?> polled = send.poll(cx);
                            if (polled == Poll.pending())
                                return suspend(State.AWAIT_SEND, send);
                            awaitedValue = take(polled);
                        } // ready at once: falls through
                        case AWAIT_SEND: { // send is ready
                            result = (String) awaitedValue;
                            next = State.FINALLY;
                            continue;
                        }
                        case CATCH: {
                            // 19  } catch (IllegalStateException e) {
                            handler = State.FINALLY;
                            file = null; // not needed any more
                            if (!(thrown instanceof IllegalStateException e)) throw rethrow(thrown);
                            restoreTrace(thrown); // the clause may look at it
                            thrown = null; // caught
                            // 20  return await(later("refused: " + e.getMessage()));
                            Later<String> later = later("refused: " + e.getMessage());
                            Poll<?> polled = later.poll(cx);
                            if (polled == Poll.pending())
                                return suspend(State.AWAIT_LATER_IN_CATCH, later);
                            awaitedValue = take(polled);
                        } // ready at once: falls through
                        case AWAIT_LATER_IN_CATCH: { // later is ready
                            result = (String) awaitedValue;
                        } // falls through
                        case FINALLY: {
                            // 21  } finally {
                            handler = null;
                            pending = putOff(thrown); // null if nothing was thrown
                            // 22  await(later("the lock"));
                            Later<String> later = later("the lock");
                            Poll<?> polled = later.poll(cx);
                            if (polled == Poll.pending())
                                return suspend(State.AWAIT_LATER_IN_FINALLY, later);
                            take(polled);
                        } // ready at once: falls through
                        case AWAIT_LATER_IN_FINALLY: { // later is ready
                            // 23
                            System.out.println("unlocked");
                            // 24  end of the finally block: its pending completion
                            if (pending != null) throw rethrow(pending);
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
            file = null;
            result = null;
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
     * The state machine of {@code send}, Upload.java:28.
     *
     * <pre>{@code
     * 28  static String send(String text) {
     * 29      if (text.endsWith("secret")) {
     * 30          throw new IllegalStateException(text);
     * 31      }
     * 32      return await(later("sent " + text));
     * 33  }
     *
     *     START        29 to 32  keeps text
     *       v
     *     AWAIT_LATER  32        waits for later("sent " + text)
     *       v
     *     DONE
     * }</pre>
     */
    static final class SendFuture extends StateMachine<String, SendFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for later("sent " + text). */ AWAIT_LATER
        }

        /** A parameter. */ private String text;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param text the parameter of the method
         */
        private SendFuture(String text) {
            super(State.START);
            this.text = text;
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
                    // 29
                    if (text.endsWith("secret")) {
                        throw new IllegalStateException(text);
                    }
                    // 32  return await(later("sent " + text));
                    Later<String> later = later("sent " + text);
                    text = null; // last use
                    Poll<?> polled = later.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_LATER, later);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_LATER: { // later is ready
                    return complete(State.DONE, (String) awaitedValue);
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            text = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
