package misuse;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What async blocks cannot do, and what is found in them as in the async fn itself. */
final class BlockErrors {
    @AsyncFn
    Supplier<Future<Integer>> inClass(CompletableFuture<Integer> f) {
        return new Supplier<>() {
            private final Future<Integer> initial = async(() -> await(f));

            @Override
            public Future<Integer> get() {
                return async(() -> 1 + await(f));
            }
        };
    }

    @AsyncFn
    int found(CompletableFuture<Integer> f, List<Integer> list) {
        return await(async(() -> {
            f.join();
            BlockErrorsAsync.one();
            synchronized (list) {
                list.add(await(f));
            }
            list.forEach(i -> list.add(await(f)));
            Runnable r = () -> one();
            r.run();
            return await(3) + await(f);
        }));
    }

    @AsyncFn
    int classesAround(CompletableFuture<Integer> f, int n) {
        class Counter {
            int next() {
                return n + 1;
            }
        }
        Counter counter = new Counter();
        var anonymous = new Object() {
            int own() {
                return 1;
            }
        };
        return await(async(() -> counter.next() + await(f)))
                + await(async(() -> new Counter().next() + await(f)))
                + await(async(() -> anonymous.own() + await(f)));
    }

    @AsyncFn
    int classInLambda(CompletableFuture<Integer> f) {
        Supplier<Future<Integer>> s = () -> {
            record Pair(int a) {}
            Pair pair = new Pair(1);
            return async(() -> pair.a() + await(f));
        };
        return await(s.get());
    }

    @AsyncFn
    static int one() {
        return 1;
    }
}
