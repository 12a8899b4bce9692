package misuse;

import dev.asyncfn.AsyncFn;

/** The factory's first parameter would have a type that only this file can name. */
final class PrivateOwner {
    private static final class Users {
        @AsyncFn
        int load(int id) {
            return id;
        }

        static final class Cache {
            @AsyncFn
            static int load(int id) {
                return id;
            }
        }
    }
}
