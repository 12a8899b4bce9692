package bodies.virtual;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Async fns of classes with a name that can be overridden, with private classes in their signatures or bodies. */
final class PrivateSignatures {
    private PrivateSignatures() {}

    private static class Cell<T> {
        T value;

        Cell(T value) {
            this.value = value;
        }
    }

    private record User(String name) {}

    private enum Color {
        RED
    }

    static class Base {
        @AsyncFn
        int taken(Trace t, int n, Cell<Integer> cell) {
            return n * await(t.leaf("taken", cell.value));
        }

        @AsyncFn
        Cell<Integer> given(Trace t) throws IOException {
            return new Cell<>(await(t.leaf("given", 2)));
        }

        @AsyncFn
        void inside(Trace t, List<Cell<String>> cells, User user) {
            t.log(await(t.leaf("inside", user.name() + cells.get(0).value)));
        }

        @AsyncFn
        User arrays(Trace t, User[] users) {
            return users[await(t.leaf("arrays", 0))];
        }

        @AsyncFn
        <T> Map<T, Cell<? super T>> generic(Trace t, Cell<? extends T> cell, T key) {
            await(t.leaf("generic", cell.value));
            return Map.of(key, new Cell<Object>(key));
        }

        @AsyncFn
        Cell<?>[] colors(Trace t, Color color) {
            return new Cell<?>[] {new Cell<>(await(t.leaf("color", color)))};
        }

        @AsyncFn
        String inBody(Trace t) throws IOException {
            User user = new User(await(t.leaf("name", "inner")));
            return user.name();
        }
    }

    static class Below extends Base {
        @AsyncFn
        @Override
        int taken(Trace t, int n, Cell<Integer> cell) {
            return 100 + super.taken(t, n, cell) + await(super.taken(t, 1, new Cell<>(3)));
        }

        @Override
        Cell<Integer> given(Trace t) {
            t.log("plain");
            return new Cell<>(9);
        }

        @AsyncFn
        @Override
        User arrays(Trace t, User[] users) {
            return super.arrays(t, users);
        }

        @AsyncFn
        @Override
        <T> Map<T, Cell<? super T>> generic(Trace t, Cell<? extends T> cell, T key) {
            return super.generic(t, cell, key);
        }

        /** The future above has a type parameter of which nothing says here. */
        @AsyncFn
        @Override
        String inBody(Trace t) throws IOException {
            var block = async(() -> super.inBody(t));
            return super.inBody(t) + await(block) + await(super.inBody(t));
        }
    }

    interface Shape {
        @AsyncFn
        default User same(Trace t, User user) {
            return await(t.leaf("same", user));
        }

        @AsyncFn
        Cell<User> boxed(Trace t, Cell<User> cell);
    }

    static class Square implements Shape {
        @AsyncFn
        @Override
        public Cell<User> boxed(Trace t, Cell<User> cell) {
            cell.value = await(t.leaf("boxed", new User(cell.value.name() + "!")));
            return cell;
        }
    }

    private static Base anonymous() {
        return new Base() {
            @Override
            int taken(Trace t, int n, Cell<Integer> cell) {
                t.log("anonymous");
                return -cell.value;
            }
        };
    }

    private static Shape lambda() {
        return (t, cell) -> new Cell<>(new User("lambda " + cell.value.name()));
    }

    @AsyncFn
    private static String all(Trace t, Base base) throws IOException {
        base.inside(t, List.of(new Cell<>("s")), new User("u"));
        return base.taken(t, 2, new Cell<>(5)) + " " + base.given(t).value + base.arrays(t, new User[] {new User("a")})
                + base.generic(t, new Cell<>("c"), "k").get("k").value + base.colors(t, Color.RED)[0].value + base.inBody(t);
    }

    @Case
    @AsyncFn
    static String classes(Trace t) throws IOException {
        return await(all(t, new Base())) + await(all(t, new Below())) + await(all(t, anonymous()));
    }

    @Case
    @AsyncFn
    static String interfaces(Trace t) {
        Shape square = new Square();
        Shape lambda = lambda();
        return square.same(t, new User("x")) + square.boxed(t, new Cell<>(new User("y"))).value.name()
                + lambda.boxed(t, new Cell<>(new User("z"))).value.name();
    }
}
