package bodies.names;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Nested owners and methods whose generated names come close to each other. */
final class NestedClashes {
    private NestedClashes() {}

    static final class Get {
        @AsyncFn
        static int user(Trace t) {
            return await(t.leaf("Get.user", 1));
        }
    }

    static final class Get_User {
        @AsyncFn
        static int user(Trace t) {
            return await(t.leaf("Get_User.user", 2));
        }
    }

    @AsyncFn
    static int get(Trace t) {
        return await(t.leaf("get", 3));
    }

    @AsyncFn
    static int Get(Trace t) {
        return await(t.leaf("Get", 4));
    }

    @AsyncFn
    static int getFuture(Trace t) {
        return await(t.leaf("getFuture", 5));
    }

    @AsyncFn
    static int $(Trace t) {
        return await(t.leaf("$", 6));
    }

    @AsyncFn
    static int _get_it(Trace t) {
        return await(t.leaf("_get_it", 7));
    }

    @AsyncFn
    static int größe(Trace t) {
        return await(t.leaf("größe", 8));
    }

    @AsyncFn
    static int toString(Trace t) {
        return await(t.leaf("toString", 9));
    }

    @AsyncFn
    static int wait(Trace t) {
        return await(t.leaf("wait", 10));
    }

    @Case
    @AsyncFn
    static int allAreReached(Trace t) {
        return Get.user(t) + Get_User.user(t) + get(t) + Get(t) + getFuture(t) + $(t) + _get_it(t) + größe(t)
                + toString(t) + wait(t);
    }
}
