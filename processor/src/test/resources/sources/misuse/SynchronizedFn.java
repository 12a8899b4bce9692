package misuse;

import dev.asyncfn.AsyncFn;

/** A monitor belongs to a thread, and a future to none. */
final class SynchronizedFn {
    @AsyncFn
    synchronized int load(int id) {
        return id;
    }
}
