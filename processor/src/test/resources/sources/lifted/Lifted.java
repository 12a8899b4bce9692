package lifted;

import static dev.asyncfn.Async.await;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** Documented. */
public final class Lifted {
    private Lifted() {}

    /**
     * Runs.
     *
     * @param x in
     * @return out
     */
    @AsyncFn
    public static String run(int x) {
        class Local {
            int field = 3;
            Local() {}
            Local(int y) { field = y; }
            int get(int a) throws IllegalStateException { return field + a + x; }
            class In { public int z; public int m() { return z; } }
        }
        record R(int a, String b) { R { } static int st() { return 1; } }
        enum E { A, B; int v() { return 1; } }
        interface I { int i(); }
        var anon = new Object() { public int k = 3; public int next(int by) { return k += by; } };
        class Failed extends Exception { private static final long serialVersionUID = 1; public int code; public int code(int a) { return a; } }
        Local l = new Local(await(Future.ready(1)));
        await(Future.ready(2));
        I i = () -> 3;
        return "" + l.get(2) + new R(1, "b") + E.A.v() + i.i() + anon.next(2) + anon.k + new Failed().code(3);
    }
}
