package bodies.types;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Inner classes of which not they themselves but the types around them have wildcards as arguments. */
final class CapturedOuters {
    private CapturedOuters() {}

    static final class Tree<E> {
        private final E root;

        Tree(E root) {
            this.root = root;
        }

        Leaf leaf() {
            return new Leaf();
        }

        String take(Leaf leaf) {
            return "take" + leaf;
        }

        String takeAll(Leaf[] leaves) {
            return "all" + leaves;
        }

        String takeList(List<Leaf> leaves, Leaf last) {
            return "list" + leaves + last;
        }

        E pick(Leaf leaf, int n) {
            return root;
        }

        String visit(Leaf leaf, Consumer<E> visitor) {
            visitor.accept(root);
            return "visit" + leaf;
        }

        final class Leaf {
            private Leaf() {}

            String put(E element) {
                return "put" + element;
            }

            String both(Leaf other, E element) {
                return "both" + other + element;
            }

            String each(Consumer<E> visitor) {
                visitor.accept(root);
                return "each";
            }
        }
    }

    /** No type that can be written satisfies the bound of a captured wildcard. */
    static final class Sorted<E extends Comparable<E>> {
        String take(Leaf leaf) {
            return "take" + leaf;
        }

        String takeAll(Leaf[] leaves) {
            return "all" + leaves;
        }

        String takeArrays(List<Sorted<E>[]> lists) {
            return "arrays" + lists;
        }

        String takeSome(List<? extends Sorted<E>> lists) {
            return "some" + lists;
        }

        final class Leaf {
            private Leaf() {}
        }
    }

    private static <T> Future<T> same(Trace t, String name, Function<T, T> function) {
        return t.leaf(name, function.apply(null));
    }

    private static <E> String count(Tree<E>.Leaf leaf, E element) {
        return leaf.put(element);
    }

    @Case
    @AsyncFn
    static String argumentsOfAWildcard(Trace t) {
        Tree<?> tree = new Tree<>("r");
        return tree.take(await(same(t, "a", x -> x)))
                + tree.takeAll(await(same(t, "b", x -> x)))
                + tree.takeList(await(same(t, "c", x -> x)), await(t.leaf("d", null)));
    }

    @Case
    @AsyncFn
    static String argumentsOfABoundedWildcard(Trace t) {
        Tree<? extends CharSequence> tree = new Tree<>("root");
        return tree.visit(await(same(t, "a", x -> x)), text -> t.log("length " + text.length()))
                + tree.pick(await(same(t, "b", x -> x)), await(t.leaf("c", 1))).length();
    }

    @Case
    @AsyncFn
    static String argumentsOfARecursiveBound(Trace t) {
        Sorted<?> sorted = new Sorted<String>();
        return sorted.take(await(same(t, "a", x -> x)))
                + sorted.takeAll(await(same(t, "b", x -> x)))
                + sorted.takeArrays(await(same(t, "c", x -> x)))
                + sorted.takeSome(await(same(t, "d", x -> x)));
    }

    @Case
    @AsyncFn
    static String receivers(Trace t) {
        Tree<?>.Leaf leaf = new Tree<>("r").leaf();
        return leaf.put(await(same(t, "a", x -> x)))
                + leaf.both(await(same(t, "b", x -> x)), await(same(t, "c", x -> x)))
                + count(leaf, await(same(t, "d", x -> x)));
    }

    @Case
    @AsyncFn
    static String receiversWithBounds(Trace t) {
        Tree<? extends Number>.Leaf leaf = new Tree<>(7).leaf();
        Tree<? super Integer> above = new Tree<Number>(8);
        return leaf.each(await(t.leaf("a", x -> t.log("value " + x.intValue()))))
                + above.leaf().put(await(t.leaf("b", 4)));
    }
}
