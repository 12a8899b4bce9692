package further.checked_exceptions;

import static support.Later.later;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import dev.asyncfn.TryFuture;
import java.io.FileNotFoundException;
import java.io.IOException;
import javax.annotation.processing.Generated;
import support.Later;

/**
 * The async fns of {@link Files}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class FilesAsync {
    /** No instances. */
    private FilesAsync() {}

    /**
     * The factory of {@link Files#read}.
     *
     * @param name the parameter of the method
     * @return a future that has not run yet
     */
    static ReadFuture read(String name) {
        return new ReadFuture(name);
    }

    /**
     * The factory of {@link Files#length}.
     *
     * @param name the parameter of the method
     * @return a future that has not run yet
     */
    static LengthFuture length(String name) {
        return new LengthFuture(name);
    }

    /**
     * The state machine of {@code read}, Files.java:16.
     *
     * <pre>{@code
     * 16  static String read(String name) throws FileNotFoundException {
     * 17      String text = await(later("text of " + name));
     * 18      if (name.isEmpty()) {
     * 19          throw new FileNotFoundException("a file has a name");
     * 20      }
     * 21      return text;
     * 22  }
     *
     *     START        17        keeps name
     *       v
     *     AWAIT_LATER  17 to 21  waits for later("text of " + name), keeps name
     *       v
     *     DONE
     * }</pre>
     */
    static final class ReadFuture
            extends StateMachine<String, ReadFuture.State> implements TryFuture<String, FileNotFoundException> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for later("text of " + name). */ AWAIT_LATER
        }

        /** A parameter. */ private String name;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param name the parameter of the method
         */
        private ReadFuture(String name) {
            super(State.START);
            this.name = name;
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
                    // 17  String text = await(later("text of " + name));
                    Later<String> later = later("text of " + name);
                    Poll<?> polled = later.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_LATER, later);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_LATER: { // later is ready
                    String text = (String) awaitedValue;
                    // 18
                    if (name.isEmpty()) {
                        throw new FileNotFoundException("a file has a name");
                    }
                    return complete(State.DONE, text);
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            name = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    /**
     * The state machine of {@code length}, Files.java:25.
     *
     * <pre>{@code
     * 25  static int length(String name) throws IOException {
     * 26      return await(read(name)).length();
     * 27  }
     *
     *     START       26  keeps name
     *       v
     *     AWAIT_READ  26  waits for read(name)
     *       v
     *     DONE
     * }</pre>
     */
    static final class LengthFuture
            extends StateMachine<Integer, LengthFuture.State> implements TryFuture<Integer, IOException> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for read(name). */ AWAIT_READ
        }

        /** A parameter. */ private String name;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param name the parameter of the method
         */
        private LengthFuture(String name) {
            super(State.START);
            this.name = name;
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
                    // 26  return await(read(name)).length();
                    ReadFuture read = FilesAsync.read(name);
                    name = null; // last use
                    Poll<?> polled = read.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_READ, read);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_READ: { // read is ready
                    return complete(State.DONE, ((String) awaitedValue).length());
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            name = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
