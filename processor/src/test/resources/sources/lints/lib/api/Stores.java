package lib.api;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** Virtual async fns, of which private classes have overrides. */
final class Stores {
    private Stores() {}

    interface Store {
        @AsyncFn
        String find(int id);
    }

    interface Sized<T> {
        @AsyncFn
        int size(T unit);
    }

    static Store plain(Future<String> found) {
        return new Plain(found);
    }

    static Store recorded(Future<String> found) {
        return new Recorded(found);
    }

    static Sized<String> sized(Future<Integer> size) {
        return new Measured(size);
    }

    private static final class Plain implements Store {
        private final Future<String> found;

        Plain(Future<String> found) {
            this.found = found;
        }

        @AsyncFn
        @Override
        public String find(int id) {
            return await(found) + id;
        }
    }

    private record Recorded(Future<String> found) implements Store {
        @AsyncFn
        @Override
        public String find(int id) {
            return await(found) + id;
        }
    }

    private static final class Measured implements Sized<String> {
        private final Future<Integer> size;

        Measured(Future<Integer> size) {
            this.size = size;
        }

        @AsyncFn
        @Override
        public int size(String unit) {
            return await(size) + unit.length();
        }
    }
}
