package misuse;

import dev.asyncfn.AsyncFn;

/** Callers of a future would not see what a subclass overrides. */
class OverridableFn {
    @AsyncFn
    int load(int id) {
        return id;
    }

    /** An enum is as good as final, unless a constant has a body. */
    enum Source {
        DISK,
        NET {
            @Override
            int load(int id) {
                return -id;
            }
        };

        @AsyncFn
        int load(int id) {
            return id;
        }
    }
}
