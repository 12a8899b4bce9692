import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link PrivateOfOuter.Inner}: each factory makes a future that has not run yet.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
final class PrivateOfOuter_InnerAsync {
    private PrivateOfOuter_InnerAsync() {}

    static FieldFuture field(PrivateOfOuter.Inner self) {
        return new FieldFuture(self);
    }

    static MethodFuture method(PrivateOfOuter.Inner self, CompletableFuture<Integer> f) {
        return new MethodFuture(self, f);
    }

    static SetFuture set(PrivateOfOuter.Inner self, CompletableFuture<Integer> f) {
        return new SetFuture(self, f);
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * final int field() { return n; }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state  line  goes on to  awaits  keeps
     * START  13    DONE                self
     * }</pre>
     */
    static final class FieldFuture implements Future<Integer>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private PrivateOfOuter.Inner self;

        private enum State {
            START,
            DONE,
            PANICKED
        }

        private FieldFuture(PrivateOfOuter.Inner self) {
            this.self = Objects.requireNonNull(self);
        }

        @Override
        public Poll<Integer> poll(Context cx) throws Exception {
            State resumed = state;
            state = State.PANICKED; // until we suspend or finish
            switch (resumed) {
                case START: {
                    // PrivateOfOuter.java:13  final int field() { return n; }
                    return complete(Bridge.n(self));
                }
                case DONE:
                    state = State.DONE;
                    throw new IllegalStateException("`async fn` resumed after completion");
                default:
                    throw new IllegalStateException("`async fn` resumed after panicking");
            }
        }

        private Poll<Integer> complete(int result) {
            state = State.DONE;
            this.self = null;
            return Poll.ready(result);
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
     * final int method(CompletableFuture<Integer> f) { return twice() + await(f); }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state    line  goes on to  awaits    keeps
     * START    15    AWAIT_F               self, f
     * AWAIT_F  15    DONE        await(f)  twice
     * }</pre>
     */
    static final class MethodFuture implements Future<Integer>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private PrivateOfOuter.Inner self;
        private CompletableFuture<Integer> f;

        /** Operands evaluated before an await in their expression. */
        private int twice;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        private enum State {
            START,
            AWAIT_F,
            DONE,
            PANICKED,
            DROPPED
        }

        private MethodFuture(PrivateOfOuter.Inner self, CompletableFuture<Integer> f) {
            this.self = Objects.requireNonNull(self);
            this.f = f;
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
                    // PrivateOfOuter.java:15  final int method(CompletableFuture<Integer> f) { return twice() + await( ...
                    twice = Bridge.twice(self); // before the await
                    var fFuture = Future.from(f);
                    f = null; // last use
                    if (!(fFuture.poll(cx) instanceof Poll.Ready<?> ready)) {
                        return suspend(State.AWAIT_F, fFuture);
                    }
                    output = ready.value();
                } // falls through
                case AWAIT_F: {
                    // PrivateOfOuter.java:15, ready: final int method(CompletableFuture<Integer> f) { return twice() + await( ...
                    return complete(twice + (Integer) output);
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
            this.self = null;
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
            this.self = null;
            this.f = null;
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
     * final void set(CompletableFuture<Integer> f) { n = await(f); }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state    line  goes on to  awaits    keeps
     * START    17    AWAIT_F               self, f
     * AWAIT_F  17    DONE        await(f)  self
     * }</pre>
     */
    static final class SetFuture implements Future<Void>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private PrivateOfOuter.Inner self;
        private CompletableFuture<Integer> f;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        private enum State {
            START,
            AWAIT_F,
            DONE,
            PANICKED,
            DROPPED
        }

        private SetFuture(PrivateOfOuter.Inner self, CompletableFuture<Integer> f) {
            this.self = Objects.requireNonNull(self);
            this.f = f;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Void> poll(Context cx) throws Exception {
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
                    // PrivateOfOuter.java:17  final void set(CompletableFuture<Integer> f) { n = await(f); }
                    var fFuture = Future.from(f);
                    f = null; // last use
                    if (!(fFuture.poll(cx) instanceof Poll.Ready<?> ready)) {
                        return suspend(State.AWAIT_F, fFuture);
                    }
                    output = ready.value();
                } // falls through
                case AWAIT_F: {
                    // PrivateOfOuter.java:17, ready: final void set(CompletableFuture<Integer> f) { n = await(f); }
                    Bridge.setN(self, (Integer) output);
                    return complete();
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

        private Poll<Void> suspend(State at, Future<?> child) {
            state = at;
            awaited = child;
            return Poll.pending();
        }

        private Poll<Void> complete() {
            state = State.DONE;
            this.self = null;
            return Poll.ready(null);
        }

        @Override
        public void drop() {
            if (state == State.DONE || state == State.PANICKED || state == State.DROPPED) {
                return;
            }
            state = State.DROPPED;
            Future<?> child = awaited;
            awaited = null;
            this.self = null;
            this.f = null;
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
     * Reaches the members that only {@code Inner} itself may use.
     */
    private static final class Bridge {
        private static final VarHandle N;

        private static final MethodHandle TWICE;

        static {
            try {
                MethodHandles.Lookup inPrivateOfOuter = MethodHandles.privateLookupIn(PrivateOfOuter.class, MethodHandles.lookup());
                N = inPrivateOfOuter.findVarHandle(PrivateOfOuter.class, "n", int.class);
                TWICE = inPrivateOfOuter.findVirtual(PrivateOfOuter.class, "twice", MethodType.methodType(int.class));
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        static int n(PrivateOfOuter self) {
            return (int) N.get(self);
        }

        static int twice(PrivateOfOuter self) {
            try {
                return (int) TWICE.invokeExact(self);
            } catch (Throwable failure) {
                throw Bridge.<RuntimeException>rethrow(failure);
            }
        }

        static int setN(PrivateOfOuter self, int value) {
            N.set(self, value);
            return value;
        }

        /**
         * Throws what a handle threw as it is.
         */
        @SuppressWarnings("unchecked")
        private static <E extends Throwable> E rethrow(Throwable failure) throws E {
            throw (E) failure;
        }
    }
}
