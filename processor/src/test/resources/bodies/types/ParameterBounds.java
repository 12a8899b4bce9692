package bodies.types;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Bounds of type parameters: those that javac does not keep in what it infers, and those that decide on the erasure. */
@SuppressWarnings("rawtypes")
final class ParameterBounds {
    private ParameterBounds() {}

    interface Ranges<C extends Comparable> {
        Set<C> all();
    }

    record Tree<C extends Comparable<?>>(Set<C> all) implements Ranges<C> {
        static <C extends Comparable<?>> Tree<C> of(Ranges<C> ranges) {
            return new Tree<>(ranges.all());
        }

        static <C extends Comparable<?>> Tree<C> one(C c) {
            return new Tree<>(Set.of(c));
        }
    }

    private static <C extends Comparable> C first(Ranges<C> ranges, int n) {
        return ranges.all().iterator().next();
    }

    // ---- javac infers Tree<C>, which nobody can write: C is a raw Comparable

    @AsyncFn
    static <C extends Comparable> C awaited(Trace t, C c) {
        return await(t.leaf("a", Tree.one(c))).all().iterator().next();
    }

    @AsyncFn
    static <C extends Comparable> C kept(Trace t, C c) {
        var tree = Tree.one(c);
        int n = await(t.leaf("n", 1));
        C own = tree.all().iterator().next();
        return n == 1 ? own : null;
    }

    @AsyncFn
    static <C extends Comparable> C awaitedAndKept(Trace t, C c) {
        var tree = await(t.leaf("a", Tree.one(c)));
        await(t.leaf("n", 1));
        return tree.all().iterator().next();
    }

    @AsyncFn
    static <C extends Comparable> C argument(Trace t, C c) {
        return first(Tree.one(c), await(t.leaf("n", 1)));
    }

    @AsyncFn
    static <C extends Comparable> C awaitedArgument(Trace t, C c) {
        return first(await(t.leaf("a", Tree.one(c))), await(t.leaf("n", 1)));
    }

    @AsyncFn
    static <C extends Comparable> Ranges<C> assigned(Trace t, C c, int which) {
        Ranges<C> ranges = await(t.leaf("declared", Tree.one(c)));
        if (which == 0) {
            return await(t.leaf("returned", Tree.one(c)));
        }
        if (which == 1) {
            ranges = (await(t.leaf("assigned", Tree.of(ranges))));
        }
        return which == 2 ? Tree.of(ranges) : await(t.leaf("chosen", Tree.of(ranges)));
    }

    record Owner<C extends Comparable>(C least) {
        private Ranges<C> same(Ranges<C> ranges) {
            return ranges;
        }

        Ranges<C> known(Ranges<C> ranges, Object... more) {
            return ranges;
        }

        @AsyncFn
        Ranges<C> keptAndGiven(Trace t, int which) {
            var tree = Tree.one(least);
            await(t.leaf("n", 1));
            Ranges<C> declared = tree;
            Supplier<Ranges<C>> given = () -> tree;
            Supplier<Ranges<C>> returned = () -> {
                return tree;
            };
            Function<C, Ranges<C>> made = c -> Tree.one(c);
            Ranges<C> assigned;
            assigned = (tree);
            Object all = tree;
            return switch (which) {
                case 0 -> same(tree);
                case 1 -> known(tree, tree, await(t.leaf("a", tree)));
                case 2 -> which == await(t.leaf("n", 1)) ? declared : tree;
                case 3 -> known(await(t.leaf("a", Tree.one(least))));
                case 4 -> given.get() == returned.get() && assigned == all ? made.apply(least) : null;
                default -> tree;
            };
        }
    }

    @Case
    @AsyncFn
    static String keptAndGiven(Trace t) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            all.append(await(new Owner<>("a" + i).keptAndGiven(t, i)).all());
        }
        return all.toString();
    }

    @Case
    @AsyncFn
    static String unwrittenTypes(Trace t) {
        StringBuilder all = new StringBuilder();
        all.append(awaited(t, "a")).append(kept(t, "b")).append(awaitedAndKept(t, 'c'));
        all.append(argument(t, 4)).append(awaitedArgument(t, "e"));
        for (int i = 0; i < 4; i++) {
            all.append(await(assigned(t, "f", i)).all());
        }
        return all.toString();
    }

    // ---- Object comes first, so nothing is cast to Comparable

    @AsyncFn
    static <T extends Object & Comparable<? super T>> Object erased(Trace t, T value) {
        T kept = await(t.leaf("v", value));
        await(t.leaf("n", 1));
        return kept;
    }

    record Box<T extends Object & Comparable<T>>(T content) {
        private T secret() {
            return content;
        }

        private <U extends Object & Comparable<U>> Object same(U value) {
            return value;
        }

        @AsyncFn
        Object opened(Trace t) {
            T kept = secret();
            await(t.leaf("n", 1));
            return same(kept);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Object & Comparable<T>> Box<T> polluted(Object content) {
        return new Box<>((T) content);
    }

    @Case
    @AsyncFn
    static boolean castToNothing(Trace t) {
        Object content = new Object();
        return await(ParameterBounds.<String>polluted(content).opened(t)) == content;
    }

    @Case
    @AsyncFn
    @SuppressWarnings("unchecked")
    static boolean castToNothingInFactory(Trace t) {
        java.util.List<Object> objects = new java.util.ArrayList<>();
        objects.add(new Object());
        java.util.List<? extends Comparable<Object>> comparable = (java.util.List<? extends Comparable<Object>>) (java.util.List<?>) objects;
        return objects.contains(await(erased(t, comparable.get(0))));
    }
}
