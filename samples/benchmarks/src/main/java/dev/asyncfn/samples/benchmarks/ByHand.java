package dev.asyncfn.samples.benchmarks;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;

/** {@link Awaits} as a person would write it: int states, and nothing kept that is not needed. */
final class ByHand {
    private ByHand() {}

    /** Three awaits in a row, of leaves that are ready at once, or of a source. */
    static final class Three implements Future<Integer> {
        private final Leaves.Source source;
        private int state;
        private int x;
        private int y;
        private Future<Integer> awaited;

        Three(int a, Leaves.Source source) {
            this.x = a;
            this.source = source;
        }

        private Future<Integer> next(int value) {
            return source == null ? Leaves.ready(value) : source.next();
        }

        @Override
        public Poll<Integer> poll(Context cx) throws Exception {
            Future<Integer> child = state == 0 ? next(x) : awaited;
            if (state <= 1) {
                if (!(child.poll(cx) instanceof Poll.Ready<Integer> r)) {
                    return suspend(child, 1);
                }
                x = r.value();
                child = next(x + 1);
            }
            if (state <= 2) {
                if (!(child.poll(cx) instanceof Poll.Ready<Integer> r)) {
                    return suspend(child, 2);
                }
                y = r.value();
                child = next(y + 1);
            }
            if (!(child.poll(cx) instanceof Poll.Ready<Integer> r)) {
                return suspend(child, 3);
            }
            awaited = null;
            return Poll.ready(x + y + r.value());
        }

        private Poll<Integer> suspend(Future<Integer> child, int at) {
            awaited = child;
            state = at;
            return Poll.pending();
        }
    }

    static final class Loop implements Future<Integer> {
        private final int n;
        private int i;
        private int sum;
        private Future<Integer> awaited;

        Loop(int n) {
            this.n = n;
        }

        @Override
        public Poll<Integer> poll(Context cx) throws Exception {
            Future<Integer> child = awaited;
            for (; ; ) {
                if (child == null) {
                    if (i == n) {
                        return Poll.ready(sum);
                    }
                    child = Leaves.ready(i);
                }
                if (!(child.poll(cx) instanceof Poll.Ready<Integer> r)) {
                    awaited = child;
                    return Poll.pending();
                }
                sum += r.value();
                child = null;
                i++;
            }
        }
    }

    static final class TryFinally implements Future<Integer> {
        private final Leaves.Source source;
        private final int[] counter;
        private boolean second;
        private int x;
        private Future<Integer> awaited;

        TryFinally(Leaves.Source source, int[] counter) {
            this.source = source;
            this.counter = counter;
        }

        @Override
        public Poll<Integer> poll(Context cx) throws Exception {
            boolean suspended = false;
            try {
                Future<Integer> child = awaited == null ? source.next() : awaited;
                for (; ; ) {
                    if (!(child.poll(cx) instanceof Poll.Ready<Integer> r)) {
                        awaited = child;
                        suspended = true;
                        return Poll.pending();
                    }
                    x += r.value();
                    if (second) {
                        awaited = null;
                        return Poll.ready(x);
                    }
                    second = true;
                    child = source.next();
                }
            } finally {
                if (!suspended) {
                    counter[0]++;
                }
            }
        }
    }

    static final class Rounds implements Future<Integer> {
        private final Leaves.Source source;
        private int sum;
        private Future<Integer> awaited;

        Rounds(Leaves.Source source) {
            this.source = source;
        }

        @Override
        public Poll<Integer> poll(Context cx) throws Exception {
            Future<Integer> child = awaited == null ? source.next() : awaited;
            for (; ; ) {
                if (!(child.poll(cx) instanceof Poll.Ready<Integer> r)) {
                    awaited = child;
                    return Poll.pending();
                }
                sum += r.value();
                if (sum == -1) {
                    return Poll.ready(sum);
                }
                child = source.next();
            }
        }
    }

    /** So many calls, each of which awaits the next; the innermost awaits one value, or goes on forever. */
    static final class Depth implements Future<Integer> {
        private final int d;
        private final boolean once;
        private Leaves.Source source;
        private Future<Integer> awaited;

        Depth(int d, Leaves.Source source, boolean once) {
            this.d = d;
            this.source = source;
            this.once = once;
        }

        @Override
        public Poll<Integer> poll(Context cx) throws Exception {
            Future<Integer> child = awaited;
            if (child == null) {
                child = d > 1 ? new Depth(d - 1, source, once) : once ? source.next() : new Rounds(source);
                source = null;
            }
            if (!(child.poll(cx) instanceof Poll.Ready<Integer> r)) {
                awaited = child;
                return Poll.pending();
            }
            awaited = null;
            return Poll.ready(d == 1 ? r.value() : r.value() + 1);
        }
    }

    static final class Failing implements Future<Integer> {
        private final int d;
        private final boolean traced;
        private Leaves.Source source;
        private Future<Integer> awaited;

        Failing(int d, Leaves.Source source, boolean traced) {
            this.d = d;
            this.source = source;
            this.traced = traced;
        }

        @Override
        public Poll<Integer> poll(Context cx) throws Exception {
            Future<Integer> child = awaited;
            if (child == null) {
                child = d == 1 ? source.next() : new Failing(d - 1, source, traced);
                source = null;
            }
            if (!(child.poll(cx) instanceof Poll.Ready<Integer> r)) {
                awaited = child;
                return Poll.pending();
            }
            awaited = null;
            if (d == 1) {
                if (r.value() >= 0) {
                    throw traced ? new IllegalStateException("with a trace") : new Leaves.Fast();
                }
                return Poll.ready(r.value());
            }
            return Poll.ready(r.value() + 1);
        }
    }

    static final class Catching implements Future<Integer> {
        private Future<Integer> awaited;

        Catching(Leaves.Source source, boolean traced) {
            awaited = new Failing(5, source, traced);
        }

        @Override
        public Poll<Integer> poll(Context cx) throws Exception {
            try {
                if (!(awaited.poll(cx) instanceof Poll.Ready<Integer> r)) {
                    return Poll.pending();
                }
                awaited = null;
                return Poll.ready(r.value());
            } catch (IllegalStateException | Leaves.Fast e) {
                awaited = null;
                return Poll.ready(7);
            }
        }
    }

    static final class Waits implements Future<Integer> {
        private Future<Integer> awaited;

        Waits(int d, Future<Integer> leaf) {
            awaited = d == 1 ? leaf : new Waits(d - 1, leaf);
        }

        @Override
        public Poll<Integer> poll(Context cx) throws Exception {
            if (!(awaited.poll(cx) instanceof Poll.Ready<Integer> r)) {
                return Poll.pending();
            }
            awaited = null;
            return Poll.ready(r.value() + 1);
        }
    }
}
