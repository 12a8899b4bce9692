package bodies.expressions;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Lines that are quoted in comments of the generated class, where Unicode escapes count, too. */
final class QuotedEscapes {
    private QuotedEscapes() {}

    @Case
    @AsyncFn
    static String whereverTheQuoteEnds(Trace t) {
        String a = await(t.leaf("123456789", "123456789")) + "1234567890" + "\u00e9\u00e9\u00e9";
        String b = await(t.leaf("123456789", "123456789")) + "1234567890" + "-\u00e9\u00e9\u00e9";
        String c = await(t.leaf("123456789", "123456789")) + "1234567890" + "--\u00e9\u00e9\u00e9";
        String d = await(t.leaf("123456789", "123456789")) + "1234567890" + "---\u00e9\u00e9\u00e9";
        String e = await(t.leaf("123456789", "123456789")) + "1234567890" + "----\u00e9\u00e9\u00e9";
        String f = await(t.leaf("123456789", "123456789")) + "1234567890" + "-----\u00e9\u00e9\u00e9";
        return a + b + c + d + e + f;
    }

    @Case
    @AsyncFn
    static String lineBreaks(Trace t) {
        return await(t.leaf("a", /* \u000a \uu000D */ "\uu0061"));
    }
}
