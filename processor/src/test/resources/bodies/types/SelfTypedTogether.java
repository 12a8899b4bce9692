package bodies.types;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Several types at once, one of which has a bound for its type arguments, often itself: what stands for them must keep to it. */
final class SelfTypedTogether {
    private SelfTypedTogether() {}

    enum One implements Supplier<String> {
        A;

        @Override
        public String get() {
            return "a";
        }
    }

    enum Other implements Supplier<String> {
        B;

        @Override
        public String get() {
            return "b";
        }
    }

    interface Named {
        default String named() {
            return getClass().getSimpleName();
        }
    }

    abstract static class Animal<T extends Animal<T>> {
        int legs = 4;

        @SuppressWarnings("unchecked")
        T self() {
            return (T) this;
        }

        @Override
        public String toString() {
            return "an animal";
        }
    }

    interface Ordered<T extends Ordered<T>> {
        default int order(T other) {
            return 1;
        }
    }

    static final class Dog extends Animal<Dog> implements Named, Ordered<Dog> {}

    static final class Cat extends Animal<Cat> implements Named, Ordered<Cat> {}

    interface Key<K extends Key<K, L>, L extends Lock<L, K>> {
        default L lock() {
            return null;
        }
    }

    interface Lock<L extends Lock<L, K>, K extends Key<K, L>> {}

    static final class Key1 implements Key<Key1, Lock1>, Named {}

    static final class Lock1 implements Lock<Lock1, Key1>, Named {}

    static final class Key2 implements Key<Key2, Lock2>, Named {}

    static final class Lock2 implements Lock<Lock2, Key2>, Named {}

    static class Holder<T extends Named> {
        final T held;

        Holder(T held) {
            this.held = held;
        }

        @Override
        public String toString() {
            return "a holder";
        }
    }

    static <T extends Named> Holder<T> hold(T one, T other) {
        return new Holder<>(one);
    }

    static class Stable<T extends Animal<?>> {
        final T animal;

        Stable(T animal) {
            this.animal = animal;
        }

        @Override
        public String toString() {
            return "a stable";
        }
    }

    static final class DogStable extends Stable<Dog> {
        DogStable() {
            super(new Dog());
        }
    }

    static final class CatStable extends Stable<Cat> {
        CatStable() {
            super(new Cat());
        }
    }

    static class Base implements Comparable<Base> {
        @Override
        public int compareTo(Base other) {
            return 0;
        }
    }

    static final class Left extends Base implements Named {}

    static final class Right extends Base implements Named {}

    static class Sorted<T extends Comparable<? super T>> {
        final T first;

        Sorted(T first) {
            this.first = first;
        }
    }

    static <T extends Comparable<? super T>> Sorted<T> sorted(T one, T other) {
        return new Sorted<>(one);
    }

    static boolean c() {
        return true;
    }

    static <T> List<T> two(T a, T b) {
        return List.of(a, b);
    }

    @Case
    @AsyncFn
    static Object enumsOfAnInterface(Trace t) throws Exception {
        var x = await(t.leaf("a", c())) ? One.A : Other.B;
        await(t.tick("b"));
        Supplier<String> supplier = x;
        Supplier<Boolean> later = () -> x instanceof One;
        Enum<?> constant = x;
        var type = x.getDeclaringClass();
        await(t.tick("c"));
        return x.get() + x.name() + supplier.get() + (x instanceof Other) + ((One) x).ordinal() + (x == One.A) + later.get()
                + constant.ordinal() + type.getSimpleName();
    }

    @Case
    @AsyncFn
    static Object constantsInALoop(Trace t) throws Exception {
        String s = "";
        for (var x : List.of(One.A, Other.B)) {
            await(t.leaf("x", x));
            Supplier<String> get = x::get;
            s += x.get() + x.name() + (x instanceof One a ? a.get() : "-") + (x == Other.B) + get.get();
            s += two(x, await(t.leaf("y", x))).get(1).name();
        }
        return s;
    }

    @Case
    @AsyncFn
    static Object listOfConstants(Trace t) throws Exception {
        var list = List.of(One.A, Other.B);
        await(t.tick("a"));
        return list.get(0).get() + list.get(1).name() + list.stream().map(x -> x.name() + x.get()).toList();
    }

    @Case
    @AsyncFn
    static Object selfTypedClass(Trace t) throws Exception {
        String s = "";
        for (var x : List.of(new Dog(), new Cat())) {
            await(t.tick("a"));
            Animal<?> animal = x;
            Named named = x;
            Supplier<String> later = () -> x.named() + x.legs + (x instanceof Dog);
            s += x.named() + x.legs + x.self().named() + (x instanceof Cat cat ? cat.order(cat) : 0) + (x == x.self());
            s += animal.legs + named.named() + later.get();
        }
        return s;
    }

    /** What a class says of its own type argument is told of those that stand in another type, too. */
    @Case
    @AsyncFn
    static Object selfTypedArguments(Trace t) throws Exception {
        var animals = List.of(new Dog(), new Cat());
        var constants = Optional.of(List.of(One.A, Other.B));
        var holder = hold(new Dog(), new Cat());
        await(t.tick("a"));
        var self = animals.get(0).self();
        var type = constants.get().get(1).getDeclaringClass();
        await(t.tick("b"));
        return self.named() + self.legs + animals.get(1).self().named() + holder.held.self().named()
                + type.getEnumConstants()[0].get() + (self instanceof Dog) + (animals.get(0) == self)
                + animals.stream().map(x -> x.self().named()).toList();
    }

    @Case
    @AsyncFn
    static Object parametersBoundToEachOther(Trace t) throws Exception {
        var x = c() ? new Key1() : new Key2();
        var list = List.of(new Key1(), new Key2());
        await(t.tick("a"));
        var lock = x.lock();
        await(t.tick("b"));
        return x.named() + lock + list.get(1).named() + (x instanceof Key1) + (list.get(1) instanceof Key1);
    }

    @Case
    @AsyncFn
    static Object argumentWithABound(Trace t) throws Exception {
        var holder = hold(new Dog(), new Cat());
        await(t.tick("a"));
        return holder.held.named() + holder.held.legs + (holder.held instanceof Dog)
                + hold(new Cat(), await(t.leaf("dog", new Dog()))).held.named()
                + await(t.leaf("b", hold(new Dog(), new Cat()))).held.legs;
    }

    @Case
    @AsyncFn
    static Object wildcardWithABound(Trace t) throws Exception {
        var stable = c() ? new DogStable() : new CatStable();
        await(t.tick("a"));
        var animal = stable.animal;
        await(t.tick("b"));
        return stable.animal.named() + stable.animal.legs + animal.named() + animal.legs + (stable instanceof DogStable)
                + await(t.leaf("c", c() ? new DogStable() : new CatStable())).animal.named();
    }

    @Case
    @AsyncFn
    static Object argumentOfASuperBound(Trace t) throws Exception {
        var sorted = sorted(new Left(), new Right());
        await(t.tick("a"));
        return sorted.first.named() + sorted.first.compareTo(new Base()) + sorted(new Right(), new Left()).first.named();
    }
}
