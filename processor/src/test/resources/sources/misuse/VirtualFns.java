package misuse;

import dev.asyncfn.AsyncFn;

/** Every way in which an async fn can be overridden. */
class VirtualFns {
    @AsyncFn
    int load(int id) {
        return id;
    }

    abstract static class Abstract {
        @AsyncFn
        abstract int load(int id);
    }

    interface Loader {
        @AsyncFn
        int load(int id);

        @AsyncFn
        default int loadAll(int id) {
            return id;
        }
    }

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
