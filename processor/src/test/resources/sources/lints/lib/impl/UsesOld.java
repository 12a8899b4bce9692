package lib.impl;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import lib.old.Old;

/** What the bridge does with deprecated classes of other packages: bounds, superclasses, inherited members. */
@SuppressWarnings({"deprecation", "removal"})
final class UsesOld {
    private UsesOld() {}

    static class Bounded<T extends Old> {
        private T kept;

        class Inner {
            private int n;

            @AsyncFn
            T both(T given) {
                n = await(Future.ready(1));
                kept = given;
                return n > 0 ? kept : given;
            }
        }

        private <U extends Old.Part> U same(U given) {
            return given;
        }

        @AsyncFn
        T get() {
            Old.Part part = same(await(Future.ready(new Old.Part())));
            return part == null ? null : kept;
        }
    }

    static class Below extends Old {
        @AsyncFn
        @Override
        public int get() {
            value += await(Future.ready(1));
            return super.get();
        }
    }

    static class Leaver extends Old.Leaving {
        @AsyncFn
        int get() {
            left += await(Future.ready(1));
            return left;
        }
    }
}
