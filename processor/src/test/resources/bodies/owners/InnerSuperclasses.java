package bodies.owners;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Classes of the body that extend inner classes: the object in which they are created is the one the body meant. */
class InnerSuperclasses {
    final Trace t;
    final String name;

    InnerSuperclasses(Trace t) {
        this(t, "outer");
    }

    InnerSuperclasses(Trace t, String name) {
        this.t = t;
        this.name = name;
    }

    class View {
        final String of;

        View() {
            of = "view of " + name + " ";
        }

        View(String more) {
            of = "view of " + name + " and " + more + " ";
        }

        View(Object first, Object... rest) {
            of = "view of " + name + " with " + rest.length + " ";
        }

        String show() {
            return of;
        }
    }

    class Failing {
        Failing(boolean fail) throws IOException {
            if (fail) throw new IOException("of " + name);
        }
    }

    abstract class Generic<T> {
        final T x;

        Generic(T x) {
            this.x = x;
        }

        <R> Generic(R r, Function<? super R, ? extends T> f) {
            this.x = f.apply(r);
        }

        abstract String with(T y);

        String outer() {
            return name + x;
        }
    }

    static class Middle extends InnerSuperclasses {
        Middle(Trace t, String name) {
            super(t, name);
        }
    }

    /** Inherits {@code View} through two classes. */
    static class Sub extends Middle {
        final String self = "a field named self ";

        Sub(Trace t) {
            super(t, "sub");
        }

        @AsyncFn
        final String keptWhole() {
            int before = await(t.leaf("x", 1));
            class Impl extends View {}
            class Second extends Impl {
                @Override
                public String toString() {
                    return "second " + of + name + before;
                }
            }
            return new Impl().of + new Second() + new View() {}.of + new View("a") {
                @Override
                String show() {
                    return super.show() + before + name;
                }
            }.show();
        }

        @AsyncFn
        final String keptAcrossAwaits() {
            int n = await(t.leaf("x", 1));
            class Impl extends View {
                String all() {
                    return of + n + name + self;
                }
            }
            class Second extends Impl {
                final int m;

                Second(int m) {
                    this.m = m;
                }

                @Override
                String all() {
                    return "second " + super.all() + m;
                }
            }
            Impl first = new Impl();
            Supplier<Impl> supplier = Impl::new;
            await(t.tick("t"));
            Impl second = new Second(await(t.leaf("m", 7)));
            return first.all() + second.all() + supplier.get().all() + new Impl().all();
        }
    }

    @Case
    @AsyncFn
    final String inheritedThroughTwoClasses() {
        Sub sub = new Sub(t);
        return sub.keptWhole() + sub.keptAcrossAwaits();
    }

    @Case
    @AsyncFn
    final String constructors() {
        String k = await(t.leaf("k", "k"));
        class Many extends View {
            int n = 5;

            Many() {}

            Many(int n) {
                this.n = n + k.length();
            }

            Many(String s) {
                super(s + k);
            }

            Many(Object a, Object b) {
                super(a, b, k, name);
                t.log("many " + of);
            }

            Many(InnerSuperclasses other, String s) {
                other.super(s);
            }

            Many(long l) {
                this("long " + l);
            }

            @Override
            String show() {
                return of + n;
            }
        }
        View first = new Many("s");
        await(t.tick("t"));
        InnerSuperclasses other = new InnerSuperclasses(t, "other");
        return first.show() + new Many().show() + new Many(1).show() + new Many("a", 'b').show() + new Many(other, "c").show()
                + new Many(9L).show() + other.new View("v") {
                    @Override
                    String show() {
                        return "anonymous " + of + name + k;
                    }
                }.show();
    }

