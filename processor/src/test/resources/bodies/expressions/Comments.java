package bodies.expressions;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

final class Comments {
    private Comments() {}

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
}
