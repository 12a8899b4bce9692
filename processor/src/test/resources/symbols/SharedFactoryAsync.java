import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import java.io.Closeable;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link SharedFactory}: each factory makes a future that has not run yet.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
final class SharedFactoryAsync {
    private SharedFactoryAsync() {}

    public static CloseFuture close(SharedFactory self) {
        return new CloseFuture(self);
    }

    /**
     * Closes without an exception.
     */
    static CloseFuture_Closeable close(Closeable c) {
        return new CloseFuture_Closeable(c);
    }

    static UseFuture use(CompletableFuture<String> f) {
        return new UseFuture(f);
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * @Override public void close() throws IOException { throw new IOException("closed badly"); }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state  line  goes on to  awaits  keeps
     * START  7     PANICKED
     * }</pre>
     */
    public static final class CloseFuture implements TryFuture<Void, IOException>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private SharedFactory self;

        private enum State {
            START,
            DONE,
            PANICKED
        }

        private CloseFuture(SharedFactory self) {
            this.self = Objects.requireNonNull(self);
        }

        @Override
        public Poll<Void> poll(Context cx) throws Exception {
            State resumed = state;
            state = State.PANICKED; // until we suspend or finish
            switch (resumed) {
                case START: {
                    // SharedFactory.java:7  @Override public void close() throws IOException { throw new IOException ...
                    throw new IOException("closed badly");
                }
                case DONE:
                    state = State.DONE;
                    throw new IllegalStateException("`async fn` resumed after completion");
                default:
                    throw new IllegalStateException("`async fn` resumed after panicking");
            }
        }

        private Poll<Void> complete() {
            state = State.DONE;
            return Poll.ready(null);
        }

        @Override
        public String state() {
            return state.name();
        }

        @Override
        public Future<?> awaited() {
            return null;
        }
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * static void close(Closeable c) {
     *     try { c.close(); } catch (IOException e) { System.out.println("quiet: " + e.getMessage()); }
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state  line  goes on to  awaits  keeps
     * START  11    DONE                c
     * }</pre>
     */
    static final class CloseFuture_Closeable implements Future<Void>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private Closeable c;

        private enum State {
            START,
            DONE,
            PANICKED
        }

        private CloseFuture_Closeable(Closeable c) {
            this.c = c;
        }

        @Override
        public Poll<Void> poll(Context cx) throws Exception {
            State resumed = state;
            state = State.PANICKED; // until we suspend or finish
            switch (resumed) {
                case START: {
                    // SharedFactory.java:11  try { c.close(); } catch (IOException e) { System.out.println("quiet: " ...
                    try { c.close(); } catch (IOException e) { System.out.println("quiet: " + e.getMessage()); }
                    return complete();
                }
                case DONE:
                    state = State.DONE;
                    throw new IllegalStateException("`async fn` resumed after completion");
                default:
                    throw new IllegalStateException("`async fn` resumed after panicking");
            }
        }

        private Poll<Void> complete() {
            state = State.DONE;
            this.c = null;
            return Poll.ready(null);
        }

        @Override
        public String state() {
            return state.name();
        }

        @Override
        public Future<?> awaited() {
            return null;
        }
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * static String use(CompletableFuture<String> f) throws IOException {
     *     SharedFactory c = new SharedFactory();
     *     String s = await(f);
     *     close(c);
     *     return s;
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state        line  goes on to   awaits    keeps
     * START        15    AWAIT_F                f
     * AWAIT_F      16    AWAIT_CLOSE  await(f)  c
     * AWAIT_CLOSE  17    DONE         close(c)  s
     * }</pre>
     */
    static final class UseFuture implements TryFuture<String, IOException>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private CompletableFuture<String> f;

        /** Locals that live across an await. */
        private SharedFactory c;
        private String s;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        /** Where it was suspended last: should it fail there, the stack trace tells the line. */
        private State suspendedAt = State.START;

        private enum State {
            START,
            AWAIT_F,
            AWAIT_CLOSE,
            DONE,
            PANICKED,
            DROPPED
        }

        private UseFuture(CompletableFuture<String> f) {
            this.f = f;
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
                    // SharedFactory.java:15  SharedFactory c = new SharedFactory();
                    c = new SharedFactory();
                    // SharedFactory.java:16  String s = await(f);
                    var fFuture = Future.from(f);
                    f = null; // last use
                    if (!(fFuture.poll(cx) instanceof Poll.Ready<?> ready)) {
                        return suspend(State.AWAIT_F, fFuture);
                    }
                    output = ready.value();
                } // falls through
                case AWAIT_F: {
                    // SharedFactory.java:16, ready: String s = await(f);
                    s = (String) output;
                    // SharedFactory.java:17  close(c);
                    var close = SharedFactoryAsync.close(c);
                    c = null; // last use
                    if (!(close.poll(cx) instanceof Poll.Ready<?>)) {
                        return suspend(State.AWAIT_CLOSE, close);
                    }
                } // falls through
                case AWAIT_CLOSE: {
                    // SharedFactory.java:17, ready: close(c);
                    return complete(s);
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
            suspendedAt = at;
            awaited = child;
            return Poll.pending();
        }

        private Poll<String> complete(String result) {
            state = State.DONE;
            this.s = null;
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
            this.f = null;
            this.c = null;
            this.s = null;
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
