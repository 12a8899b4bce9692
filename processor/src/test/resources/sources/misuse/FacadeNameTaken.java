package misuse;

import dev.asyncfn.AsyncFn;

final class FacadeNameTaken {
    /** The user has a class of the facade's name. */
    static final class Users {
        @AsyncFn
        static int load(int id) {
            return id;
        }
    }

    static final class Cache {
        @AsyncFn
        static int load(int id) {
            return id;
        }
    }
}

final class FacadeNameTaken_UsersAsync {}

/** Two owners have facades of the same name. */
final class FacadeNameTaken_Cache {
    @AsyncFn
    static int load(int id) {
        return id;
    }
}
