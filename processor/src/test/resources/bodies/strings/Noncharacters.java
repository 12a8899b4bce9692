package bodies.strings;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** What the processor marks text with while it works stands in the text already. */
final class Noncharacters {
    private Noncharacters() {}

    @Case
    @AsyncFn
    static String likeAMark(Trace t) {
        return "﷐12﷑" + await(t.leaf("x", 1)) + "﷐s12﷑";
    }

    @Case
    @AsyncFn
    static String escaped(Trace t) {
        return "\uFDD012\uFDD1" + await(t.leaf("x", 1)) + "\ufdd0s12\ufdd1";
    }
}
