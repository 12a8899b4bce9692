package bodies.expressions;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

final class Comments {
    private Comments() {}

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

    @Case
    @AsyncFn
    static int noSpaces(Trace t) {int a=await(t.leaf("a",1));if(a==1){a+=await(t.leaf("b",2));}else a=0;return a;}

    @Case
    @AsyncFn
    static int
            oddLines(
                    Trace
                            t) {
        int
                a
                        =
                await
                        (
                                t
                                        .leaf(
                                                "a",
                                                1));

        ;

        return a
                +
                await(t.leaf("b", 2)); }

	@Case
	@AsyncFn
	static int tabs(Trace t) {
		int	a =	await(t.leaf("a", 1));
		return	a;
	}

    @Case
    @AsyncFn
    static int commentsInsideExpressions(Trace t) {
        return await(t.leaf("a", 1)) // one
                // two
                + t.v("b", 2) /* three
                four */
                + await(t.leaf("c", 3));
    }

    @Case
    @AsyncFn
    static int unicodeEscapes(Trace t) {
        int \u0061 = await(t.leaf("\u0061", 1)); // \u000a a++;
        String s = "\u005c"";
        return \u0061 + await(t.leaf(s, 2)) \u002b 0x1_0 + 0b11 + 017 + 1_000;
    }
}
