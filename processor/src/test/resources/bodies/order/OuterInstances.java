package bodies.order;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

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
}
