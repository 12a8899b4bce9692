package bodies.carried;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Private types above others of which nothing in generated code says that they stand below: values are cast there. */
final class Supertypes {
    private abstract static class Animal {
        String name = "animal";

        abstract String sound();

        String twice() {
            return sound() + sound();
        }

        Animal self() {
            return this;
        }
    }

    /** It has a name everywhere, the class above it has none. */
    static class Cat extends Animal {
        @Override
        String sound() {
            return "miau";
        }
    }

    static final class Kitten extends Cat {
        @Override
        String sound() {
            return "mi";
        }
    }

    /** What stands for it has a bound that what stands for an animal has not. */
    private static final class Dog extends Animal implements Runnable, Comparable<Dog> {
        int runs;

        @Override
        String sound() {
            return "wuff" + runs;
        }

        @Override
        public void run() {
            runs++;
        }

        @Override
        public int compareTo(Dog other) {
            return Integer.compare(runs, other.runs);
        }
    }

    private interface Named {
        String name();
    }

    private interface Priced {
        int price();

        default String tag() {
            return "$" + price();
        }
    }

    private record Item(String name, int price) implements Named, Priced {
        @AsyncFn
        int total(Trace t, int n) {
            Priced self = this;
            return await(t.leaf("n", n)) * self.price();
        }

        @AsyncFn
        static String both(Trace t, Named named, Item item) {
            Named first = await(t.leaf("b", true)) ? item : named;
            return first.name() + named.name() + await(item.total(t, 2));
        }
    }

    private abstract static class Rule<T> {
        T value;

        abstract T apply(T other);
    }

    static final class Join extends Rule<String> {
        Join(String value) {
            this.value = value;
        }

        @Override
        String apply(String other) {
            return value + other;
        }
    }

    private static final class Zoo {
        Animal first;
        private final List<Animal> all = new ArrayList<>();

        Zoo(Animal first) {
            all.add(first);
        }

        Zoo with(Animal... animals) {
            all.addAll(Arrays.asList(animals));
            return this;
        }

        Zoo add(Animal animal, Supplier<? extends Animal> other) {
            all.add(animal);
            all.add(other.get());
            return this;
        }

        String hear() {
            StringBuilder s = new StringBuilder();
            for (Animal animal : all) {
                s.append(animal.sound());
            }
            return s.toString();
        }
    }

