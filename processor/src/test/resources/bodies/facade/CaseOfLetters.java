package bodies.facade;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Async fns whose names differ in case only: where class files do not, each needs a future of its own. */
final class CaseOfLetters {
    private CaseOfLetters() {}

    @AsyncFn
    static String getid(Trace t) {
        return "getid " + await(t.leaf("one", 1));
    }

    @AsyncFn
    static String getId(Trace t) {
        return "getId " + await(t.leaf("two", 2));
    }

    @AsyncFn
    static String getId(Trace t, int id) {
        return "getId of " + id + await(t.leaf("three", 3));
    }

    @AsyncFn
    static String GETID(Trace t) {
        return "GETID " + await(t.leaf("four", 4));
    }

    @Case
    @AsyncFn
    static String eachIsItsOwn(Trace t) {
        Future<String> held = CaseOfLettersAsync.getId(t);
        return await(getid(t)) + await(getId(t)) + await(getId(t, 7)) + await(GETID(t)) + await(held);
    }
}
