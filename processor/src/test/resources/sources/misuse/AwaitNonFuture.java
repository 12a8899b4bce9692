package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;

final class AwaitNonFuture {
    private final int field = 1;

    @AsyncFn
    int load(boolean first) {
        int sum = await(3) + await(field) + await(this.hashCode());
        sum += await(first ? (one()) : sum);
        return sum + await((first ? one() : (one()))) + await((Integer) one());
    }

    @AsyncFn
    int one() {
        return 1;
    }
}
