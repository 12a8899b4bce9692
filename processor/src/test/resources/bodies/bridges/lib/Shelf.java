package bodies.bridges.lib;

import dev.asyncfn.processor.differential.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A generic class whose protected members are inherited in another package. */
public abstract class Shelf<K extends Comparable<K>, V> {
    protected static int made = 1;
    protected final Trace t;
    protected V first;
    protected List<V> all = new ArrayList<>();
    protected Map<K, ? extends List<V>> index;
    protected V[] array;

    protected Shelf(Trace t) {
        this.t = t;
    }

    protected V put(K key, V value) {
        t.log(key + "=" + value);
        V old = first;
        first = value;
        all.add(value);
        return old;
    }

    protected <X extends V> X keep(X value, List<? super X> to) {
        to.add(value);
        return value;
    }

    protected <K2 extends K, E extends Exception> K2 check(K2 key, E failure) throws E {
        if (key.compareTo(key) != 0) throw failure;
        return key;
    }

    @SafeVarargs
    protected final int fill(K key, V... values) {
        all.addAll(Arrays.asList(values));
        return values.length;
    }

    protected static <T> List<T> twice(T one) {
        made++;
        return List.of(one, one);
    }

    protected static String join(Object... parts) {
        return Arrays.toString(parts);
    }

    protected abstract void refuse(V value) throws IOException;

    protected static class Label {
        public String text = "label";

        protected Label() {}
    }

    protected final class Slot {
        protected V held;

        public Slot(V held) {
            this.held = held;
        }
    }
}
