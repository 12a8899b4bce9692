package bodies.bridges;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Private members that classes of the body select of their superclasses, and references to overloaded ones. */
class PrivateOfSuper<T> {
    private final Trace t;

    PrivateOfSuper(Trace t) {
        this.t = t;
    }

    static class Base {
        private int n = 1;

        private String who() {
            return "base ";
        }

        String open() {
            return "open base ";
        }
    }

    static class Middle extends Base {
        private int n = 2;

        private String who() {
            return "middle ";
        }

        @Override
        String open() {
            return "open middle ";
        }
    }

    @Case
    @AsyncFn
    static String selectedOfSuper(Trace t) {
        String s = "";
        for (int i = 0; i < 2; i++) {
            int k = await(t.leaf("k", i));
            class Local extends Middle {
                int n = 3 + k;

                String who() {
                    return "local ";
                }

                String all() {
                    super.n++;
                    ((Base) this).n += 5;
                    Supplier<String> f = () -> super.who() + Local.super.who() + super.open();
                    return super.who() + who() + n + super.n + ((Base) this).n + ((Middle) this).who() + ((Base) this).who()
                            + f.get() + Local.super.n + Local.this.n + Local.super.open();
                }
            }
            await(t.tick("t"));
            s += new Local().all();
        }
        {
            class Local {
                int n = 9;

                int get() {
                    return Local.this.n + ((Supplier<Integer>) () -> Local.this.n).get();
                }
            }
            await(t.tick("u"));
            s += new Local().get();
        }
        return s;
    }

    private String many(Object... all) {
        return all == null ? "null " : all.length + " ";
    }

    private String one(Object o) {
        return "one ";
    }

    private static String both(PrivateOfSuper<?> s, Object o) {
        return "static both ";
    }

    private String both(Object o) {
        return "instance both ";
    }

    @Case
    @AsyncFn
    final String referencesToOverloads() {
        Function<Object[], String> a = this::many;
        Function<String, String> b = this::many;
        Supplier<String> c = this::many;
        BiFunction<PrivateOfSuper<T>, Object, String> d = PrivateOfSuper::one;
        Function<Object, String> e = this::both;
        PrivateOfSuper<T> me = this;
        Function<Object, String> f = me::both;
        await(t.tick("t"));
        return a.apply(null) + a.apply(new Object[3]) + b.apply(null) + b.apply("x") + c.get() + d.apply(this, 1) + e.apply(me)
                + f.apply(me) + both(me) + both(me, me);
    }
}
