package bodies.order;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.Supplier;

/** The enclosing instance of a creation is evaluated, and found to be null, before the arguments (JLS 15.9.4). */
final class OuterInstances {
    private OuterInstances next;

    OuterInstances(Trace t) {}

    final class In {
        final int n;

        In(int n) {
            this.n = n;
        }
    }

    static OuterInstances none() {
        return null;
    }

    @Case
    @AsyncFn
    static int nullLocal(Trace t) {
        OuterInstances outer = null;
        return outer.new In(await(t.leaf("never", 1))).n;
    }

    @Case
    @AsyncFn
    static int nullAwaited(Trace t) {
        OuterInstances outer = await(t.leaf("outer", none()));
        return outer.new In(t.v("never", 1) + await(t.leaf("never", 1))).n;
    }

    @Case
    @AsyncFn
    static int nullOfACall(Trace t) {
        return none().new In(await(t.leaf("never", 1))).n;
    }

    @Case
    @AsyncFn
    static boolean fieldThatIsNulledMeanwhile(Trace t) {
        OuterInstances outer = new OuterInstances(t);
        outer.next = outer;
        In in = outer.next.new In(await(t.effect("nulled", () -> {
            outer.next = null;
            return 5;
        })));
        return in.n == 5 && outer.next == null;
    }

    class Hidden {
        final int n;

        private Hidden(int n) {
            this.n = n;
        }

        Hidden(Object first, Object second) {
            this.n = 2;
        }

        int n() {
            return n;
        }
    }

    @Case
    @AsyncFn
    static String nullOfAPrivateConstructor(Trace t) {
        OuterInstances outer = await(t.leaf("outer", none()));
        String s = "";
        try {
            s += outer.new Hidden(t.v("never", 1)).n;
        } catch (NullPointerException e) {
            s += "local ";
        }
        try {
            Supplier<Hidden> later = () -> (none()).new Hidden(t.v("never", 2));
            s += later.get().n;
        } catch (NullPointerException e) {
            s += "in a lambda ";
        }
        try {
            s += await(t.leaf("awaited", none())).new Hidden(t.v("never", 3)).n;
        } catch (NullPointerException e) {
            s += "awaited ";
        }
        try {
            s += outer.new Hidden(await(t.leaf("never", 4))).n;
        } catch (NullPointerException e) {
            s += "before an await ";
        }
        return s + new OuterInstances(t).new Hidden(5).n;
    }

    @Case
    @AsyncFn
    static String nullOfANamedAnonymousClass(Trace t) {
        OuterInstances outer = await(t.leaf("outer", none()));
        try {
            var in = outer.new Hidden(t.v("never", "a"), t.v("never", "b")) {
                int twice() {
                    return 2 * n();
                }
            };
            await(t.tick("never"));
            return "" + in.twice();
        } catch (NullPointerException e) {
            return "null";
        }
    }
}
