package dev.asyncfn.samples.benchmarks;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** The async fns of the rows without an executor. */
final class Awaits {
    private Awaits() {}

    @AsyncFn
    static int ready3(int a) {
        int x = await(Leaves.ready(a));
        int y = await(Leaves.ready(x + 1));
        int z = await(Leaves.ready(y + 1));
        return x + y + z;
    }

    @AsyncFn
    static int pending3(Leaves.Source source) {
        int x = await(source.next());
        int y = await(source.next());
        int z = await(source.next());
        return x + y + z;
    }

    @AsyncFn
    static int loop(int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += await(Leaves.ready(i));
        }
        return sum;
    }

    @AsyncFn
    static int tryFinally(Leaves.Source source, int[] counter) {
        int x;
        try {
            x = await(source.next());
            x += await(source.next());
        } finally {
            counter[0]++;
        }
        return x;
    }

    @AsyncFn
    static int rounds(Leaves.Source source) {
        int sum = 0;
        for (; ; ) {
            sum += await(source.next());
            if (sum == -1) {
                return sum;
            }
        }
    }

    @AsyncFn
    static int depth(int d, Leaves.Source source) {
        if (d == 1) {
            return await(rounds(source));
        }
        return await(depth(d - 1, source)) + 1;
    }

    @AsyncFn
    static int once(int d, Leaves.Source source) {
        if (d == 1) {
            return await(source.next());
        }
        return await(once(d - 1, source)) + 1;
    }

    @AsyncFn
    static int failing(int d, Leaves.Source source, boolean traced) {
        if (d == 1) {
            int x = await(source.next());
            if (x >= 0) {
                throw traced ? new IllegalStateException("with a trace") : new Leaves.Fast();
            }
            return x;
        }
        return await(failing(d - 1, source, traced)) + 1;
    }

    @AsyncFn
    static int catching(Leaves.Source source) {
        try {
            return await(failing(5, source, false));
        } catch (Leaves.Fast e) {
            return 7;
        }
    }

    @AsyncFn
    static int catchingTraced(Leaves.Source source) {
        try {
            return await(failing(5, source, true));
        } catch (IllegalStateException e) {
            return 7;
        }
    }

    @AsyncFn
    static int waits(int d, Future<Integer> leaf) {
        if (d == 1) {
            return await(leaf) + 1;
        }
        return await(waits(d - 1, leaf)) + 1;
    }
}
