package misuse;

import dev.asyncfn.AsyncFn;

/** The factory's first parameter has a type that only this file can name: a type parameter cannot stand for these. */
final class PrivateOwner {
    private static final class Exception<T> {
        @AsyncFn
        int load(int id) {
            return id;
        }

        private static final class Poll<T> {
            @AsyncFn
            static int load(int id) {
                return id;
            }
        }
    }

    /** A call says which overload it means by the parameters that have names. */
    private static final class Overloads {
        @AsyncFn
        int load(int id) {
            return id;
        }

        @AsyncFn
        int load(long id) {
            return (int) id;
        }
    }

    private static final class Fine {
        @AsyncFn
        int load(int id) {
            return id;
        }
    }
}
