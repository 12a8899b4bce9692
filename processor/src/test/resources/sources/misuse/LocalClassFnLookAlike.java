package misuse;

import misuse.other.AsyncFn;

/** Another annotation of the same simple name. */
final class LocalClassFnLookAlike {
    Object anonymous = new Object() {
        @AsyncFn
        int load(int id) {
            return id;
        }
    };
}
