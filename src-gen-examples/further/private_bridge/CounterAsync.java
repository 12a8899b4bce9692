package further.private_bridge;

import static support.Later.later;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import javax.annotation.processing.Generated;
import support.Later;

/**
 * The async fns of {@link Counter}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class CounterAsync {
    /** No instances. */
    private CounterAsync() {}

    /**
     * The factory of {@link Counter#add}.
     *
     * @param self the object on which the method is called
     * @param n the parameter of the method
     * @return a future that has not run yet
     */
    static AddFuture add(Counter self, int n) {
        return new AddFuture(self, n);
    }

    /**
     * The state machine of {@code add}, Counter.java:22.
     *
     * <pre>{@code
     * 22  int add(int n) {
     * 23      if (n < 0) {
     * 24          reset();
     * 25      }
     * 26      count = count + await(later(n));
     * 27      return twice(count);
     * 28  }
     *
     *     START        23 to 26  keeps self, n
     *       v
     *     AWAIT_LATER  26, 27    waits for later(n), keeps self, countValue
     *       v
     *     DONE
     * }</pre>
     */
    static final class AddFuture extends StateMachine<Integer, AddFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for later(n). */ AWAIT_LATER
        }

        /** The receiver of the call. */ private Counter self;

        /** A parameter. */ private final int n;

        /** Evaluated before an await in the same expression, in line 26. */ private int countValue;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param self the object on which the method is called
         * @param n the parameter of the method
         */
        private AddFuture(Counter self, int n) {
            super(State.START);
            this.self = Objects.requireNonNull(self);
            this.n = n;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Integer> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            int awaitedValue = 0;
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                awaitedValue = (int) take(polled);
            }
            switch (next) {
                case START: {
                    // 23
                    if (n < 0) {
                        Bridge.reset(self);
                    }
                    // 26  count = count + await(later(n));
                    countValue = Bridge.count(self); // before the next await
                    Later<Integer> later = later(n);
                    Poll<?> polled = later.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_LATER, later);
                    awaitedValue = (int) take(polled);
                } // ready at once: falls through
                case AWAIT_LATER: { // later is ready
                    Bridge.setCount(self, countValue + awaitedValue);
                    // 27
                    return complete(State.DONE, Bridge.twice(Bridge.count(self)));
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            self = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    /**
     * Reaches the members that only {@code Counter} itself may use.
     */
    private static final class Bridge {
        /** The handle of {@code Counter.reset}. */
        private static final MethodHandle RESET;

        /** The handle of {@code Counter.count}. */
        private static final VarHandle COUNT;

        /** The handle of {@code Counter.twice}. */
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

        /** No instances. */
        private Bridge() {}

        /**
         * Calls {@code Counter.reset}.
         *
         * @param self the object whose member it is
         */
        static void reset(Counter self) {
            try {
                RESET.invokeExact(self);
            } catch (Throwable failure) {
                throw Bridge.<RuntimeException>rethrow(failure);
            }
        }

        /**
         * Reads {@code Counter.count}.
         *
         * @param self the object whose member it is
         * @return its value
         */
        static int count(Counter self) {
            return (int) COUNT.get(self);
        }

        /**
         * Assigns {@code Counter.count}.
         *
         * @param self the object whose member it is
         * @param value the new value
         * @return the new value
         */
        static int setCount(Counter self, int value) {
            COUNT.set(self, value);
            return value;
        }

        /**
         * Calls {@code Counter.twice}.
         *
         * @param a0 an argument
         * @return its result
         */
        static int twice(int a0) {
            try {
                return (int) TWICE.invokeExact(a0);
            } catch (Throwable failure) {
                throw Bridge.<RuntimeException>rethrow(failure);
            }
        }

        /**
         * Throws what a handle threw, unchanged.
         *
         * @param <E> any exception
         * @param failure the exception
         * @return never
         * @throws E the exception
         */
        @SuppressWarnings("unchecked")
        private static <E extends Throwable> E rethrow(Throwable failure) throws E {
            throw (E) failure;
        }
    }
}
