package simple;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;

/** Async fns that can be overridden, and those of private classes. */
class Virtual {
    @AsyncFn
    int one(CompletableFuture<Integer> f) {
        return await(f);
    }

    @AsyncFn
    <T> T two(T value) {
        return value;
    }

    interface Store {
        @AsyncFn
        int find(int id);
    }

    static class Memory implements Store {
        @Override
        @AsyncFn
        public int find(int id) {
            return id;
        }
    }

    private static class Hidden extends Memory {
        @Override
        @AsyncFn
        public int find(int id) {
            return id + 1;
        }

        @AsyncFn
        static int make(int id) {
            return id;
        }

        @AsyncFn
        int same(int id) {
            return new Hidden().same(id - 1);
        }
    }
}
