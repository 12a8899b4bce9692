package bodies.capture;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Local classes used behind a loop that binds variables, and local classes that use others of the same body. */
final class ClassesAmongOthers {
    private ClassesAmongOthers() {}

    @Case
    @AsyncFn
    static String behindAWhile(Trace t) {
        Iterator<Object> it = List.<Object>of(1, 2, "three").iterator();
        int k = await(t.leaf("k", 4));
        record Named(String name) {}
        class Counted {
            String of(Named named) {
                return named.name() + k;
            }
        }
        Object o = it.next();
        while (!(o instanceof String s)) {
            o = it.next();
        }
        return new Counted().of(new Named(s));
    }

    @Case
    @AsyncFn
    static String behindADo(Trace t) {
        Iterator<Object> it = List.<Object>of(1, "two").iterator();
        await(t.tick("a"));
        enum Kind {
            TEXT
        }
        Object o = null;
        do {
            o = it.next();
        } while (!(o instanceof String s));
        return Kind.TEXT + s;
    }

    @Case
    @AsyncFn
    static String behindAFor(Trace t) {
        interface Shown {
            String show();
        }
        Object o = 0;
        for (int i = 0; !(o instanceof String s && s.length() > 2); i++) {
            o = "x".repeat(i);
        }
        String last = s;
        Shown shown = () -> last + "!";
        return shown.show() + await(t.leaf("a", 1));
    }

    @Case
    @AsyncFn
    static String nothingBehindItAwaits(Trace t) {
        await(t.tick("a"));
        {
            record Named(String name) {}
            Object o = 1;
            search:
            while (!(o instanceof String s)) {
                o = "text";
                continue search;
            }
            return new Named(s).name();
        }
    }

    @Case
    @AsyncFn
    static List<String> inEachRound(Trace t) {
        List<Supplier<String>> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int k = await(t.leaf("k" + i, i));
            class Kept {
                int value() {
                    return k;
                }
            }
            Object o = i;
            while (!(o instanceof String s)) {
                o = "x" + o;
            }
            all.add(() -> new Kept().value() + s);
        }
        return all.stream().map(Supplier::get).toList();
    }

    @Case
    @AsyncFn
    static int referredTo(Trace t) {
        int n = await(t.leaf("n", 3));
        class B {
            int get() {
                return n;
            }
        }
        class A {
            Supplier<B> make() {
                return B::new;
            }
        }
        await(t.tick("a"));
        return new A().make().get().get();
    }

    @Case
    @AsyncFn
    static List<Integer> referredToInEachRound(Trace t) {
        List<Supplier<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int n = await(t.leaf("n" + i, i));
            class B {
                final int plus;

                B(int plus) {
                    this.plus = plus;
                }

                int get() {
                    return 10 * n + plus;
                }
            }
            class A {
                Function<Integer, B> make() {
                    return B::new;
                }
            }
            A a = new A();
            await(t.tick("a"));
            all.add(() -> a.make().apply(5).get());
        }
        return all.stream().map(Supplier::get).toList();
    }

    @Case
    @AsyncFn
    static List<Integer> inAGenericFn(Trace t) {
        return await(ofType(t, List.of(1, 2)));
    }

    @AsyncFn
    static <T> List<T> ofType(Trace t, List<T> values) {
        List<Supplier<T>> all = new ArrayList<>();
        for (T value : values) {
            class B {
                T get() {
                    return value;
                }
            }
            class A {
                Supplier<B> make() {
                    return B::new;
                }

                class In extends B {}

                T inner() {
                    return new In().get();
                }
            }
            A a = new A();
            await(t.tick("a"));
            all.add(() -> a.make().get().get());
            all.add(a::inner);
        }
        return all.stream().map(Supplier::get).toList();
    }

    @Case
    @AsyncFn
    static int superclassOfAMember(Trace t) {
        int n = await(t.leaf("n", 3));
        class B {
            int get() {
                return n;
            }
        }
        class A {
            class In extends B {}

            class WithConstructor extends B {
                final int more;

                WithConstructor(int more) {
                    this.more = more;
                }

                WithConstructor() {
                    super();
                    more = 1;
                }

                @Override
                int get() {
                    return super.get() + more;
                }
            }

            int get() {
                return new In().get() + new WithConstructor(10).get() + new WithConstructor().get();
            }
        }
        await(t.tick("a"));
        return new A().get();
    }

    @Case
    @AsyncFn
    static int superclassOfOneThatStays(Trace t) {
        int n = await(t.leaf("n", 1));
        int sum = 0;
        class B {
            int get() {
                return n;
            }
        }
        for (int i = 0; i < 3; i++) {
            if (i == 1) {
                class A extends B {}
                class Other extends B {
                    Other() {
                        super();
                    }
                }
                sum += new A().get() + 10 * new Other().get();
            }
            sum += await(t.leaf("a" + i, 100));
        }
        return sum;
    }

    @Case
    @AsyncFn
    static int superclassOfAnAnonymousClassInAnother(Trace t) {
        int n = await(t.leaf("n", 2));
        class B {
            int get() {
                return n;
            }
        }
        class A {
            int get() {
                B doubled = new B() {
                    @Override
                    int get() {
                        return 2 * super.get();
                    }
                };
                return doubled.get();
            }
        }
        await(t.tick("a"));
        return new A().get();
    }

    @Case
    @AsyncFn
    static int innerOfItsOwnSuperclass(Trace t) {
        int n = await(t.leaf("n", 2));
        class B {
            int get() {
                return n;
            }

            B twice() {
                class Twice extends B {
                    @Override
                    int get() {
                        return 2 * super.get();
                    }
                }
                return new Twice();
            }

            class Thrice extends B {
                @Override
                int get() {
                    return 3 * super.get();
                }
            }
        }
        await(t.tick("a"));
        return new B().twice().get() + 10 * new B().new Thrice().get();
    }

    @Case
    @AsyncFn
    static int makesItselfBehindAnotherThatIsLifted(Trace t) {
        int n = await(t.leaf("n", 2));
        class A {
            final int k = n;

            A twin() {
                var o = new Object() {
                    final int m = n;
                };
                return o.m > 0 ? new A() : null;
            }
        }
        await(t.tick("a"));
        return new A().twin().k;
    }
}
