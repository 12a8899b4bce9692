package try_finally;

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
 * The async fns of {@link Upload}: each factory makes a future that has not run yet.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
final class UploadAsync {
    private UploadAsync() {}

    static UploadFuture upload(String file) {
        return new UploadFuture(file);
    }

    static SendFuture send(String text) {
        return new SendFuture(text);
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * static String upload(String file) {
     *     try {
     *         String text = await(later("text of " + file));
     *         return await(send(text));
     *     } catch (IllegalStateException e) {
     *         return await(later("refused: " + e.getMessage()));
     *     } finally {
     *         await(later("the lock"));
     *         System.out.println("unlocked");
     *     }
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state                          line  goes on to                                      awaits                                      keeps
     * START                          15    AWAIT_LATER, CATCH_ILLEGAL_STATE_EXCEPTION                                                  file
     * AWAIT_LATER                    16    AWAIT_SEND, CATCH_ILLEGAL_STATE_EXCEPTION       await(later("text of " + file))
     * AWAIT_SEND                     17    LEAVE_TO_RETURN, CATCH_ILLEGAL_STATE_EXCEPTION  await(send(text))
     * CATCH_ILLEGAL_STATE_EXCEPTION  18    UNCAUGHT, FAILED, AWAIT_LATER_2
     * AWAIT_LATER_2                  19    LEAVE_TO_RETURN, FAILED                         await(later("refused: " + e.getMessage()))
     * UNCAUGHT                       18    FAILED
     * FAILED                         20    FINALLY
     * FINALLY                        21    AWAIT_LATER_3
     * AWAIT_LATER_3                  21    RETURN, RETHROW                                 await(later("the lock"))                    result, pending, afterFinally
     * RETHROW                        20    PANICKED
     * RETURN                         17    DONE
     * LEAVE_TO_RETURN                15    FINALLY
     * }</pre>
     */
    static final class UploadFuture implements Future<String>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private String file;

        /** What a finally block puts off: the value to return, the exception to throw again. */
        private String result;
        private Throwable pending;

        /** Where the finally block goes on when it has run. */
        private State afterFinally;

        /** Where an exception goes on: in the catch or finally of the innermost try; or null. */
        private State handler;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        /** Where it was suspended last: should it fail there, the stack trace tells the line. */
        private State suspendedAt = State.START;

        private enum State {
            START,
            AWAIT_LATER,
            AWAIT_SEND,
            CATCH_ILLEGAL_STATE_EXCEPTION,
            AWAIT_LATER_2,
            UNCAUGHT,
            FAILED,
            FINALLY,
            AWAIT_LATER_3,
            RETHROW,
            RETURN,
            LEAVE_TO_RETURN,
            DONE,
            PANICKED,
            DROPPED
        }

        private UploadFuture(String file) {
            this.file = file;
        }

        @Override
        public Poll<String> poll(Context cx) throws Exception {
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
        private Poll<String> run(Context cx, State resumed, Dropped dropped) throws Exception {
            Object output = null;
            Throwable thrown = dropped;
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
                            // Upload.java:15  try {
                            handler = State.CATCH_ILLEGAL_STATE_EXCEPTION;
                            // Upload.java:16  String text = await(later("text of " + file));
                            Later<String> later = later("text of " + file);
                            file = null; // last use
                            if (!(later.poll(cx) instanceof Poll.Ready<?> ready)) {
                                return suspend(State.AWAIT_LATER, later);
                            }
                            output = ready.value();
                        } // falls through
                        case AWAIT_LATER: {
                            // Upload.java:16, ready: String text = await(later("text of " + file));
                            String text = (String) output;
                            // Upload.java:17  return await(send(text));
                            SendFuture send = UploadAsync.send(text);
                            if (!(send.poll(cx) instanceof Poll.Ready<?> ready)) {
                                return suspend(State.AWAIT_SEND, send);
                            }
                            output = ready.value();
                        } // falls through
                        case AWAIT_SEND: {
                            // Upload.java:17, ready: return await(send(text));
                            result = (String) output;
                            resumed = State.LEAVE_TO_RETURN;
                            continue;
                        }
                        case CATCH_ILLEGAL_STATE_EXCEPTION: {
                            // Upload.java:18  } catch (IllegalStateException e) {
                            handler = State.FAILED;
                            if (!(thrown instanceof IllegalStateException)) {
                                resumed = State.UNCAUGHT;
                                continue;
                            }
                            IllegalStateException e = (IllegalStateException) thrown;
                            // Upload.java:19  return await(later("refused: " + e.getMessage()));
                            Later<String> later = later("refused: " + e.getMessage());
                            if (!(later.poll(cx) instanceof Poll.Ready<?> ready)) {
                                return suspend(State.AWAIT_LATER_2, later);
                            }
                            output = ready.value();
                        } // falls through
                        case AWAIT_LATER_2: {
                            // Upload.java:19, ready: return await(later("refused: " + e.getMessage()));
                            result = (String) output;
                            resumed = State.LEAVE_TO_RETURN;
                            continue;
                        }
                        case UNCAUGHT: {
                            // Upload.java:18  } catch (IllegalStateException e) {
                            throw UploadFuture.<RuntimeException>rethrow(thrown);
                        }
                        case FAILED: {
                            // Upload.java:20  } finally {
                            handler = null;
                            pending = thrown;
                            afterFinally = State.RETHROW;
                        } // falls through
                        case FINALLY: {
                            // Upload.java:21  await(later("the lock"));
                            Later<String> later = later("the lock");
                            if (!(later.poll(cx) instanceof Poll.Ready<?>)) {
                                return suspend(State.AWAIT_LATER_3, later);
                            }
                        } // falls through
                        case AWAIT_LATER_3: {
                            // Upload.java:21, ready: await(later("the lock"));
                            System.out.println("unlocked");
                            resumed = afterFinally;
                            continue;
                        }
                        case RETHROW: {
                            // Upload.java:20  } finally {
                            throw UploadFuture.<RuntimeException>rethrow(pending);
                        }
                        case RETURN: {
                            // Upload.java:17  return await(send(text));
                            return complete(result);
                        }
                        case LEAVE_TO_RETURN: {
                            // Upload.java:15  try {
                            handler = null;
                            afterFinally = State.RETURN;
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

        private Poll<String> suspend(State at, Future<?> child) {
            if (state == State.DROPPED) { // an await in a finally had its one chance
                child.drop();
                throw new Dropped();
            }
            state = at;
            suspendedAt = at;
            awaited = child;
            return Poll.pending();
        }

        private Poll<String> complete(String result) {
            state = State.DONE;
            handler = null;
            this.file = null;
            this.result = null;
            this.pending = null;
            this.afterFinally = null;
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
            this.file = null;
            this.result = null;
            this.pending = null;
            this.afterFinally = null;
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

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * static String send(String text) {
     *     if (text.endsWith("secret")) {
     *         throw new IllegalStateException(text);
     *     }
     *     return await(later("sent " + text));
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state        line  goes on to   awaits                        keeps
     * START        28    AWAIT_LATER                                text
     * AWAIT_LATER  31    DONE         await(later("sent " + text))
     * }</pre>
     */
    static final class SendFuture implements Future<String>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private String text;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        private enum State {
            START,
            AWAIT_LATER,
            DONE,
            PANICKED,
            DROPPED
        }

        private SendFuture(String text) {
            this.text = text;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<String> poll(Context cx) throws Exception {
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
                    // Upload.java:28  if (text.endsWith("secret")) {
                    if (text.endsWith("secret")) {
                        throw new IllegalStateException(text);
                    }
                    // Upload.java:31  return await(later("sent " + text));
                    Later<String> later = later("sent " + text);
                    text = null; // last use
                    if (!(later.poll(cx) instanceof Poll.Ready<?> ready)) {
                        return suspend(State.AWAIT_LATER, later);
                    }
                    output = ready.value();
                } // falls through
                case AWAIT_LATER: {
                    // Upload.java:31, ready: return await(later("sent " + text));
                    return complete((String) output);
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

        private Poll<String> suspend(State at, Future<?> child) {
            state = at;
            awaited = child;
            return Poll.pending();
        }

        private Poll<String> complete(String result) {
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
            this.text = null;
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
}
