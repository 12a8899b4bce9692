package private_bridge;

import static support.Later.later;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import javax.annotation.processing.Generated;
import support.Later;

/**
 * The async fns of {@link Counter}: each factory makes a future that has not run yet.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
final class CounterAsync {
    private CounterAsync() {}

    static AddFuture add(Counter self, int n) {
        return new AddFuture(self, n);
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * int add(int n) {
     *     if (n < 0) {
     *         reset();
     *     }
     *     count = count + await(later(n));
     *     return twice(count);
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state        line  goes on to   awaits           keeps
     * START        23    AWAIT_LATER                   self, n
     * AWAIT_LATER  26    DONE         await(later(n))  self, countValue
     * }</pre>
     */
    static final class AddFuture implements Future<Integer>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private Counter self;
        private int n;

        /** Operands evaluated before an await in their expression. */
        private int countValue;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        private enum State {
            START,
            AWAIT_LATER,
            DONE,
            PANICKED,
            DROPPED
        }

        private AddFuture(Counter self, int n) {
            this.self = Objects.requireNonNull(self);
            this.n = n;
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
                    // Counter.java:23  if (n < 0) {
                    if (n < 0) {
                        Bridge.reset(self);
                    }
                    // Counter.java:26  count = count + await(later(n));
                    countValue = Bridge.count(self); // before the await
                    Later<Integer> later = later(n);
                    if (!(later.poll(cx) instanceof Poll.Ready<?> ready)) {
                        return suspend(State.AWAIT_LATER, later);
                    }
                    output = ready.value();
                } // falls through
                case AWAIT_LATER: {
                    // Counter.java:26, ready: count = count + await(later(n));
                    Bridge.setCount(self, countValue + (Integer) output);
                    return complete(Bridge.twice(Bridge.count(self)));
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
     * Reaches the members that only {@code Counter} itself may use.
     */
    private static final class Bridge {
        private static final MethodHandle RESET;

        private static final VarHandle COUNT;

        private static final MethodHandle TWICE;

        static {
            try {
                MethodHandles.Lookup inCounter = MethodHandles.privateLookupIn(Counter.class, MethodHandles.lookup());
                RESET = inCounter.findVirtual(Counter.class, "reset", MethodType.methodType(void.class));
                COUNT = inCounter.findVarHandle(Counter.class, "count", int.class);
                TWICE = inCounter.findStatic(Counter.class, "twice", MethodType.methodType(int.class, int.class));
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        static void reset(Counter self) {
            try {
                RESET.invokeExact(self);
            } catch (Throwable failure) {
                throw Bridge.<RuntimeException>rethrow(failure);
            }
        }

        static int count(Counter self) {
            return (int) COUNT.get(self);
        }

        static int setCount(Counter self, int value) {
            COUNT.set(self, value);
            return value;
        }

        static int twice(int a0) {
            try {
                return (int) TWICE.invokeExact(a0);
            } catch (Throwable failure) {
                throw Bridge.<RuntimeException>rethrow(failure);
            }
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
