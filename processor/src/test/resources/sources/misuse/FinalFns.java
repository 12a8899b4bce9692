package misuse;

import dev.asyncfn.AsyncFn;

/** Every way in which an async fn cannot be overridden. */
class FinalFns {
    @AsyncFn
    static int ofStatic(int id) {
        return id;
    }

    @AsyncFn
    private int ofPrivate(int id) {
        return id;
    }

    @AsyncFn
    final int ofFinal(int id) {
        return id;
    }

    static final class FinalClass {
        @AsyncFn
        int load(int id) {
            return id;
        }
    }

    record Users(int first) {
        @AsyncFn
        int load(int id) {
            return first + id;
        }
    }

    enum Source {
        DISK,
        NET;

        @AsyncFn
        int load(int id) {
            return id;
        }
    }

    enum SourceWithBody {
        DISK {};

        @AsyncFn
        final int load(int id) {
            return id;
        }
    }

    interface Loader {
        @AsyncFn
        static int ofStatic(int id) {
            return id;
        }

        @AsyncFn
        private int ofPrivate(int id) {
            return id;
        }
    }
}
