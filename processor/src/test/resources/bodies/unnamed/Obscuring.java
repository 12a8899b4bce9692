import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.IntUnaryOperator;

/** Without a package, a class has no other name than its simple one. */
public final class Obscuring {
    private Obscuring() {}

    static int one() {
        return 1;
    }

    private static int same(int n) {
        return n;
    }

    @AsyncFn
    static <Obscuring> Obscuring generic(Trace t, Obscuring o) {
        t.log("" + one() + same(2));
        return await(t.leaf("o", o));
    }

    @AsyncFn
    static <State, Neighbour, GenericFuture> State more(Trace t, State a, Neighbour b, GenericFuture c) {
        State s = await(t.leaf("a", a));
        return await(generic(t, b == c ? null : s));
    }

    @Case
    @AsyncFn
    static String byTypeParameters(Trace t) {
        return await(generic(t, "a")) + await(more(t, "b", 2, 3));
    }

    @Case
    @AsyncFn
    static int byVariables(Trace t) {
        int Obscuring = await(t.leaf("n", 1)), ObscuringAsync = 2, Neighbour = 3, State = 4;
        IntUnaryOperator f = Obscuring_2 -> Obscuring_2 + one() + same(3);
        {
            await(t.tick("t"));
        }
        return Obscuring + ObscuringAsync + Neighbour + State + f.applyAsInt(one()) + await(generic(t, 5));
    }

    @Case
    @AsyncFn
    static int byLambdaParameters(Trace t) {
        int n = await(t.leaf("n", 1));
        IntUnaryOperator f = Obscuring -> Obscuring + one() + same(3);
        return n + f.applyAsInt(one());
    }

    @Case
    @AsyncFn
    static int byClassesBesideIt(Trace t) {
        State state = await(t.leaf("state", new State(3)));
        Bridge bridge = new Bridge();
        Poll poll = await(t.leaf("poll", new Poll()));
        return state.n() + bridge.n + poll.n + same(State.SIZE);
    }
}
