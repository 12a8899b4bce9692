package bodies.syntax;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.Function;

/** Letters of every kind in names: some take two chars, some are overlooked, some are newer than most parsers. */
final class Letters {
    private Letters() {}

    static class \u0560Box {
        int \u08be = 4;

        int \u0588() {
            return \u08be;
        }
    }

    @Case
    @AsyncFn
    static int newOnes(Trace t) {
        int \u0560a = await(t.leaf("a", 1)), \u0588\u05ef = 2;
        class \u0560Local extends \u0560Box {
            int \u0588 = \u0560a;
        }
        Function<\u0560Box, Integer> f = \u0560Box::\u0588;
        \u0560loop:
        for (int \u08bei = 0; ; \u08bei++) {
            if (await(t.leaf("i", \u08bei)) > 1) break \u0560loop;
        }
        return \u0560a + \u0588\u05ef + new \u0560Local().\u0588 + new \u0560Local().\u0588() + f.apply(new \u0560Box());
    }

    @Case
    @AsyncFn
    static int overlookedOnes(Trace t) {
        int half\u200cspace = await(t.leaf("a", 1));
        halfspace += await(t.leaf("b", half\u200cspace)) + half\u200c\u200dspace;
        return halfspace + "half\u200cspace".length() + /* \u200c */ half\u200cspace;
    }

    @Case
    @AsyncFn
    static int surrogates(Trace t) {
        int \ud835\udc9c = await(t.leaf("a", 1)), \ud835\udc9ex = 2;
        \ud835\udcaa:
        for (;;) {
            \ud835\udc9c += await(t.leaf("more", \ud835\udc9ex));
            if (\ud835\udc9c > 4) break \ud835\udcaa;
        }
        return \ud835\udc9c + "\ud83d\ude00".length() + '\ud835';
    }

    @Case
    @AsyncFn
    static int dollarsAndUnderscores(Trace t) {
        int $ = await(t.leaf("a", 1)), $$ = 2, _$ = 3, __ = 4, a$b = 5;
        $: for (;;) {
            $$ += await(t.leaf("b", $));
            if ($$ > 3) break $;
        }
        return $ + $$ + _$ + __ + a$b;
    }
}
