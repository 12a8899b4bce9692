package bodies.expressions;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

final class CommentsEverywhere {
    private CommentsEverywhere() {}

    /** Javadoc. */
    @Case
    @AsyncFn
    static /* odd */ int /* places */ everywhere(/* a parameter */ Trace t /* ends */) // eol
            {
        // first
        int a = /* before */ await(/* in */ t.leaf("a", /* one */ 1) /* after */); // trailing
        /* leading */ int b = a /* left */ + /* right */ await(t.leaf("b", 2)) /* last */;
        // before if
        if (/* c1 */ await(t.leaf("c", true)) /* c2 */) /* then */ {
            // only a comment
        } /* between */ else /* else */ {
            /* nothing */
        }
        // dangling
        for (/* i */ int i = 0; /* c */ i < 1; /* u */ i++) /* body */ await(t.tick("i" /* "quoted" */)); // }
        String s = "/* not a comment */ // nor this";
        char c = '"'; // "
        await(t.tick("// await(x)"));
        // await(nothing);
        /* await(t.leaf("never", 1)); */
        return /* the sum */ a + b + s.length() + c; // done
        // after the end
    }
}
