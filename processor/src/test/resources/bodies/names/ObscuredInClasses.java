package bodies.names;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Names of classes and packages that mean something else in classes of the body. */
final class ObscuredInClasses {
    static int count = 4;
    private static final int Poll = 5;

    private ObscuredInClasses() {}

    static int one() {
        return 1;
    }

    private static int same(int n) {
        return n;
    }

    static final class Nested {
        static int two() {
            return 2;
        }
    }

    abstract static class Base {
        int ObscuredInClasses = 1, ObscuredInClassesAsync = 2, Bridge = 3, java = 4;

        static class Integer {}

        static class State {}

        abstract int run();
    }

    @Case
    @AsyncFn
    static int byInheritedFields(Trace t) {
        Base stays = new Base() {
            @Override
            int run() {
                count += same(2);
                count -= 2;
                return one() + same(Bridge) + count + ObscuredInClasses + ObscuredInClassesAsync + Nested.two() + java;
            }
        };
        int n = await(t.leaf("n", 1));
        class Lifted extends Base {
            @Override
            int run() {
                Supplier<java.lang.Integer> s = Nested::two;
                return one() + same(ObscuredInClasses) + count + Poll + s.get();
            }
        }
        Lifted lifted = new Lifted();
        await(t.tick("t"));
        return n + stays.run() + lifted.run();
    }

    @Case
    @AsyncFn
    static int byOwnFields(Trace t) {
        class Local {
            int ObscuredInClasses = 1, bodies = 2, Bridge = 3, Nested = 4;

            int run() {
                count += 2;
                count -= same(2);
                return one() + same(ObscuredInClasses) + count + Bridge + Nested + bodies + Poll;
            }
        }
        Local local = new Local();
        return await(t.leaf("n", 1)) + local.run();
    }

    @Case
    @AsyncFn
    static String byComponents(Trace t) {
        record Both(int ObscuredInClasses, int Bridge) {
            Both {
                if (ObscuredInClasses < one()) {
                    throw new IllegalStateException("" + ObscuredInClasses + same(Bridge));
                }
            }

            int sum() {
                return ObscuredInClasses + Bridge + one() + same(count);
            }
        }
        record Canonical(int ObscuredInClasses) {
            Canonical(int ObscuredInClasses) {
                this.ObscuredInClasses = ObscuredInClasses + one();
            }

            static int plus(int Poll) {
                return Poll + one();
            }
        }
        Both both = new Both(1, 2);
        int n = await(t.leaf("n", both.ObscuredInClasses()));
        return both + "" + both.sum() + new Canonical(n) + Canonical.plus(n);
    }

    @Case
    @AsyncFn
    static int byConstantsOfEnums(Trace t) {
        enum Local {
            ObscuredInClasses,
            Bridge;

            int plus() {
                return ordinal() + one() + same(count);
            }

            static Local of(int ObscuredInClassesAsync) {
                return values()[ObscuredInClassesAsync];
            }
        }
        Local local = await(t.leaf("local", Local.Bridge));
        int n = switch (local) {
            case ObscuredInClasses -> 10;
            case Bridge -> 20 + one();
        };
        return n + local.plus() + Local.of(one()).plus();
    }

    @Case
    @AsyncFn
    static <X> String byTypeParameters(Trace t) {
        class Local<ObscuredInClasses> {
            ObscuredInClasses value;

            int run() {
                return one() + same(2) + count;
            }

            <Bridge> Bridge generic(Bridge b) {
                same(one());
                return b;
            }
        }
        Local<Integer> local = new Local<>();
        local.value = await(t.leaf("n", 1));
        return "" + local.value + local.run() + local.generic("b");
    }

    @Case
    @AsyncFn
    static int byVariablesOfMethods(Trace t) {
        int sum = await(t.leaf("n", 1));
        for (int i = 0; i < 2; i++) {
            class Local {
                final int Poll;

                Local(int Poll) {
                    this.Poll = Poll + one();
                }

                int run(int ObscuredInClasses) {
                    int Bridge = ObscuredInClasses;
                    return Poll + Bridge + one() + same(ObscuredInClasses);
                }
            }
            sum += new Local(i).run(2);
        }
        return sum;
    }

    @Case
    @AsyncFn
    static int byWhatIsCaptured(Trace t) {
        int ObscuredInClasses = await(t.leaf("n", 3)), bodies = 4, java = 5, ObscuredInClassesAsync = 6;
        class Lifted {
            int run() {
                return ObscuredInClasses + one() + bodies + java + ObscuredInClassesAsync + same(ObscuredInClasses);
            }

            int plus(int Poll) {
                return Poll + one() + ObscuredInClasses;
            }
        }
        Lifted lifted = new Lifted();
        class Further extends Lifted {
            int further() {
                return run() + ObscuredInClasses + one();
            }
        }
        Further further = new Further();
        Supplier<Lifted> create = Lifted::new;
        int n = await(t.leaf("m", 2));
        return n + lifted.run() + lifted.plus(3) + further.further() + create.get().run() + new Lifted().run();
    }

    @Case
    @AsyncFn
    static int byWhatAnAnonymousClassCaptures(Trace t) {
        int ObscuredInClasses = await(t.leaf("n", 3));
        var o = new Object() {
            int x = ObscuredInClasses + one();

            int run(int Bridge) {
                return Bridge + x + ObscuredInClasses + same(ObscuredInClasses) + count;
            }
        };
        await(t.tick("t"));
        IntFunction<Integer> f = bodies -> {
            var p = new Object() {
                int x = bodies + one();

                int run() {
                    return x + bodies + same(bodies);
                }
            };
            return p.run();
        };
        await(t.tick("u"));
        return o.run(2) + o.x + f.apply(3);
    }
}
