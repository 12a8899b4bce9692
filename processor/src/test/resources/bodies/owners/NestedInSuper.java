package bodies.owners;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** Classes nested in their own superclass: what they do not inherit belongs to the object around them. */
class NestedInSuper {
    final Trace t;
    private int n;
    private String text = "t";
    int inherited;
    private final int[] array = {1, 2};

    NestedInSuper(Trace t) {
        this(t, 1);
    }

    NestedInSuper(Trace t, int n) {
        this.t = t;
        this.n = n;
        this.inherited = n;
    }

    private int twice() {
        return 2 * n;
    }

    private int plus(int k) {
        return n + k;
    }

    private int sum(int... all) {
        return n + all.length;
    }

    private <T> String generic(T x) {
        return x + " of " + n;
    }

    int inheritedMethod() {
        return n;
    }

    @AsyncFn
    private int privateFn() {
        return await(t.leaf("fn", 0)) + n;
    }

    @AsyncFn
    final int inheritedFn() {
        return await(t.leaf("fn", 0)) + n;
    }

    class Inner extends NestedInSuper {
        Inner(Trace t, int n) {
            super(t, n);
        }

        @AsyncFn
        final int field() {
            return n + await(t.leaf("x", 0)) + n + this.inherited + inherited;
        }

        @AsyncFn
        final int method() {
            return twice() + plus(await(t.leaf("x", 1))) + sum(1, 2) + inheritedMethod();
        }

        @AsyncFn
        final String genericMethod() {
            return generic(await(t.leaf("x", 1))) + NestedInSuper.this.<String>generic("s");
        }

        @AsyncFn
        final void assigns() {
            n = await(t.leaf("x", 7));
            inherited = await(t.leaf("y", 8));
        }

        @AsyncFn
        final int compound() {
            n += await(t.leaf("x", 7));
            n *= 2;
            text += n;
            array[0] += await(t.leaf("y", 8));
            int old = n++ + --n;
            return old + array[0]++ + array[0];
        }

        @AsyncFn
        final String references() {
            IntUnaryOperator plus = NestedInSuper.this::plus;
            IntUnaryOperator own = ((NestedInSuper) this)::plus;
            Supplier<Integer> later = () -> n + twice();
            await(t.tick("t"));
            n = 50;
            return plus.applyAsInt(1) + " " + own.applyAsInt(1) + " " + later.get() + text;
        }

        @AsyncFn
        final String selected() {
            NestedInSuper self = this;
            int through = ((NestedInSuper) this).n + self.twice() + self.n++;
            self.n = await(t.leaf("self", 1000));
            ((NestedInSuper) this).text = "mine";
            return through + " " + self.n + self.text + n + text;
        }

        @AsyncFn
        final int fns() {
            return privateFn() * 100 + inheritedFn() + await(this.inheritedFn());
        }

        @AsyncFn
        final String classes() {
            class Local extends NestedInSuper {
                Local() {
                    super(Inner.this.t, 10_000);
                }

                String all() {
                    n++;
                    return n + " " + twice() + inherited + inheritedMethod() + super.n + super.twice() + Local.super.n++;
                }
            }
            NestedInSuper anonymous = new NestedInSuper(t, 20_000) {
                @Override
                int inheritedMethod() {
                    return n + super.inheritedMethod() + super.n + super.plus(1);
                }
            };
            await(t.tick("t"));
            Supplier<String> show = new Local()::all;
            return show.get() + anonymous.inheritedMethod();
        }

        class Deep extends Inner {
            Deep(int n) {
                super(NestedInSuper.this.t, n);
            }

            @AsyncFn
            final String deep() {
                int k = await(t.leaf("k", 0));
                n += 5;
                return k + " " + n + twice() + inherited + Inner.this.inherited + NestedInSuper.this.n + text;
            }
        }
    }

    static class Static extends NestedInSuper {
        Static(Trace t) {
            super(t, 3);
        }

        @AsyncFn
        final int inside() {
            NestedInSuper self = this;
            return self.n + await(t.leaf("x", 0)) + inherited + self.twice();
        }
    }

    private Inner inner() {
        return new Inner(t, 100);
    }

    private String state(Inner i) {
        NestedInSuper other = i;
        return " outer " + n + inherited + text + array[0] + " inner " + other.n + other.inherited + other.text
                + other.array[0];
    }

    @Case
    @AsyncFn
    final String reads() {
        Inner i = inner();
        return i.field() + " " + i.method() + " " + i.genericMethod() + state(i);
    }

    @Case
    @AsyncFn
    final String writes() {
        Inner i = inner();
        i.assigns();
        String s = state(i);
        return s + i.compound() + state(i);
    }

    @Case
    @AsyncFn
    final String methodReferences() {
        Inner i = inner();
        return i.references() + i.selected() + state(i);
    }

    @Case
    @AsyncFn
    final String callsOfAsyncFns() {
        return "" + inner().fns();
    }

    @Case
    @AsyncFn
    final String classesOfTheBody() {
        Inner i = inner();
        return i.classes() + state(i);
    }

    @Case
    @AsyncFn
    final String threeDeep() {
        Inner i = inner();
        Inner.Deep d = i.new Deep(1000);
        return d.deep() + d.field() + state(i) + state(d) + new Static(t).inside();
    }
}
