package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;

/** A class in a body moves into the generated class, which is none of those that may call the constructor. */
final class PrivateConstructor {
    static class Loader {
        final int id;

        private Loader(int id) {
            this.id = id;
        }

        Loader(String name) {
            this(name.length());
        }
    }

    static class Hidden {
        private Hidden() {}

        private static final class Nested extends Hidden {}
    }

    @AsyncFn
    static int anonymous(CompletableFuture<Integer> f) {
        Loader named = new Loader("fine") {};
        Loader plain = new Loader(1);
        Loader numbered = new Loader(await(f)) {};
        return named.id + plain.id + numbered.id;
    }

    @AsyncFn
    static int implicitCall(CompletableFuture<Integer> f) {
        class Local extends Hidden {}
        return await(f) + new Local().hashCode();
    }

    @AsyncFn
    static int explicitCall(CompletableFuture<Integer> f) {
        class Local extends Loader {
            Local() {
                super(1);
            }

            Local(String name) {
                super(name);
            }
        }
        return await(f) + new Local("x").id;
    }
}
