/** The classes in a compact source file cannot be named, either. */

static class Users {
    @dev.asyncfn.AsyncFn
    static int load(int id) {
        return id;
    }
}

record Pair(int left) {
    @dev.asyncfn.AsyncFn
    int right(int id) {
        return id;
    }

    interface Inner {
        @dev.asyncfn.AsyncFn
        int find(int id);
    }
}

void main() {}
