package bodies.carried;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Types of classes nested in private ones, inner and static, generic and not. */
final class InnerTypes {
    private static class Box<T> {
        T value;
        private Box<? extends T> more;

        Box(T value) {
            this.value = value;
        }

        class It {
            T at() {
                return value;
            }

            private Box<T> up() {
                return Box.this;
            }

            class Deep<U> {
                U u;

                Deep(U u) {
                    this.u = u;
                }

                T top() {
                    return value;
                }
            }
        }

        It it() {
            return new It();
        }

        static class Still<Q> {
            Q q;

            Still(Q q) {
                this.q = q;
            }
        }
    }

    private static class Outer {
        private static class Mid<T> {
            private static class Low<U> {
                U u;

                private Low(U u) {
                    this.u = u;
                }
            }

            private Low<T> low(T t) {
                return new Low<>(t);
            }
        }
    }

    private record Rest<A, B>(A first, B... rest) {
        @SafeVarargs
        private Rest {}

        static <Z> Rest<Z, Integer> of(Z z) {
            return new Rest<>(z, 1, 2);
        }
    }

    private InnerTypes() {}

    @Case
    @AsyncFn
    static String qualified(Trace t) {
        Box<Integer> box = new Box<>(1);
        Box<Integer>.It it = box.it();
        await(t.tick("t"));
        Box<Integer>.It other = box.new It();
        Box<Integer>.It.Deep<String> deep = it.new Deep<>("u");
        Box<Integer>.It.Deep<Long> long_ = other.new Deep<Long>(4L);
        box.value += await(t.leaf("v", 2));
        it.up().value <<= 1;
        Map<String, Box<Integer>.It> map = Map.of("k", it);
        return it.at() + " " + other.up().it().at() + deep.u + deep.top() + long_.u.intValue() + map.get("k").at();
    }

    @Case
    @AsyncFn
    static String ofStaticClasses(Trace t) {
        Box.Still<String> still = new Box.Still<>("q");
        Outer.Mid<Integer> mid = new Outer.Mid<>();
        await(t.tick("t"));
        Outer.Mid.Low<Integer> low = mid.low(3);
        Outer.Mid.Low<List<Integer>> list = new Outer.Mid.Low<>(List.of(await(t.leaf("n", 4))));
        var rest = Rest.of("z");
        return still.q.length() + low.u + "" + list.u.get(0) + rest.first().length() + rest.rest()[1] + rest.rest().length;
    }

    @Case
    @AsyncFn
    static String linked(Trace t) {
        Box<Integer> box = null;
        for (int n = await(t.leaf("n", 1)); n < 4; n += await(t.leaf("step", 1))) {
            Box<Integer> next = new Box<>(n);
            next.more = box;
            box = next;
        }
        String s = "";
        for (Box<? extends Integer> at = box; at != null; at = at.more) {
            s += at.value + (at.value > 1 ? await(t.leaf("comma", ",")) : "");
        }
        Function<Integer, Supplier<Box<Integer>.It>> later = n -> new Box<>(n)::it;
        var block = async(() -> later.apply(await(t.leaf("b", 8))).get().at());
        return s + await(block);
    }

    /** A tree whose nodes are inner classes, which know the type parameter of the class around. */
    static final class Tree<K extends Comparable<K>> {
        private final class Node<V> {
            final K key;
            V value;
            Node<V> left;
            Node<V> right;

            private Node(K key, V value) {
                this.key = key;
                this.value = value;
            }
        }

        private Node<Integer> root;
        int size;

        @AsyncFn
        boolean put(Trace t, K key, int value) {
            if (root == null) {
                root = new Node<>(key, await(t.leaf("root", value)));
                size++;
                return true;
            }
            Node<Integer> at = root;
            for (; ; ) {
                int order = key.compareTo(at.key);
                if (order == 0) {
                    at.value += await(t.leaf("again", value));
                    return false;
                }
                Node<Integer> next = order < 0 ? at.left : at.right;
                if (next == null) {
                    Node<Integer> made = new Node<>(key, value);
                    if (order < 0) at.left = made;
                    else at.right = made;
                    size += await(t.leaf("size", 1));
                    return true;
                }
                at = next;
            }
        }

        @AsyncFn
        <X> X fold(Trace t, X start, BiFunction<? super X, ? super Map.Entry<K, Integer>, ? extends X> f) {
            Deque<Node<Integer>> stack = new ArrayDeque<>();
            Node<Integer> at = root;
            X x = start;
            while (at != null || !stack.isEmpty()) {
                if (at != null) {
                    stack.push(at);
                    at = at.left;
                } else {
                    at = stack.pop();
                    x = f.apply(x, Map.entry(at.key, await(t.leaf("value", at.value))));
                    at = at.right;
                }
            }
            return x;
        }
    }

    @Case
    @AsyncFn
    static String ofAGenericClass(Trace t) {
        Tree<String> tree = new Tree<>();
        boolean all = tree.put(t, "m", 1) & tree.put(t, "c", 2) & tree.put(t, "x", 3) | tree.put(t, "c", 10);
        return all + "" + tree.size + tree.fold(t, "", (s, e) -> s + e.getKey() + e.getValue())
                + await(tree.<Integer>fold(t, 0, (n, e) -> n + e.getValue()));
    }
}
