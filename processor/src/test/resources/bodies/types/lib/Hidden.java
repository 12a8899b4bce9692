package bodies.types.lib;

import java.util.ArrayList;
import java.util.List;

/** Other packages see its member classes only through {@link Shown}. */
class Hidden {
    public static class Nest {
        public static int count = 4;
        public int f = 1;

        public Nest() {}

        public String n() {
            return "nest";
        }

        public static class Deep {
            public Deep() {}

            public String d() {
                return "deep";
            }
        }
    }

    public interface Fun<T> {
        T f(T t);
    }

    public enum En {
        A,
        B
    }

    public static class Gen<T> {
        public T v;

        public Gen(T v) {
            this.v = v;
        }
    }

    public class Inn {
        public Inn() {}

        public String i() {
            return "inn";
        }
    }

    public record Rec(int a) {}

    public static class Exc extends Exception {
        private static final long serialVersionUID = 1;

        public Exc() {
            super("exc");
        }
    }

    public static <T extends Nest> T same(T t) {
        return t;
    }

    public static Nest nest() {
        return new Nest();
    }

    public static List<Nest> nests() {
        return new ArrayList<>(List.of(new Nest()));
    }

    public static String take(Nest n) {
        return "take" + n.n();
    }
}
