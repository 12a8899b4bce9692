package lib.api;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** Deprecated as a whole: where it names itself, javac does not warn. */
@Deprecated
public class Dated {
    int n;

    public Dated() {}

    @AsyncFn
    public int virtual(Dated other) {
        return n + other.hidden();
    }

    @AsyncFn
    public static int ofAll(Dated other) {
        return other.n + other.hidden();
    }

    private int hidden() {
        return n;
    }

    public static class Nested {
        public Nested() {}

        @AsyncFn
        public int virtual(Nested other) {
            return other.hidden();
        }

        private int hidden() {
            return 1;
        }
    }

    public class Inner<T> {
        public Inner() {}

        @AsyncFn
        public T inner(Future<T> f, Nested nested) {
            return await(f);
        }
    }

    public interface Shape {
        @AsyncFn
        int area(Nested nested);
    }

    public enum Kind {
        ONE;

        @AsyncFn
        public int number(Nested nested) {
            return ordinal();
        }
    }

    public record Pair(int left) {
        @AsyncFn
        public int sum(Nested nested) {
            return left;
        }
    }
}
