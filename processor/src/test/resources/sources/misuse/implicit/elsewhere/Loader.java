package elsewhere;

import dev.asyncfn.AsyncFn;

public final class Loader {
    @AsyncFn
    public int load(int id) {
        return id;
    }
}
