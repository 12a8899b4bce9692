package bodies.via;

import static bodies.via.Later.Bridge.await;
import static bodies.via.Later.Bridge.first;
import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import bodies.via.Later.Count;
import bodies.via.Later.Job;
import bodies.via.Later.Lazy;
import bodies.via.Later.Trying;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Awaits of another library's values, which a bridge converts. */
class AwaitsVia {
    final Trace t;

    AwaitsVia(Trace t) {
        this.t = t;
    }

    static <T> Lazy<T> lazy(Trace t, String name, T value) {
        t.log("call " + name);
        return Lazy.of(() -> t.leaf(name, value));
    }

    static <T> Lazy<T> supplied(Trace t, Supplier<T> value) {
        return Lazy.of(() -> t.leaf("supplied", value.get()));
    }

    @Case
    @AsyncFn
    static String value(Trace t) {
        String a = await(lazy(t, "a", "1"));
        return a + await(lazy(t, "b", 2)) + await(t.leaf("c", 3)) + await(t.stage("d", 4));
    }

    @Case
    @AsyncFn
    static List<Object> nulls(Trace t) {
        List<Object> all = new ArrayList<>();
        all.add(await(AwaitsVia.<String>lazy(t, "null", null)));
        try {
            all.add(await((Lazy<String>) null));
        } catch (NullPointerException e) {
            all.add(e.getMessage());
        }
        return all;
    }

    @Case
    @AsyncFn
    static String operandsInOrder(Trace t) {
        return t.v("left", "l") + await(lazy(t, "middle", t.v("argument", 1))) + t.v("right", "r");
    }

    @Case
    @AsyncFn
    static String checked(Trace t) {
        try {
            int n = await(new Trying<>(() -> t.tryLeaf("fine", 1, IOException.class)));
            return "" + n + await(new Trying<Integer, IOException>(() -> t.tryFail("bad", new IOException("bad"))));
        } catch (IOException e) {
            return e.getMessage();
        } finally {
            await(new Job(() -> t.quiet("job")));
        }
    }

    @Case
    @AsyncFn
    static String failure(Trace t) {
        return await(Lazy.<String>of(() -> t.fail("boom")));
    }

    @Case
    @AsyncFn
    static String nothing(Trace t) {
        for (int i = 0; i < 3; i++) {
            await(new Job(() -> t.quiet("job")));
        }
        await(new Count(() -> t.leaf("discarded", 1)));
        return "done";
    }

    @Case
    @AsyncFn
    static long primitive(Trace t) {
        long sum = 1L + await(new Count(() -> t.leaf("int", 2)));
        sum += await(new Count(() -> t.leaf("more", 3)));
        var n = await(new Count(() -> t.leaf("var", 4)));
        return sum * n;
    }

    @Case
    @AsyncFn
    static Object otherName(Trace t) {
        Number n = first(lazy(t, "first", 1), () -> 2.0);
        return n;
    }

    @Case
    @AsyncFn
    static String nested(Trace t) {
        return await(lazy(t, "outer", await(lazy(t, "inner", "x")) + await(t.leaf("leaf", "y"))));
    }

    @AsyncFn
    static Lazy<Integer> load(Trace t) {
        await(t.tick("load"));
        return lazy(t, "loaded", 7);
    }

    @Case
    @AsyncFn
    static int ofADirectCall(Trace t) {
        return await(load(t)) + await(await(async(() -> load(t))));
    }

    @Case
    @AsyncFn
    static String conditional(Trace t) {
        String s = "";
        for (boolean b : new boolean[] {true, false}) {
            s += await(b ? lazy(t, "yes", 1) : lazy(t, "no", 2)) + (b && await(lazy(t, "and", true)) ? "t" : "f");
        }
        return s;
    }

    @Case
    @AsyncFn
    static String targetTyped(Trace t) {
        Supplier<String> s = await(supplied(t, () -> () -> "late"));
        Map<String, List<Integer>> empty = await(supplied(t, () -> new java.util.HashMap<>()));
        List<String> all = Later.Bridge.<List<String>>await(supplied(t, ArrayList::new));
        all.add(s.get());
        return all + "" + empty;
    }

    @Case
    @AsyncFn
    static String captured(Trace t) {
        Lazy<? extends Comparable<?>> some = lazy(t, "some", 1);
        List<Lazy<?>> all = List.of(lazy(t, "one", 1), lazy(t, "two", "2"));
        Object value = await(some);
        String s = value.toString() + await(some).getClass().getSimpleName();
        for (Lazy<?> each : all) {
            s += await(each);
        }
        return s;
    }


    @AsyncFn
    static <T extends Comparable<T>> T larger(Trace t, Lazy<T> one, Lazy<? extends T> other) {
        T a = await(one);
        T b = await(other);
        return a.compareTo(b) < 0 ? b : a;
    }

    @Case
    @AsyncFn
    static int generic(Trace t) {
        return larger(t, lazy(t, "a", 3), lazy(t, "b", 5));
    }

    @Case
    @AsyncFn
    static String inBlocks(Trace t) {
        int n = await(lazy(t, "before", 1));
        var block = async(() -> {
            try {
                return n + await(lazy(t, "in block", 2));
            } finally {
                await(new Job(() -> t.quiet("cleanup")));
            }
        });
        var only = async(() -> await(lazy(t, "only", 3)));
        return "" + await(block) + await(only);
    }

    @AsyncFn
    String virtual(int n) {
        return await(lazy(t, "base", "base")) + n;
    }

    static final class Overriding extends AwaitsVia {
        Overriding(Trace t) {
            super(t);
        }

        @Override
        @AsyncFn
        String virtual(int n) {
            return super.virtual(n) + await(lazy(t, "overriding", "overriding"));
        }
    }

    @Case
    @AsyncFn
    static String overridden(Trace t) {
        AwaitsVia one = new Overriding(t);
        return await(one.virtual(1)) + new AwaitsVia(t).virtual(2);
    }

    @Case
    @AsyncFn
    static String switched(Trace t) {
        return switch (await(lazy(t, "selector", "b"))) {
            case "a" -> "A";
            case "b" -> await(lazy(t, "chosen", "B")) + "!";
            default -> "?";
        };
    }
}
