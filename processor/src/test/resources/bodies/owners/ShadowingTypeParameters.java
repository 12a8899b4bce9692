package bodies.owners;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

final class ShadowingTypeParameters<T extends Comparable<T>, U> {
    private final U extra;
    private final Trace t;

    ShadowingTypeParameters(Trace t, U extra) {
        this.t = t;
        this.extra = extra;
    }

    @AsyncFn
    <T> List<T> shadowed(T a, U b, Function<? super T, ? extends T> f) {
        List<T> list = new ArrayList<>();
        list.add(await(t.leaf("a", f.apply(a))));
        U u = await(t.leaf("b", b));
        list.add(a);
        t.log("u " + u + extra);
        return list;
    }

    @Case
    @AsyncFn
    static List<Double> methodTypeParameterShadowsTheClass(Trace t) {
        ShadowingTypeParameters<String, Integer> o = new ShadowingTypeParameters<>(t, 7);
        return o.shadowed(1.5, 2, x -> x * 2);
    }
}