    private static class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failure(String message) {
            super(message);
        }
    }

    static final class Missing extends Failure {
        private static final long serialVersionUID = 1;

        Missing(String message) {
            super(message);
        }
    }

    private static String hear(Animal animal) {
        return animal.twice();
    }

    static <T> T either(boolean first, T one, T other) {
        return first ? one : other;
    }

    @Case
    @AsyncFn
    static String ofANamedClass(Trace t) {
        Animal animal = new Cat();
        Cat cat = new Kitten();
        String s = animal.sound() + await(t.leaf("a", "-")) + cat.sound() + cat.name + hear(cat);
        animal = cat;
        cat.name = "kitten";
        s += animal.name + animal.twice() + (animal == cat) + (animal instanceof Kitten) + ((Cat) animal).sound();
        Animal[] animals = {cat, new Cat(), animal};
        animals[1] = await(t.leaf("c", cat));
        animals[2] = animals[1].self();
        for (Animal each : animals) {
            s += each.sound();
        }
        return s + (cat.self() == animal) + Objects.equals(animal, cat);
    }

    @Case
    @AsyncFn
    static String ofAPrivateClassWithOtherBounds(Trace t) {
        Dog dog = new Dog();
        dog.run();
        Animal animal = dog;
        Runnable runnable = dog;
        runnable.run();
        String s = animal.sound() + await(t.leaf("a", "-")) + dog.compareTo(new Dog()) + hear(dog) + dog.twice();
        Animal chosen = await(t.leaf("b", true)) ? dog : new Cat();
        Animal other = dog.runs > 9 ? dog : new Cat();
        List<Animal> animals = new ArrayList<>();
        animals.add(dog);
        animals.add(await(t.leaf("d", dog)));
        animals.add(either(true, chosen, dog));
        for (Animal each : animals) {
            s += each.sound() + (each == dog);
        }
        return s + other.sound() + ((Dog) animal).runs;
    }

    @Case
    @AsyncFn
    static String ofSeveralPrivateInterfaces(Trace t) {
        Item item = new Item("pen", await(t.leaf("p", 3)));
        Named named = item;
        Priced priced = item;
        Map<String, Priced> prices = new TreeMap<>();
        prices.put(named.name(), item);
        prices.put("other", await(t.leaf("i", item)));
        return named.name() + priced.tag() + item.tag() + item.name() + prices.size() + prices.get("pen").price()
                + await(item.total(t, 4)) + await(Item.both(t, item, item)) + item;
    }

    @Case
    @AsyncFn
    static String ofAGenericClass(Trace t) {
        Rule<String> rule = new Join(await(t.leaf("j", "<")));
        Join join = new Join(">");
        List<Rule<String>> rules = new ArrayList<>(List.of(rule));
        rules.add(join);
        String s = "";
        for (Rule<String> each : rules) {
            s = each.apply(s + each.value.length()) + await(t.leaf("x", "x"));
        }
        join.value = "!";
        return s + join.apply(join.value);
    }

    @Case
    @AsyncFn
    static String inLambdasAndSwitches(Trace t) {
        Supplier<Animal> cat = () -> new Cat();
        Supplier<Animal> dog = () -> {
            if (t.toString().isEmpty()) {
                return new Cat();
            }
            return new Dog();
        };
        Function<Animal, String> hear = Animal::twice;
        Kitten kitten = new Kitten();
        int n = await(t.leaf("n", 2));
        Animal chosen = switch (n) {
            case 1 -> new Cat();
            case 2 -> kitten;
            default -> {
                yield new Dog();
            }
        };
        Animal awaited = switch (n) {
            case 1 -> await(t.leaf("one", kitten));
            default -> {
                await(t.tick("t"));
                yield kitten;
            }
        };
        return cat.get().sound() + dog.get().sound() + hear.apply(kitten) + chosen.sound() + awaited.name;
    }

    @Case
    @AsyncFn
    static String asArguments(Trace t) {
        Cat cat = new Cat();
        Dog dog = new Dog();
        Zoo zoo = new Zoo(dog).with(cat, dog, await(t.leaf("k", new Kitten())));
        zoo.first = cat;
        String s = zoo.first.sound();
        zoo.first = await(t.leaf("d", dog));
        zoo.all.add(cat);
        zoo.all.set(0, dog);
        List<Animal> some = Arrays.asList(cat, dog);
        List<Animal> more = List.of(cat, await(t.leaf("d", dog)), dog);
        return s + zoo.first.sound() + zoo.add(cat, () -> cat).hear() + some.size() + more.get(1).sound()
                + await(heard(t, cat, dog)) + await(heard(t, dog, dog));
    }

    @AsyncFn
    private static String heard(Trace t, Animal animal, Dog dog) {
        return animal.sound() + await(t.leaf("h", dog.sound())) + (animal == dog);
    }

    @AsyncFn
    private static Animal found(Trace t, boolean any) {
        if (any) {
            return new Cat();
        }
        Dog dog = await(t.leaf("dog", new Dog()));
        return dog;
    }

    @Case
    @AsyncFn
    static String asResults(Trace t) {
        Animal cat = await(found(t, true));
        return cat.sound() + await(found(t, false)).sound();
    }

    @Case
    @AsyncFn
    static String inBlocks(Trace t) {
        Dog dog = new Dog();
        Cat cat = new Cat();
        var first = async(() -> {
            Animal animal = dog;
            return animal.sound() + await(t.leaf("f", "f"));
        });
        String s = await(first);
        Animal second = await(async(() -> await(t.leaf("c", cat))));
        return s + second.sound();
    }

    @Case
    @AsyncFn
    static String failures(Trace t) {
        String s = "";
        for (int i = 0; i < 2; i++) {
            try {
                await(t.tick("t"));
                Failure failure = i == 0 ? new Missing("m") : new Failure("f");
                Missing missing = new Missing("n");
                failure.addSuppressed(missing);
                throw failure;
            } catch (Failure e) {
                Failure kept = e;
                s += kept.getMessage() + e.getSuppressed().length + (kept instanceof Missing);
            } finally {
                s += await(t.leaf("x", "x"));
            }
        }
        return s;
    }

    /** A class that can be named is the receiver, and the class above it is private. */
    static final class Tiger extends Animal {
        @Override
        String sound() {
            return "roar";
        }

        @AsyncFn
        String roam(Trace t, List<Animal> seen) {
            Animal self = this;
            seen.add(this);
            seen.add(await(t.leaf("s", this)));
            return self.sound() + twice() + name + self().name + super.twice() + hear(this) + seen.size();
        }
    }

    @Case
    @AsyncFn
    static String inAClassBelow(Trace t) {
        Tiger tiger = new Tiger();
        return await(tiger.roam(t, new ArrayList<>()));
    }

    private static String allOf(List<? extends Animal> animals) {
        StringBuilder s = new StringBuilder();
        animals.forEach(each -> s.append(each.sound()));
        return s.toString();
    }

    interface Listener {
        String heard(Animal animal);
    }

    interface Choice<T> {
        T of(T one, Animal animal, List<Animal> others);
    }

    @Case
    @AsyncFn
    static String inTypeArguments(Trace t) {
        List<Cat> cats = new ArrayList<>(List.of(new Cat(), new Kitten()));
        List<? extends Animal> animals = cats;
        Cat[] array = {new Cat(), new Kitten()};
        Animal[] others = array;
        String s = allOf(cats) + await(t.leaf("a", "-")) + animals.get(1).sound() + others.length + allOf(animals);
        for (Animal animal : cats) {
            s += animal.sound();
        }
        for (Animal animal : await(t.leaf("c", cats))) {
            s += await(t.leaf("s", animal)).sound();
        }
        for (Animal animal : array) {
            s += animal.sound() + await(t.leaf("x", "x"));
        }
        for (Animal animal : array) {
            s += animal.name;
        }
        Map<String, List<? extends Animal>> named = new TreeMap<>();
        named.put("cats", cats);
        named.put("more", await(t.leaf("m", cats)));
        return s + named.size() + allOf(named.get("more"));
    }

    /** Who calls the lambda passes values of the private type. */
    @Case
    @AsyncFn
    static String functionsOfPrivateTypes(Trace t) {
        int n = await(t.leaf("n", 2));
        Listener listener = animal -> animal.sound() + n;
        Listener hears = Supertypes::hear;
        Choice<String> choice = (one, animal, others) -> one + animal.twice() + others.size();
        Cat cat = new Cat();
        String s = listener.heard(cat) + hears.heard(new Dog());
        return s + choice.of(await(t.leaf("s", "s")), cat, List.of(cat));
    }

    @Case
    @AsyncFn
    static String classesOfValues(Trace t) {
        Dog dog = new Dog();
        Animal animal = new Kitten();
        Class<? extends Dog> type = dog.getClass();
        var other = animal.getClass();
        Class<? extends Animal> above = await(t.leaf("b", true)) ? dog.getClass() : animal.getClass();
        List<Class<? extends Animal>> all = new ArrayList<>(List.of(other, above));
        all.add(type);
        Map<Class<?>, String> names = new TreeMap<>((a, b) -> a.getName().compareTo(b.getName()));
        names.put(dog.getClass(), "dog" + await(t.leaf("d", "!")));
        names.put(animal.getClass(), "kitten");
        return type.getSimpleName() + other.getSimpleName() + above.getSimpleName() + all.size() + names.values()
                + type.cast(dog).sound() + Objects.equals(type, dog.getClass()) + names.get(animal.getClass());
    }

    /** The body's own class stands below one that can be named. */
    @Case
    @AsyncFn
    static String classOfTheBody(Trace t) {
        Cat cat = new Cat() {
            @Override
            String sound() {
                return "purr" + super.sound();
            }
        };
        Animal animal = cat;
        return animal.sound() + await(t.leaf("x", "x")) + hear(cat);
    }

    static final class Holder<T> {
        T value;

        Holder(T value) {
            this.value = value;
        }

        void set(T value) {
            this.value = value;
        }
    }

    @Case
    @AsyncFn
    static String inFieldsAndArrays(Trace t) {
        Cat cat = new Kitten();
        Zoo zoo = new Zoo(cat);
        Animal chained = zoo.first = cat;
        Animal[] some = {cat, new Dog()};
        Animal[][] rows = {{cat}, {}};
        some[1] = rows[0][0] = await(t.leaf("b", true)) ? cat : chained;
        Holder<Animal> holder = new Holder<>(cat);
        Holder<Animal> other = new Holder<Animal>(new Dog());
        other.value = cat;
        Runnable later = () -> holder.set(zoo.first);
        later.run();
        holder.set(await(t.leaf("c", cat)));
        Animal first = (cat);
        Animal kept = Objects.requireNonNull(cat);
        return chained.sound() + some[1].sound() + holder.value.name + (other.value == first) + (kept == rows[0][0])
                + String.format("%s%d", cat.name, some.length);
    }

    @AsyncFn
    private static <C extends Cat> String ofATypeParameter(Trace t, C cat) {
        Animal animal = cat;
        C same = await(t.leaf("c", cat));
        return animal.sound() + hear(same);
    }

    @AsyncFn
    private static <N extends Named> N longer(Trace t, N one, Item item) {
        Named named = await(t.leaf("i", item));
        return named.name().length() > one.name().length() ? null : one;
    }

    @Case
    @AsyncFn
    static String typeParameters(Trace t) {
        Item item = new Item("pencil", 2);
        return await(ofATypeParameter(t, new Kitten())) + await(ofATypeParameter(t, new Cat()))
                + await(longer(t, item, new Item("pen", 1))) + await(longer(t, new Item("pen", 1), item));
    }
}
