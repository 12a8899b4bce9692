package bodies.expressions;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

final class UnicodeEscapes {
    private UnicodeEscapes() {}

    @Case
    @AsyncFn
    static int unicodeEscapes(Trace t) {
        int \u0061 = await(t.leaf("\u0061", 1)); // \u000a a++;
        String s = "\u005c"";
        return \u0061 + await(t.leaf(s, 2)) \u002b 0x1_0 + 0b11 + 017 + 1_000;
    }
}
