import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link SharedBridge.Nested}: each factory makes a future that has not run yet.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
final class SharedBridge_NestedAsync {
    private SharedBridge_NestedAsync() {}

    static BothFuture both() {
        return new BothFuture();
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * static String both() { return SharedBridge.check("x") + " " + check("x"); }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state  line  goes on to  awaits  keeps
     * START  7     DONE
     * }</pre>
     */
    static final class BothFuture implements Future<String>, Traced {
        private State state = State.START;

        private enum State {
            START,
            DONE,
            PANICKED
        }

        private BothFuture() {}

        @Override
        public Poll<String> poll(Context cx) throws Exception {
            State resumed = state;
            state = State.PANICKED; // until we suspend or finish
            switch (resumed) {
                case START: {
                    // SharedBridge.java:7  static String both() { return SharedBridge.check("x") + " " + check("x") ...
                    return complete(Bridge.check("x") + " " + Bridge.check("x"));
                }
                case DONE:
                    state = State.DONE;
                    throw new IllegalStateException("`async fn` resumed after completion");
                default:
                    throw new IllegalStateException("`async fn` resumed after panicking");
            }
        }

        private Poll<String> complete(String result) {
            state = State.DONE;
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
     * Reaches the members that only {@code Nested} itself may use.
     */
    private static final class Bridge {
        private static final MethodHandle CHECK;

        private static final MethodHandle CHECK_2;

        static {
            try {
                MethodHandles.Lookup inSharedBridge = MethodHandles.privateLookupIn(SharedBridge.class, MethodHandles.lookup());
                MethodHandles.Lookup inNested = MethodHandles.privateLookupIn(SharedBridge.Nested.class, MethodHandles.lookup());
                CHECK = inSharedBridge.findStatic(SharedBridge.class, "check",
                        MethodType.methodType(String.class, Object.class));
                CHECK_2 = inNested.findStatic(SharedBridge.Nested.class, "check",
                        MethodType.methodType(String.class, String.class));
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        static String check(Object a0) {
            try {
                return (String) CHECK.invokeExact(a0);
            } catch (Throwable failure) {
                throw Bridge.<RuntimeException>rethrow(failure);
            }
        }

        static String check(String a0) {
            try {
                return (String) CHECK_2.invokeExact(a0);
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
