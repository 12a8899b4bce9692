package bodies.bridges;

import static bodies.bridges.lib.Seen.HIGHEST;
import static bodies.bridges.lib.Seen.LIMIT;
import static bodies.bridges.lib.Seen.count;
import static bodies.bridges.lib.Seen.shown;
import static dev.asyncfn.Async.await;

import bodies.bridges.lib.Seen;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.Function;

/** Members of another package's class, protected ones and those of classes that are not public themselves. */
final class ProtectedOfOuter extends Seen {
    private final Trace t;

    ProtectedOfOuter(Trace t) {
        this.t = t;
    }

    /** Both it and the class around it may use the protected members, each of its own objects. */
    final class Inner extends Seen {
        Inner() {
            guarded = 100;
        }

        @AsyncFn
        String all(ProtectedOfOuter other, Inner mine) {
            guarded += await(t.leaf("p", 1));
            other.guarded += await(t.leaf("q", 1));
            mine.guarded++;
            ProtectedOfOuter.this.guarded = 50;
            ProtectedOfOuter o = ProtectedOfOuter.this;
            o.guarded++;
            Function<String, String> f = other::guarded;
            Function<String, String> g = mine::guarded;
            Function<String, String> h = this::guarded;
            Function<String, String> i = ProtectedOfOuter.this::guarded;
            return guarded + " " + other.guarded + o.guarded("x") + guarded("x") + guarded(1) + mine.guarded((Object) "y")
                    + other.guarded("z") + guardedStatic() + greet() + f.apply("a") + g.apply("b") + h.apply("c") + i.apply("d");
        }
    }

    @Case
    @AsyncFn
    String ofTwoClasses() {
        Inner i = new Inner();
        return i.all(this, i) + guarded + ((Seen) i).greet() + shown(1);
    }

    @Case
    @AsyncFn
    String inheritedFromClassesThatAreNotPublic() {
        count += await(t.leaf("n", 1));
        return shown(count) + LIMIT + HIGHEST + greet() + Seen.shown(2) + Seen.Nest.in() + Seen.count++ + count;
    }

    static final class Elsewhere {
        @AsyncFn
        static String all(Trace t) {
            int n = await(t.leaf("n", 1));
            return n + Seen.shown(2) + Seen.HIGHEST + LIMIT + HIGHEST; // javac's code for other imports of these fails
        }
    }

    @Case
    @AsyncFn
    static String importedFromClassesThatAreNotPublic(Trace t) {
        return Elsewhere.all(t);
    }
}