    @Case
    @AsyncFn
    final String exceptions() {
        class Fails extends Failing {
            Fails(boolean fail) throws IOException {
                super(fail);
            }
        }
        String s = "";
        for (int i = 0; i < 2; i++) {
            try {
                new Fails(await(t.leaf("fail", i == 1)));
                s += "made ";
                new Failing(i == 0) {};
            } catch (IOException e) {
                s += e.getMessage() + " ";
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    final String generics() {
        List<Integer> list = await(t.leaf("list", new ArrayList<>(List.of(1))));
        class Numbers<E extends Number> extends Generic<E> {
            Numbers(E x) {
                super(x);
            }

            Numbers(String s, E x) {
                <String>super(s, r -> x);
            }

            @Override
            String with(E y) {
                return outer() + y.intValue() + list;
            }
        }
        Numbers<Integer> numbers = new Numbers<>(1);
        await(t.tick("t"));
        Generic<String> anonymous = new Generic<>("s") {
            @Override
            String with(String y) {
                return outer() + y.length() + list;
            }
        };
        return numbers.with(2) + new Numbers<>("r", 2.5).with(3.5) + anonymous.with("four") + new Generic<String>("g") {
            @Override
            String with(String y) {
                return y + this.outer();
            }
        }.with("h");
    }

    /** Its instances, and not those around, enclose what is created inside of it. */
    class Nested extends InnerSuperclasses {
        Nested() {
            super(InnerSuperclasses.this.t, "nested");
        }

        class View extends InnerSuperclasses.View {
            View() {
                super("hidden");
            }
        }

        @AsyncFn
        final String all() {
            String k = await(t.leaf("k", "k"));
            class Impl extends InnerSuperclasses.View {
                Impl() {
                    super(k);
                }
            }
            class Hidden extends View {}
            class Local extends InnerSuperclasses {
                Local() {
                    super(Nested.this.t, "local");
                }

                String inside() {
                    class Deep extends View {
                        @Override
                        String show() {
                            return of + name;
                        }
                    }
                    class Deeper extends InnerSuperclasses.View {}
                    return new Deep().show() + new Deeper().of + new InnerSuperclasses.View() {}.of
                            + new InnerSuperclasses.View("i").of;
                }
            }
            Supplier<InnerSuperclasses.View> s = InnerSuperclasses.View::new;
            await(t.tick("t"));
            return new Impl().of + new Hidden().of + new Local().inside() + s.get().of + new InnerSuperclasses.View().of
                    + new View().of + new InnerSuperclasses.View("x") {}.of + InnerSuperclasses.this.new View().of
                    + new Failure().of;
        }

        class Failure extends InnerSuperclasses.View {}
    }

    @Case
    @AsyncFn
    final String nestedInItsSuperclass() {
        return new Nested().all();
    }

    @Case
    @AsyncFn
    final String insideLambdasAndLoops() {
        List<Supplier<String>> all = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            int n = await(t.leaf("n", i));
            class Impl extends View {
                Impl() {
                    super("number " + n);
                }
            }
            all.add(() -> new Impl().of);
            all.add(() -> {
                class Inside extends View {
                    String more() {
                        return of + n;
                    }
                }
                return new Inside().more();
            });
            await(t.tick("t"));
        }
        String s = "";
        for (Supplier<String> one : all) s += one.get();
        return s;
    }

    @Case
    @AsyncFn
    final String namedAnonymousClasses() {
        var view = new View("v") {
            int count = 1;

            int next() {
                return count++ + name.length();
            }
        };
        await(t.tick("t"));
        int n = view.next() + view.next();
        var other = new InnerSuperclasses(t, "another").new View() {
            String twice() {
                return of + of;
            }
        };
        await(t.tick("u"));
        return n + view.of + other.twice();
    }

    @Case
    @AsyncFn
    static String qualified(Trace t) {
        InnerSuperclasses outer = await(t.leaf("outer", new InnerSuperclasses(t, "qualified")));
        class Impl extends View {
            Impl() {
                outer.super();
            }

            Impl(InnerSuperclasses other) {
                other.super("other");
            }
        }
        Impl first = new Impl();
        await(t.tick("t"));
        return first.of + new Impl().of + new Impl(new InnerSuperclasses(t, "b")).of;
    }

    class Hidden {
        final String of;

        private Hidden() {
            of = "hidden of " + name + " ";
        }

        private Hidden(int n) {
            of = "hidden " + n + " of " + name + " ";
        }
    }

    /** The innermost object whose class extends that around the inner one encloses it, also for a private constructor. */
    @Case
    @AsyncFn
    final String createdInClassesOfTheBody() {
        int k = await(t.leaf("k", 1));
        class Local extends InnerSuperclasses {
            Local() {
                super(InnerSuperclasses.this.t, "local");
            }

            String make() {
                Supplier<Hidden> none = Hidden::new;
                Function<Integer, Hidden> one = Hidden::new;
                Function<String, View> view = View::new;
                class Deeper {
                    String make() {
                        return new Hidden().of + ((Supplier<Hidden>) Hidden::new).get().of + new View("deep").of;
                    }
                }
                return new Hidden().of + new Hidden(k).of + none.get().of + one.apply(2).of + view.apply("v").of
                        + new Deeper().make() + InnerSuperclasses.this.new Hidden().of + new View("w").of;
            }
        }
        await(t.tick("t"));
        Local local = new Local();
        return local.make() + local.new Hidden().of + new InnerSuperclasses(t, "anonymous") {
            String make() {
                return new Hidden().of + new View("x").of + ((Supplier<Hidden>) Hidden::new).get().of;
            }
        }.make() + new Hidden().of;
    }
}
