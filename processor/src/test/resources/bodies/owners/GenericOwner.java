package bodies.owners;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

final class GenericOwner<T extends Comparable<T>, U> {
    private final List<T> items = new ArrayList<>();
    private final U extra;
    private final Trace t;

    GenericOwner(Trace t, U extra) {
        this.t = t;
        this.extra = extra;
    }

    @AsyncFn
    T add(T item) {
        T held = await(t.leaf("item", item));
        items.add(held);
        U u = extra;
        await(t.tick("t"));
        t.log("extra " + u);
        return items.get(items.size() - 1);
    }

    @AsyncFn
    static <T> String statics(Trace t, T x) {
        T y = await(t.leaf("x", x));
        return "s" + y;
    }

    final class Cursor<V> {
        private int at;

        @AsyncFn
        V next(Function<T, V> f) {
            T item = items.get(at++);
            await(t.tick("cursor"));
            return await(t.leaf("mapped", f.apply(item)));
        }
    }

    @Case
    @AsyncFn
    static String classTypeParameters(Trace t) {
        GenericOwner<String, Integer> o = new GenericOwner<>(t, 7);
        return o.add("a") + await(o.add("b")) + o.items + statics(t, 'c');
    }

    @Case
    @AsyncFn
    static int innerOfAGenericOwner(Trace t) {
        GenericOwner<String, Integer> o = new GenericOwner<>(t, 7);
        await(o.add("abc"));
        GenericOwner<String, Integer>.Cursor<Integer> c = o.new Cursor<>();
        return await(c.next(String::length)) + c.at;
    }

    @Case
    @AsyncFn
    static int wildcardReceiver(Trace t) {
        GenericOwner<String, ? extends Number> o = new GenericOwner<>(t, 7);
        await(o.add("abc"));
        return await(o.add("d")).length();
    }
}
