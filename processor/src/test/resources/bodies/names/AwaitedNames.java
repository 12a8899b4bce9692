package bodies.names;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.function.Supplier;

/** Awaits of the same thing, and of things without a name: their states are still told apart. */
final class AwaitedNames {
    private AwaitedNames() {}

    @AsyncFn
    static int load(Trace t, int n) {
        return await(t.leaf("load" + n, n));
    }

    @Case
    @AsyncFn
    static int oneCallManyTimes(Trace t) {
        int a = load(t, 1);
        int b = load(t, 2) + load(t, 3);
        if (a > 0) b += load(t, 4);
        else b += load(t, 5);
        while (a++ < 3) b += load(t, 6) * load(t, 7);
        return load(t, a + b);
    }

    @Case
    @AsyncFn
    @SuppressWarnings("unchecked")
    static int withoutAName(Trace t) {
        Supplier<dev.asyncfn.Future<Integer>> s = () -> t.leaf("supplied", 1);
        List<dev.asyncfn.Future<Integer>> list = List.of(t.leaf("x", 2), t.leaf("y", 3));
        dev.asyncfn.Future<?>[] array = {t.leaf("z", 4)};
        return await(s.get()) + await(list.get(1)) + await(list.get(0)) + (int) await(array[0])
                + await((dev.asyncfn.Future<Integer>) (Object) t.leaf("cast", 5))
                + await(new Own(6)) + await(cx -> dev.asyncfn.Poll.ready(7));
    }


    static final class Own implements dev.asyncfn.Future<Integer> {
        private final int n;

        Own(int n) {
            this.n = n;
        }

        @Override
        public dev.asyncfn.Poll<Integer> poll(dev.asyncfn.Context cx) {
            return dev.asyncfn.Poll.ready(n);
        }
    }
}
