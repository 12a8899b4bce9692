package capture_in_loop;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Captures}: each factory makes a future that has not run yet.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
final class CapturesAsync {
    private CapturesAsync() {}

    static SuppliersFuture suppliers(int n) {
        return new SuppliersFuture(n);
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @AsyncFn
     * static List<Supplier<String>> suppliers(int n) {
     *     List<Supplier<String>> suppliers = new ArrayList<>();
     *     for (int i = 0; i < n; i++) {
     *         int square = i * i;
     *         String name = await(describe(i));
     *         suppliers.add(() -> name + " = " + square);
     *     }
     *     return suppliers;
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state           line  goes on to                  awaits              keeps
     * START           19    LOOP                                            n
     * LOOP            20    AFTER_LOOP, AWAIT_DESCRIBE
     * AWAIT_DESCRIBE  22    LOOP                        await(describe(i))  n, suppliers, i, square
     * AFTER_LOOP      25    DONE
     * }</pre>
     */
    static final class SuppliersFuture implements Future<List<Supplier<String>>>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private int n;

        /** Locals that live across an await. */
        private List<Supplier<String>> suppliers;
        private int i;
        private int square;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        private enum State {
            START,
            LOOP,
            AWAIT_DESCRIBE,
            AFTER_LOOP,
            DONE,
            PANICKED,
            DROPPED
        }

        private SuppliersFuture(int n) {
            this.n = n;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<List<Supplier<String>>> poll(Context cx) throws Exception {
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
            for (;;) {
                switch (resumed) {
                    case START: {
                        // Captures.java:19  List<Supplier<String>> suppliers = new ArrayList<>();
                        suppliers = new ArrayList<>();
                        // Captures.java:20  for (int i = 0; i < n; i++) {
                        i = 0;
                    } // falls through
                    case LOOP: {
                        // Captures.java:20  for (int i = 0; i < n; i++) {
                        if (i >= n) {
                            resumed = State.AFTER_LOOP;
                            continue;
                        }
                        square = i * i;
                        // Captures.java:22  String name = await(describe(i));
                        Future<String> describe = Captures.describe(i);
                        if (!(describe.poll(cx) instanceof Poll.Ready<?> ready)) {
                            return suspend(State.AWAIT_DESCRIBE, describe);
                        }
                        output = ready.value();
                    } // falls through
                    case AWAIT_DESCRIBE: {
                        // Captures.java:22, ready: String name = await(describe(i));
                        String name = (String) output;
                        int square = this.square; // what is captured must not change
                        suppliers.add(() -> name + " = " + square);
                        i++;
                        resumed = State.LOOP;
                        continue;
                    }
                    case AFTER_LOOP: {
                        // Captures.java:25  return suppliers;
                        return complete(suppliers);
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

        private Poll<List<Supplier<String>>> suspend(State at, Future<?> child) {
            state = at;
            awaited = child;
            return Poll.pending();
        }

        private Poll<List<Supplier<String>>> complete(List<Supplier<String>> result) {
            state = State.DONE;
            this.suppliers = null;
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
            this.suppliers = null;
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
