package dev.asyncfn.samples.benchmarks;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Wake;
import dev.asyncfn.Waker;

/** The leaves that the benchmarks await, and a task that they drive by hand, without an executor. */
final class Leaves {
    private Leaves() {}

    /** Where leaves wait. {@link #fire} makes the one that waits ready, and polls the root, as an executor would. */
    static final class Source implements Wake {
        Future<?> root;
        private final Waker waker = Waker.from(this);
        private Waker parked;
        private int value;
        private boolean ready;
        private boolean woken;

        /** A future that is pending once. */
        Future<Integer> next() {
            return new Once(this);
        }

        @Override
        public void wake() {
            woken = true;
        }

        Poll<?> fire(int value) throws Exception {
            this.value = value;
            ready = true;
            Waker waiting = parked;
            parked = null;
            waiting.wake();
            return poll();
        }

        Poll<?> poll() throws Exception {
            woken = false;
            return root.poll(Context.withBudget(waker, Context.DEFAULT_BUDGET));
        }

        boolean isWoken() {
            return woken;
        }
    }

    private static final class Once implements Future<Integer> {
        private final Source source;

        Once(Source source) {
            this.source = source;
        }

        @Override
        public Poll<Integer> poll(Context cx) {
            if (source.ready) {
                source.ready = false;
                return Poll.ready(source.value);
            }
            source.parked = cx.waker().clone();
            return Poll.pending();
        }
    }

    /** Ready at once; a class of its own, as a leaf of a library would be. */
    private static final class Ready implements Future<Integer> {
        private final int value;

        Ready(int value) {
            this.value = value;
        }

        @Override
        public Poll<Integer> poll(Context cx) {
            return Poll.ready(value);
        }
    }

    static Future<Integer> ready(int value) {
        return new Ready(value);
    }

    /** Without a stack trace, so that the mechanism is measured. */
    static final class Fast extends RuntimeException {
        private static final long serialVersionUID = 1;

        Fast() {
            super("fast", null, false, false);
        }
    }
}
