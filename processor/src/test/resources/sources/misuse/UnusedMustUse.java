package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** A future that nobody polls does nothing. */
final class UnusedMustUse {
    @AsyncFn
    int load(int id) {
        return id;
    }

    @AsyncFn
    int dropped() {
        UnusedMustUseAsync.load(this, 1);
        make();
        Runnable later = () -> {
            make();
        };
        later.run();
        return 0;
    }

    @AsyncFn
    int used() {
        Future<Integer> future = UnusedMustUseAsync.load(this, 1);
        future = make();
        await(future);
        load(2);
        return await(UnusedMustUseAsync.load(this, 3));
    }

    private Future<Integer> make() {
        return Future.ready(1);
    }
}
