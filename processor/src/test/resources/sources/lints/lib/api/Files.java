package lib.api;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** Its file has other classes too, which bodies name. */
public final class Files {
    private Files() {}

    @AsyncFn
    public static int size(Future<Integer> f) {
        int opened = new Opened().id + Beside.calls();
        return opened + await(f) + await(Beside.used(f)) + Beside.used(f);
    }
}

final class Beside {
    private static int calls;

    private Beside() {}

    static int calls() {
        return calls;
    }

    @AsyncFn
    static int used(Future<Integer> f) {
        calls++;
        return new Opened().id + await(f) + calls + await(hidden(f));
    }

    @AsyncFn
    private static int hidden(Future<Integer> f) {
        return await(f);
    }
}

final class Opened {
    final int id = 1;
}
