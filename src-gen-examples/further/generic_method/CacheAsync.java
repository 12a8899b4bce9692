package further.generic_method;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import java.util.Objects;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Cache}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class CacheAsync {
    /** No instances. */
    private CacheAsync() {}

    /**
     * The factory of {@link Cache#get}.
     *
     * @param <K> type parameter of the class
     * @param <V> type parameter of the class
     * @param <R> the parameter of the method
     * @param self the object on which the method is called
     * @param key the parameter of the method
     * @param use the parameter of the method
     * @return a future that has not run yet
     */
    static <K extends Comparable<K>, V, R> GetFuture<K, V, R> get(Cache<K, V> self, K key,
            Function<? super V, ? extends R> use) {
        return new GetFuture<K, V, R>(self, key, use);
    }

    /**
     * The state machine of {@code get}, Cache.java:28.
     *
     * <pre>{@code
     * 28  <R> R get(K key, Function<? super V, ? extends R> use) {
     * 29      V value = values.get(key);
     * 30      if (value == null) {
     * 31          value = await(loader.apply(key));
     * 32          values.put(key, value);
     * 33      }
     * 34      return use.apply(value);
     * 35  }
     *
     *     START        29 to 31  keeps self, key, use ------------------------------+
     *       v                                                                       |
     *     AWAIT_APPLY  31, 32    waits for loader.apply(key), keeps self, key, use  |
     *       v                                                                       |
     *     AFTER_IF     34 <---------------------------------------------------------+
     *       v
     *     DONE
     * }</pre>
     *
     * @param <K> type parameter of the class
     * @param <V> type parameter of the class
     * @param <R> type parameter of the method
     */
    static final class GetFuture<K extends Comparable<K>, V, R> extends StateMachine<R, GetFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for loader.apply(key). */ AWAIT_APPLY,

            // only passed through: no poll ends here
            /** Line 34. */ AFTER_IF
        }

        /** The receiver of the call. */ private Cache<K, V> self;

        /** A parameter. */ private K key;
        /** A parameter. */ private Function<? super V, ? extends R> use;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param self the object on which the method is called
         * @param key the parameter of the method
         * @param use the parameter of the method
         */
        private GetFuture(Cache<K, V> self, K key, Function<? super V, ? extends R> use) {
            super(State.START);
            this.self = Objects.requireNonNull(self);
            this.key = key;
            this.use = use;
        }

        @Override
        @SuppressWarnings({"fallthrough", "unchecked"})
        public Poll<R> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            Object awaitedValue = null;
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                awaitedValue = take(polled);
            }
            V value = null; // not kept across any await
            for (;;) {
                switch (next) {
                    case START: {
                        // 29
                        value = self.values.get(key);
                        // 30  if (value == null) {
                        if (!(value == null)) {
                            next = State.AFTER_IF;
                            continue;
                        }
                        // 31  value = await(loader.apply(key));
                        Future<V> apply = self.loader.apply(key);
                        Poll<?> polled = apply.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_APPLY, apply);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_APPLY: { // apply is ready
                        value = (V) awaitedValue;
                        // 32
                        self.values.put(key, value);
                    } // falls through
                    case AFTER_IF: {
                        // 34
                        return complete(State.DONE, use.apply(value));
                    }
                    default:
                        throw ended(next);
                }
            }
        }

        @Override
        protected void letGo() {
            self = null;
            key = null;
            use = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
