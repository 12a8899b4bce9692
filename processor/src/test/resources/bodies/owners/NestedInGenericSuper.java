package bodies.owners;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.Function;

/** A class nested in its superclass, which it extends with other type arguments than those around it. */
class NestedInGenericSuper<T> {
    final Trace t;
    private T hidden;
    T inherited;

    NestedInGenericSuper(Trace t) {
        this.t = t;
    }

    private String show(T x) {
        return x + " of " + hidden + " ";
    }

    private <R> R map(Function<T, R> f) {
        return f.apply(hidden);
    }

    T get() {
        return inherited;
    }

    class In {
        final String s;

        private In(String s) {
            this.s = s;
        }

        private In(Object... all) {
            s = all.length + " ";
        }

        private String of() {
            return s + inherited + " ";
        }
    }

    class Inner extends NestedInGenericSuper<String> {
        Inner() {
            super(NestedInGenericSuper.this.t);
            inherited = "inner's ";
        }

        @AsyncFn
        final String all(T x) {
            hidden = x;
            inherited = await(t.leaf("set", "set "));
            T read = hidden;
            String own = get();
            In in = new In("in ");
            NestedInGenericSuper<String>.In mine = new In(1, 2);
            String s = map(y -> "mapped " + y) + this.get() + NestedInGenericSuper.this.get() + show(x);
            return read + " " + own + await(t.leaf("x", ". ")) + NestedInGenericSuper.this.inherited
                    + ((NestedInGenericSuper<String>) this).hidden + new In("q ").of() + in.of() + mine.of()
                    + NestedInGenericSuper.this.new In("r ").of() + s;
        }
    }

    @Case
    @AsyncFn
    final String innerWithOtherTypeArguments() {
        NestedInGenericSuper<Integer> outer = new NestedInGenericSuper<>(t);
        outer.hidden = 5;
        outer.inherited = 6;
        NestedInGenericSuper<Integer>.Inner in = outer.new Inner();
        return in.all(7) + outer.hidden + outer.inherited + in.inherited;
    }
}
