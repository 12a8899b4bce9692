package dev.asyncfn.samples.benchmarks;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.future.Futures;

/** The yields of {@link Tasks} as a person would write them. */
final class ByHandTasks {
    private ByHandTasks() {}

    static final class Yields implements Future<Integer> {
        private final int n;
        private int i;
        private Future<Void> awaited;

        Yields(int n) {
            this.n = n;
        }

        @Override
        public Poll<Integer> poll(Context cx) throws Exception {
            Future<Void> child = awaited;
            for (; ; ) {
                if (child == null) {
                    if (i == n) {
                        return Poll.ready(n);
                    }
                    child = Futures.yieldNow();
                }
                if (!child.poll(cx).isReady()) {
                    awaited = child;
                    return Poll.pending();
                }
                child = null;
                i++;
            }
        }
    }

    static final class YieldsAt implements Future<Integer> {
        private final int d;
        private final int n;
        private Future<Integer> awaited;

        YieldsAt(int d, int n) {
            this.d = d;
            this.n = n;
        }

        @Override
        public Poll<Integer> poll(Context cx) throws Exception {
            Future<Integer> child = awaited;
            if (child == null) {
                child = d == 1 ? new Yields(n) : new YieldsAt(d - 1, n);
            }
            if (!(child.poll(cx) instanceof Poll.Ready<Integer> r)) {
                awaited = child;
                return Poll.pending();
            }
            awaited = null;
            return Poll.ready(d == 1 ? r.value() : r.value() + 1);
        }
    }
}
