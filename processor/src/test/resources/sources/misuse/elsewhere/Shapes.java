package elsewhere;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** A subclass in another package sees what is protected; the class generated beside the subclass does not. */
public class Shapes {
    protected static class Shape {
        public String name() {
            return "shape";
        }
    }

    protected enum Color {
        RED,
        GREEN
    }

    public static Shape shape() {
        return new Shape();
    }

    public static List<Shape> shapes() {
        return List.of(shape());
    }

    public static Shape[] array() {
        return new Shape[] {shape()};
    }

    public static Color color() {
        return Color.RED;
    }

    public static int take(Shape shape) {
        return 1;
    }

    public static String apply(Function<Shape, String> function) {
        return function.apply(shape());
    }

    public static int supply(Supplier<Shape> supplier) {
        return supplier.get().hashCode();
    }

    public static int count(Shape... shapes) {
        return shapes.length;
    }

    public static <T> T same(T value) {
        return value;
    }
}
