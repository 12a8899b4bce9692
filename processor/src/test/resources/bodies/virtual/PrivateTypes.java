package bodies.virtual;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.IOException;
import java.util.List;

/** Async fns of private classes and interfaces that can be overridden. */
final class PrivateTypes {
    private PrivateTypes() {}

    private static class Base {
        int seen;

        @AsyncFn
        int get(Trace t, int r) {
            return await(t.leaf("base", r)) + seen++;
        }

        @AsyncFn
        Base me(Trace t) {
            t.log("me");
            return await(t.leaf("me", this));
        }

        @AsyncFn
        <X extends Comparable<X>> X max(Trace t, X x, List<? extends Base> others) throws IOException {
            if (others.isEmpty()) {
                throw new IOException("none");
            }
            return await(t.leaf("max", x));
        }

        @AsyncFn
        int withAnotherPrivateType(Trace t, int r) {
            Other other = new Other(r);
            await(t.tick("t"));
            return other.x + r;
        }

        @AsyncFn
        void nothing(Trace t) {
            await(t.tick("nothing"));
        }
    }

    private record Other(int x) {}

    private static class Below extends Base {
        @AsyncFn
        @Override
        int get(Trace t, int r) {
            return 100 + super.get(t, r) + await(super.get(t, 1));
        }

        @AsyncFn
        @Override
        Below me(Trace t) {
            await(t.tick("below"));
            return this;
        }

        @AsyncFn
        @Override
        int withAnotherPrivateType(Trace t, int r) {
            return 1000 + super.withAnotherPrivateType(t, r);
        }

        @Override
        void nothing(Trace t) {
            t.log("a plain override");
        }
    }

    private static Base anonymous() {
        return new Base() {
            @Override
            int get(Trace t, int r) {
                t.log("anonymous");
                return -r;
            }
        };
    }

    private interface Shape {
        @AsyncFn
        int area(Trace t, int k);

        @AsyncFn
        default int twice(Trace t, int k) {
            return area(t, k) + await(area(t, k + 1));
        }
    }

    private record Square(int side) implements Shape {
        @AsyncFn
        @Override
        public int area(Trace t, int k) {
            return await(t.leaf("side", side)) * k;
        }
    }

    private static Shape lambda() {
        return (t, k) -> k * 7;
    }

    private abstract static class Named {
        @AsyncFn
        abstract String name(Trace t);

        @AsyncFn
        protected String full(Trace t) {
            return "full " + name(t);
        }
    }

    /** A class with a name for all, whose superclass has none. */
    static class Shown extends Named {
        @AsyncFn
        @Override
        String name(Trace t) {
            return await(t.leaf("shown", "shown"));
        }
    }

    private static Named shown() {
        return new Shown();
    }

    private enum Level {
        LOW,
        HIGH {
            @Override
            int weight(Trace t) {
                t.log("high");
                return 10;
            }
        };

        @AsyncFn
        int weight(Trace t) {
            return await(t.leaf("low", 1));
        }
    }

    private static Level level(String name) {
        return Level.valueOf(name);
    }

    @Case
    @AsyncFn
    static String classes(Trace t) throws IOException {
        Base base = new Base();
        Base below = new Below();
        Base anonymous = anonymous();
        Below known = new Below();
        below.nothing(t);
        base.nothing(t);
        return base.get(t, 1) + " " + await(below.get(t, 2)) + " " + anonymous.get(t, 3) + " " + known.get(t, 4) + " "
                + base.me(t).get(t, 5) + await(below.me(t)).withAnotherPrivateType(t, 6)
                + base.withAnotherPrivateType(t, 7) + base.max(t, "x", List.of(below)) + known.me(t).seen;
    }

    @Case
    @AsyncFn
    static String failures(Trace t) {
        Base none = null;
        try {
            return "" + await(new Below().max(t, 3, List.of()));
        } catch (IOException e) {
            try {
                return "" + none.get(t, 1);
            } catch (NullPointerException n) {
                return e.getMessage() + " null";
            }
        }
    }

    @Case
    @AsyncFn
    static String interfaces(Trace t) {
        Shape square = new Square(3);
        Shape lambda = lambda();
        return square.area(t, 2) + " " + lambda.area(t, 2) + " " + await(square.twice(t, 1)) + lambda.twice(t, 3);
    }

    @Case
    @AsyncFn
    static String abstractClassesAndEnums(Trace t) {
        return shown().full(t) + shown().name(t) + level("LOW").weight(t) + await(level("HIGH").weight(t));
    }
}
