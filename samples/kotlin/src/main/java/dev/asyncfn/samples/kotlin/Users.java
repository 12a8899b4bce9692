package dev.asyncfn.samples.kotlin;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;

/** In Java, since async fns are; it uses a class of Kotlin. */
public final class Users {
    private Users() {}

    /** The name and the title of a user. */
    @AsyncFn
    public static String describe(int id) {
        String name = await(Directory.INSTANCE.name(id));
        return decorated(name) + await(Directory.INSTANCE.title(name));
    }

    /** Reached by a bridge, which is found by its name. */
    private static String decorated(String name) {
        return name + ", ";
    }
}
