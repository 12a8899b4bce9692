package bodies.owners;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

final class PrivateGenericMethods<T extends Number> {
    private T held;

    private PrivateGenericMethods(T held) {
        this.held = held;
    }

    private <E extends Comparable<E>> E larger(E a, E b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static <A extends CharSequence & Comparable<A>> int length(A a, List<? extends A> list) {
        return a.length() + list.size();
    }

    private T swap(T other) {
        T old = held;
        held = other;
        return old;
    }

    @SafeVarargs
    private static <E extends Number> int count(E... all) {
        return all.length;
    }

    @Case
    @AsyncFn
    static String boundsAreErased(Trace t) {
        PrivateGenericMethods<Integer> p = new PrivateGenericMethods<>(await(t.leaf("a", 1)));
        int old = p.swap(await(t.leaf("b", 2)));
        p.held += await(t.leaf("c", 10));
        String s = p.larger(await(t.leaf("d", "d")), "c") + p.larger(1, await(t.leaf("two", 2)));
        return s + old + p.held + length(await(t.leaf("e", "ee")), List.of("x")) + count(1, await(t.leaf("f", 2.5)));
    }
}
