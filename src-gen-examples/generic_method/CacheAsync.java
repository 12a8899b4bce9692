package generic_method;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import java.util.Objects;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Cache}: each factory makes a future that has not run yet.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
final class CacheAsync {
    private CacheAsync() {}

    static <K extends Comparable<K>, V, R> GetFuture<K, V, R> get(Cache<K, V> self, K key,
            Function<? super V, ? extends R> use) {
        return new GetFuture<K, V, R>(self, key, use);
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * <R> R get(K key, Function<? super V, ? extends R> use) {
     *     V value = values.get(key);
     *     if (value == null) {
     *         value = await(loader.apply(key));
     *         values.put(key, value);
     *     }
     *     return use.apply(value);
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state        line  goes on to             awaits                    keeps
     * START        29    AFTER_IF, AWAIT_APPLY                            self, key, use
     * AWAIT_APPLY  31    AFTER_IF               await(loader.apply(key))  self, key, use
     * AFTER_IF     34    DONE
     * }</pre>
     */
    static final class GetFuture<K extends Comparable<K>, V, R> implements Future<R>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private Cache<K, V> self;
        private K key;
        private Function<? super V, ? extends R> use;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        private enum State {
            START,
            AWAIT_APPLY,
            AFTER_IF,
            DONE,
            PANICKED,
            DROPPED
        }

        private GetFuture(Cache<K, V> self, K key, Function<? super V, ? extends R> use) {
            this.self = Objects.requireNonNull(self);
            this.key = key;
            this.use = use;
        }

        @Override
        @SuppressWarnings({"fallthrough", "unchecked"})
        public Poll<R> poll(Context cx) throws Exception {
            State resumed = state;
            state = State.PANICKED; // until we suspend or finish
            Object output = null;
            V value = null;
            if (awaited != null && resumed != State.PANICKED) { // suspended: first poll what we wait for
                if (!(awaited.poll(cx) instanceof Poll.Ready<?> ready)) {
                    state = resumed;
                    return Poll.pending();
                }
                awaited = null;
                output = ready.value();
            }
            for (;;) {
                switch (resumed) {
                    case START: {
                        // Cache.java:29  V value = values.get(key);
                        value = self.values.get(key);
                        // Cache.java:30  if (value == null) {
                        if (value != null) {
                            resumed = State.AFTER_IF;
                            continue;
                        }
                        // Cache.java:31  value = await(loader.apply(key));
                        Future<V> apply = self.loader.apply(key);
                        if (!(apply.poll(cx) instanceof Poll.Ready<?> ready)) {
                            return suspend(State.AWAIT_APPLY, apply);
                        }
                        output = ready.value();
                    } // falls through
                    case AWAIT_APPLY: {
                        // Cache.java:31, ready: value = await(loader.apply(key));
                        value = (V) output;
                        self.values.put(key, value);
                    } // falls through
                    case AFTER_IF: {
                        // Cache.java:34  return use.apply(value);
                        return complete(use.apply(value));
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
        }

        private Poll<R> suspend(State at, Future<?> child) {
            state = at;
            awaited = child;
            return Poll.pending();
        }

        private Poll<R> complete(R result) {
            state = State.DONE;
            this.self = null;
            this.key = null;
            this.use = null;
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
            this.key = null;
            this.use = null;
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
