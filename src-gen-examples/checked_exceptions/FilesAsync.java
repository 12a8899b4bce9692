package checked_exceptions;

import static support.Later.later;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import java.io.FileNotFoundException;
import java.io.IOException;
import javax.annotation.processing.Generated;
import support.Later;

/**
 * The async fns of {@link Files}: each factory makes a future that has not run yet.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
final class FilesAsync {
    private FilesAsync() {}

    static ReadFuture read(String name) {
        return new ReadFuture(name);
    }

    static LengthFuture length(String name) {
        return new LengthFuture(name);
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * static String read(String name) throws FileNotFoundException {
     *     String text = await(later("text of " + name));
     *     if (name.isEmpty()) {
     *         throw new FileNotFoundException("a file has a name");
     *     }
     *     return text;
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state        line  goes on to   awaits                           keeps
     * START        17    AWAIT_LATER                                   name
     * AWAIT_LATER  17    DONE         await(later("text of " + name))  name
     * }</pre>
     */
    static final class ReadFuture implements TryFuture<String, FileNotFoundException>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private String name;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        private enum State {
            START,
            AWAIT_LATER,
            DONE,
            PANICKED,
            DROPPED
        }

        private ReadFuture(String name) {
            this.name = name;
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
                    // Files.java:17  String text = await(later("text of " + name));
                    Later<String> later = later("text of " + name);
                    if (!(later.poll(cx) instanceof Poll.Ready<?> ready)) {
                        return suspend(State.AWAIT_LATER, later);
                    }
                    output = ready.value();
                } // falls through
                case AWAIT_LATER: {
                    // Files.java:17, ready: String text = await(later("text of " + name));
                    String text = (String) output;
                    if (name.isEmpty()) {
                        throw new FileNotFoundException("a file has a name");
                    }
                    return complete(text);
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
            this.name = null;
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
            this.name = null;
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
     * static int length(String name) throws IOException {
     *     return await(read(name)).length();
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state       line  goes on to  awaits             keeps
     * START       26    AWAIT_READ                     name
     * AWAIT_READ  26    DONE        await(read(name))
     * }</pre>
     */
    static final class LengthFuture implements TryFuture<Integer, IOException>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private String name;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        private enum State {
            START,
            AWAIT_READ,
            DONE,
            PANICKED,
            DROPPED
        }

        private LengthFuture(String name) {
            this.name = name;
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
                    // Files.java:26  return await(read(name)).length();
                    ReadFuture read = FilesAsync.read(name);
                    name = null; // last use
                    if (!(read.poll(cx) instanceof Poll.Ready<?> ready)) {
                        return suspend(State.AWAIT_READ, read);
                    }
                    output = ready.value();
                } // falls through
                case AWAIT_READ: {
                    // Files.java:26, ready: return await(read(name)).length();
                    return complete(((String) output).length());
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
            this.name = null;
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
