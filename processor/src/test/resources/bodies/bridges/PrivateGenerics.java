package bodies.bridges;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Private members whose types depend on type parameters, used at types that fix them. */
final class PrivateGenerics {
    private PrivateGenerics() {}

    static final class Box<T> {
        private T held;
        private T[] cells;
        private List<? extends T> list = List.of();
        @SuppressWarnings("rawtypes")
        private List raw = new ArrayList<>();

        private Box(T held) {
            this.held = held;
        }

        private <U> Box(T held, Supplier<U> other) {
            this.held = held;
            other.get();
        }

        @SafeVarargs
        private static <E> E last(E... all) {
            return all[all.length - 1];
        }

        @SafeVarargs
        private final <E extends T> List<E> listed(T first, E... all) {
            held = first;
            return Arrays.asList(all);
        }

        private T swap(T other) {
            T old = held;
            held = other;
            return old;
        }

        private <R> Box<R> map(Function<? super T, ? extends R> f) {
            return new Box<>(f.apply(held));
        }

        private final class Lid {
            private Lid() {}
        }
    }

    @Case
    @AsyncFn
    static String stepsOfATypeVariable(Trace t) {
        Box<Integer> i = new Box<>(await(t.leaf("i", 1)));
        Box<Short> s = new Box<>((short) 5);
        Box<Character> c = new Box<>('a');
        int before = i.held++ + await(t.leaf("zero", 0)) + ++i.held;
        s.held++;
        s.held--;
        ++s.held;
        c.held++;
        Short of = s.held--;
        return before + " " + i.held + s.held + c.held + of;
    }

    @Case
    @AsyncFn
    static String compoundAssignmentsOfATypeVariable(Trace t) {
        Box<Integer> i = new Box<>(1);
        Box<String> s = new Box<>("s");
        Box<Byte> b = new Box<>((byte) 1);
        Box<Character> c = new Box<>('c');
        Box<Object> o = new Box<>("o");
        Box<Long> l = new Box<>(1L);
        i.held += await(t.leaf("i", 2));
        i.held <<= 2;
        s.held += await(t.leaf("s", 3)) + "x";
        b.held = 5;
        c.held = 'd';
        l.held += await(t.leaf("l", 4));
        l.held *= 2;
        o.held += await(t.leaf("o", "p"));
        return i.held + s.held + b.held + c.held + o.held + l.held;
    }

    @Case
    @AsyncFn
    static String varargsOfATypeVariable(Trace t) {
        Box<Number> box = new Box<>(0);
        String one = Box.last(await(t.leaf("a", "a")), "b");
        List<Integer> list = box.listed(await(t.leaf("n", 1.5)), 1, await(t.leaf("two", 2)));
        List<Long> none = box.listed(3);
        box.cells = new Number[] {await(t.leaf("cell", 4))};
        box.list = List.of(await(t.leaf("in", 5)));
        return one + list + none + box.held + box.cells[0] + box.list.get(0).intValue();
    }

    @Case
    @AsyncFn
    static String wildcards(Trace t) {
        Box<?> any = new Box<>(await(t.leaf("any", "any")));
        Box<? extends Number> numbers = new Box<>(await(t.leaf("n", 5)));
        Box<? super Integer> supers = new Box<Number>(await(t.leaf("s", 1.5)));
        Object old = supers.swap(await(t.leaf("six", 6)));
        supers.held = await(t.leaf("seven", 7));
        any.held = null;
        return any.held + "" + numbers.held.intValue() + old + supers.held + numbers.map(n -> n.intValue() + 1).held;
    }

    @Case
    @AsyncFn
    @SuppressWarnings({"unchecked", "rawtypes"})
    static String rawTypes(Trace t) {
        Box box = new Box(await(t.leaf("a", "a")));
        box.held = await(t.leaf("b", "b"));
        Object old = box.swap(await(t.leaf("c", 'c')));
        box.raw.add(1);
        box.raw = new ArrayList(await(t.leaf("list", List.of(1))));
        return old + "" + box.held + box.raw;
    }

    @Case
    @AsyncFn
    static String references(Trace t) {
        Function<String, Box<String>> make = Box::new;
        BiFunction<Box<String>, String, String> swap = Box::swap;
        IntFunction<Box<Integer>> boxed = Box::new;
        Box<String> box = make.apply(await(t.leaf("m", "m")));
        Function<String, String> bound = box::swap;
        box = null;
        await(t.tick("t"));
        Box<String> other = new Box<String>("other", () -> t.v("supplied", 1));
        return bound.apply("n") + bound.apply("o") + swap.apply(other, "p") + other.held + boxed.apply(3).held;
    }

    @Case
    @AsyncFn
    static <N extends Comparable<N>> String explicitTypeArguments(Trace t) {
        Box<Object> box = new Box<Object>(await(t.leaf("a", 1)));
        List<Integer> list = box.<Integer>listed("x", await(t.leaf("b", 2)));
        String s = Box.<String>last("y", await(t.leaf("c", "z")));
        Box<Number> mapped = box.<Number>map(o -> 7);
        return list + s + mapped.held;
    }

    /** Names of type parameters that are the same inside and out. */
    static final class Outer<T> {
        private T one;

        Outer(T one) {
            this.one = one;
        }

        final class Lid<X> {
            X u;

            Lid(X u) {
                this.u = u;
            }
        }

        final class Plain {
            T t;
        }

        final class Deep<U> {
            private T from = one;
            private U own;

            private Deep(U own) {
                this.own = own;
            }

            private <V extends T> V pick(V v, U u) {
                own = u;
                from = v;
                return v;
            }

            @AsyncFn
            String deep(Trace t, U u, T v) {
                T before = one;
                one = await(t.leaf("one", v));
                T picked = pick(await(t.leaf("v", v)), u);
                Deep<U> other = new Deep<>(await(t.leaf("own", own)));
                other.own = u;
                List<Deep<? super U>> list = new ArrayList<>();
                list.add(this);
                list.add(new Deep<U>(await(t.leaf("last", u))));
                Deep<? super U> o = list.get(1);
                Plain plain = new Plain();
                plain.t = v;
                List<Plain[]> plains = new ArrayList<>();
                if (((Deep<? super U>) o).own == u && Plain.class != null) t.log("found " + plains);
                Function<Plain, T> f = p -> p.t;
                Supplier<Plain> s = Plain::new;
                Function<U, Deep<U>> g = Deep::new;
                Function<U, Lid<U>> h = Lid<U>::new;
                Function<U, Lid<U>> i = Lid::new;
                await(t.tick("t"));
                t.log(f.apply(plain) + " " + s.get().t + g.apply(u).own + h.apply(u).u + i.apply(null).u);
                return before + "" + one + picked + own + from + other.own;
            }
        }
    }

    @Case
    @AsyncFn
    static String innerOfGeneric(Trace t) {
        Outer<Integer> outer = new Outer<>(1);
        Outer<Integer>.Deep<String> deep = outer.new Deep<>(await(t.leaf("d", "d")));
        deep.own += await(t.leaf("e", "e"));
        deep.from += 1;
        deep.from++;
        return deep.deep(t, "u", 5) + deep.from + deep.own;
    }
}
