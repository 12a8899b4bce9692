package misuse;

import dev.asyncfn.AsyncFn;

/** Private classes whose async fns can be overridden: generated code calls their methods through the bridge. */
final class PrivateVirtualFn {
    private static class Users {
        @AsyncFn
        int load(int id) {
            return id;
        }

        @AsyncFn
        final int loadFinal(int id) {
            return id;
        }
    }

    private interface Loader {
        interface Nested {
            @AsyncFn
            default int load(int id) {
                return id;
            }

            @AsyncFn abstract int loadAll(int id);
        }
    }
}
