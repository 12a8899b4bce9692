package lib.api;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import lib.impl.Hidden;

/** Nothing here gives a warning by itself. */
public final class Api implements Serializable {
    private static final long serialVersionUID = 1;

    public Api() {}

    @Deprecated
    public static int old() {
        return 1;
    }

    @Deprecated(forRemoval = true)
    static int older;

    @AsyncFn
    public static int usesDeprecated(Future<Integer> f) {
        older = await(f);
        return old() + await(f) + older;
    }

    @Deprecated
    @AsyncFn
    public static int deprecatedFn(Future<Integer> f) {
        return await(f);
    }

    @AsyncFn
    public static int callsDeprecated(Future<Integer> f) {
        int n = deprecatedFn(f);
        return n + await(deprecatedFn(f));
    }

    @AsyncFn
    @SuppressWarnings("exports")
    public static Hidden leaks(Future<Hidden> f, Hidden h) {
        Hidden other = await(f);
        return other == null ? h : other;
    }

    @AsyncFn
    @SuppressWarnings("rawtypes")
    public static List raw(Future<List> f, List<Class> g, List h) {
        List one = await(f);
        return one.isEmpty() ? h : one;
    }

    @AsyncFn
    @SuppressWarnings({"rawtypes", "unchecked"})
    public static <T> T[] unchecked(Future<List> f, T... ts) {
        List<T> one = await(f);
        one.add(ts[0]);
        return one.toArray((T[]) new Object[await(f).size()]);
    }

    @SafeVarargs
    @AsyncFn
    public static <T> List<T> safe(Future<Integer> f, T... ts) {
        int n = await(f);
        List<T> list = new ArrayList<>();
        for (T t : ts) list.add(t);
        return n > 0 ? list : List.of();
    }

    @SafeVarargs
    @AsyncFn
    private final List<String> lists(Future<Integer> f, List<String>... ts) {
        await(f);
        return ts[0];
    }

    @SuppressWarnings("rawtypes")
    static List raws() {
        return new ArrayList();
    }

    @SuppressWarnings("rawtypes")
    private final transient List rawField = new ArrayList();

    @AsyncFn
    int inferredRaw(Future<Integer> f) {
        var list = raws();
        var mine = rawField;
        int n = await(f);
        return list.size() + n + mine.size() + rawField.size() + Api.raws().size();
    }

    @AsyncFn
    int serials(Future<Integer> f) {
        int n = await(f);
        class Local implements Serializable {
            private static final long serialVersionUID = 1;
            final int k = n;
        }
        @SuppressWarnings("serial")
        Serializable anonymous = new Serializable() {};
        Supplier<Integer> s = (Supplier<Integer> & Serializable) () -> n;
        await(f);
        return new Local().k + s.get() + anonymous.hashCode();
    }

    @AsyncFn
    String tries(Future<String> f) throws Exception {
        try (AutoCloseable c = () -> {}) {
            c.toString();
            return await(f);
        } finally {
            await(f);
        }
    }

    @AsyncFn
    int casts(Future<? extends Number> f, Future<Object> g) {
        Number n = await(f);
        Object o = await(g);
        return n.intValue() + (o instanceof Integer i ? i : (Integer) await(g)) + (int) await(f).longValue();
    }

    @SuppressWarnings("fallthrough")
    @AsyncFn
    static int falls(Future<Integer> f) {
        switch (await(f)) {
            case 1:
                await(f);
            case 2:
                return 2;
            default:
                return await(f);
        }
    }

    @AsyncFn
    public <T extends Comparable<T>> T generic(Function<? super T, ? extends Future<T>> f, T t) {
        T u = await(f.apply(t));
        return u.compareTo(t) > 0 ? await(f.apply(u)) : t;
    }

    public static class Open {
        public Open() {}

        @AsyncFn
        protected final int guarded(Future<Integer> f) {
            return await(f) + 1;
        }
    }

    public interface Shape {
        @AsyncFn
        static int area(Future<Integer> f) {
            return await(f);
        }
    }

    /**
     * Old.
     *
     * @deprecated there is something better
     */
    @Deprecated(since = "2")
    @AsyncFn
    public static <T extends Old> int takesOld(Future<Old> f, OldToo[] o) {
        Old one = await(f);
        return one.n() + o.length;
    }

    @Deprecated
    public static class Old {
        public Old() {}

        @AsyncFn
        final int n(Future<Integer> f) {
            secret = this;
            secrets.add(this);
            return await(f) + n() + hidden(null);
        }

        private Old secret;
        private final List<Old> secrets = new ArrayList<>();

        private static int hidden(OldToo o) {
            return 1;
        }

        int n() {
            return 1;
        }
    }

    @Deprecated(forRemoval = true)
    public static class OldToo {
        public OldToo() {}
    }
}
