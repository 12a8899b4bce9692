package bodies.carried;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Private classes above each other: what stands for one is the bound of what stands for the other. */
final class Hierarchies {
    private sealed interface Shape permits Circle, Square {
        int area();

        default String text() {
            return "area " + area();
        }
    }

    private record Circle(int r) implements Shape {
        @Override
        public int area() {
            return 3 * r * r;
        }
    }

    private record Square(int s) implements Shape {
        @Override
        public int area() {
            return s * s;
        }

        Square doubled() {
            return new Square(2 * s);
        }
    }

    private abstract static class Animal {
        String name = "animal";

        abstract String sound();

        String twice() {
            return sound() + sound();
        }
    }

    private static class Dog extends Animal {
        int tails = 1;

        Dog() {
            name = "dog";
        }

        @Override
        String sound() {
            return "wuff";
        }
    }

    private static final class Puppy extends Dog {
        @Override
        String sound() {
            return "wiff";
        }
    }

    static List<Shape> shapes() {
        return List.of(new Circle(1), new Square(2));
    }

    private static int total(List<? extends Shape> shapes) {
        return shapes.stream().mapToInt(Shape::area).sum();
    }

    private static String hear(Animal animal) {
        return animal.sound();
    }

    @Case
    @AsyncFn
    static String sealedInterface(Trace t) {
        Shape shape = new Circle(await(t.leaf("r", 2)));
        Square square = new Square(3);
        Shape other = square.doubled();
        List<Shape> all = new ArrayList<>(shapes());
        all.add(shape);
        all.add(await(t.leaf("s", square)));
        String s = shape.text() + square.area() + other.area() + total(all) + total(List.of(square));
        for (Shape one : all) {
            s += one instanceof Square ? ((Square) one).s() + await(t.leaf("x", "x")) : one.text();
        }
        return s + all;
    }

    @Case
    @AsyncFn
    static String classes(Trace t) {
        boolean b = await(t.leaf("b", true));
        Dog dog = b ? new Puppy() : new Dog();
        Animal animal = dog;
        animal.name += await(t.leaf("n", "!"));
        dog.tails++;
        Function<Animal, String> hear = Animal::twice;
        Animal chosen = b ? await(t.leaf("d", new Dog())) : animal;
        return animal.name + dog.tails + dog.name + hear(dog) + hear.apply(dog) + hear.apply(animal)
                + chosen.twice() + (animal instanceof Puppy) + ((Puppy) dog).twice();
    }
}
