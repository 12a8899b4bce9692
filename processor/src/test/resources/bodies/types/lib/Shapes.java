package bodies.types.lib;

import java.util.ArrayList;
import java.util.List;

/** Public classes of a library whose common superclasses are not. */
public final class Shapes {
    private Shapes() {}

    public interface Named {
        String name();

        default String title() {
            return "<" + name() + ">";
        }
    }

    public interface Sized<T extends Number> {
        T size();
    }

    /** Not accessible from the bodies, as are its own members. */
    abstract static class Base implements Named, Sized<Integer> {
        public String hidden() {
            return "hidden";
        }

        @Override
        public Integer size() {
            return name().length();
        }
    }

    public static final class Circle extends Base {
        @Override
        public String name() {
            return "circle";
        }
    }

    public static final class Square extends Base {
        @Override
        public String name() {
            return "square";
        }
    }

    /** Between two that are accessible. */
    public static class Top {
        public String top() {
            return "top";
        }
    }

    static class Middle<E> extends Top implements Named {
        final E element;

        Middle(E element) {
            this.element = element;
        }

        @Override
        public String name() {
            return "middle " + element;
        }
    }

    public static final class Left extends Middle<String> {
        public Left() {
            super("left");
        }
    }

    public static final class Right extends Middle<String> {
        public Right() {
            super("right");
        }
    }

    abstract static class Failure extends RuntimeException implements Named {
        private static final long serialVersionUID = 1;

        Failure(String message) {
            super(message);
        }

        @Override
        public String name() {
            return getMessage();
        }
    }

    public static final class Early extends Failure {
        private static final long serialVersionUID = 1;

        public Early() {
            super("early");
        }
    }

    public static final class Late extends Failure {
        private static final long serialVersionUID = 1;

        public Late() {
            super("late");
        }
    }

    /** A class of which others see only the interface. */
    private static final class Secret implements Named {
        @Override
        public String name() {
            return "secret";
        }
    }

    static class Hidden implements Named, Comparable<Hidden> {
        @Override
        public String name() {
            return "hidden";
        }

        @Override
        public int compareTo(Hidden other) {
            return 0;
        }
    }

    public static Hidden hidden() {
        return new Hidden();
    }

    public static List<Hidden> hiddenList() {
        return new ArrayList<>(List.of(new Hidden(), new Hidden()));
    }

    public static Hidden[] hiddenArray() {
        return new Hidden[] {new Hidden()};
    }

    public static Named secret() {
        return new Secret();
    }

    public static String take(Hidden hidden) {
        return "took " + hidden.name();
    }

    public static <T extends Hidden> String takeAny(T hidden) {
        return "took any " + hidden.name();
    }

    public static String takeAll(List<? extends Hidden> hidden) {
        return "took " + hidden.size();
    }

    /** A superclass with a protected class. */
    public static class Loader {
        protected static class Key implements Named {
            protected Key() {}

            @Override
            public String name() {
                return "key";
            }
        }

        public static final class First extends Key {
            public First() {}
        }

        public static final class Second extends Key {
            public Second() {}
        }
    }
}
