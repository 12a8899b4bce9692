package bodies.capture;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

final class LocalClassNames {
    private LocalClassNames() {}

    @Case
    @AsyncFn
    static String sameNameInTwoBlocks(Trace t) {
        String s = "";
        {
            class Thing {
                int v = 1;
            }
            Thing x = new Thing();
            await(t.tick("t"));
            s += x.v;
        }
        {
            class Thing {
                String v = "two";
            }
            Thing x = new Thing();
            await(t.tick("u"));
            s += x.v;
        }
        return s;
    }

    /** A program can ask a class for its name, and a record prints it. */
    @Case
    @AsyncFn
    static String simpleNamesOfClassesOfOneName(Trace t) {
        String s = "";
        int c = t.v("c", 4);
        {
            record Same(int a) {}
            var x = new Same(1);
            await(t.tick("t"));
            s += x;
        }
        {
            record Same(String b) {}
            var x = new Same("z");
            await(t.tick("t"));
            s += x;
        }
        {
            class Same {
                int v() {
                    return c;
                }
            }
            var x = new Same();
            await(t.tick("t"));
            s += x.v() + x.getClass().getSimpleName();
        }
        {
            enum Same {
                A,
                B
            }
            var x = Same.B;
            await(t.tick("t"));
            s += x + Same.class.getSimpleName();
        }
        {
            class Base {
                int b = 1;
            }
            class Same extends Base {
                Same next() {
                    return new Same();
                }
            }
            var x = new Same();
            Supplier<Same> made = Same::new;
            await(t.tick("t"));
            s += x.next().b + made.get().getClass().getSimpleName();
        }
        return s;
    }

    @AsyncFn
    static <T> String ofAGenericFn(Trace t, T v) {
        String s = "";
        {
            record Same<U>(U a) {}
            var x = new Same<>(v);
            await(t.tick("t"));
            s += x;
        }
        {
            class Same {
                T none() {
                    return null;
                }
            }
            class Sub extends Same {}
            var x = new Sub();
            await(t.tick("t"));
            s += x.none() + Same.class.getSimpleName() + new Same().none();
        }
        {
            class Same {
                T get() {
                    return v;
                }
            }
            var x = new Same();
            await(t.tick("t"));
            s += x.get() + x.getClass().getSimpleName();
        }
        return s;
    }

    @Case
    @AsyncFn
    static String simpleNamesInAGenericFn(Trace t) {
        return ofAGenericFn(t, "v");
    }

    /** The generated class names some of these itself. */
    @Case
    @AsyncFn
    static String namedLikeMachinery(Trace t) {
        class Poll {
            int x = 1;
        }
        class Future {
            int y = 2;
        }
        record State(int z) {}
        enum Context {
            P,
            Q
        }
        Poll p = new Poll();
        Future f = new Future();
        State s = new State(3);
        Context c = Context.Q;
        await(t.tick("t"));
        return p.x + f.y + s.z() + "" + c;
    }

    @Case
    @AsyncFn
    static Integer namedLikeClassesOfJavaLang(Trace t) {
        class Object {
            int x = 1;
        }
        class Throwable {
            int y = 2;
        }
        class String {}
        Object o = new Object();
        Throwable y = new Throwable();
        String s = new String();
        await(t.tick("t"));
        try {
            o.x += await(t.leaf("1", 1));
        } finally {
            o.x += await(t.leaf("2", 2));
        }
        return o.x + y.y + (s == null ? 1 : 0);
    }

    @Case
    @AsyncFn
    static int namedLikeAClassOfOtherStatements(Trace t) {
        List<String> strings = new ArrayList<>(List.of("a"));
        int n;
        {
            class List {
                int size = strings.size();
            }
            List mine = new List();
            await(t.tick("t"));
            n = mine.size;
        }
        List<String> others = List.of("x");
        for (String s : others) {
            await(t.tick(s));
            n++;
        }
        return n + others.size();
    }

    @AsyncFn
    static int other(Trace t) {
        return await(t.leaf("other", 9));
    }

    @Case
    @AsyncFn
    static String namedLikeTheFutureOfAnotherFn(Trace t) {
        record OtherFuture(int c) {}
        OtherFuture c = new OtherFuture(3);
        int n = other(t);
        await(t.tick("t"));
        return c + " " + n + other(t);
    }

    /** What a class captured stands in a class around it. */
    @Case
    @AsyncFn
    static String membersNamedLikeTheClassAroundThem(Trace t) {
        int n = await(t.leaf("n", 1));
        class Thing {
            class ThingScope {
                int v = n;
            }

            enum ThingScope_2 {
                A
            }

            ThingScope scope = new ThingScope();
        }
        Thing x = new Thing();
        await(t.tick("t"));
        return x.scope.v + x.scope.getClass().getSimpleName() + Thing.ThingScope_2.A;
    }
}
