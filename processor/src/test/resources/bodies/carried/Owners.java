package bodies.carried;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Private classes of generic, inner and other owners. */
final class Owners {
    static final class Generic<T extends Comparable<T>> {
        private static final class Cell {
            String s = "c";

            String get() {
                return s;
            }
        }

        final List<Cell> cells = new ArrayList<>();
        private Cell cell = new Cell();
        private final T value;

        private Generic(T value) {
            this.value = value;
        }

        private int size() {
            return cells.size();
        }

        private <U> U keep(U value, Cell cell) {
            cells.add(cell);
            return value;
        }

        private static <U extends Number> U same(U value, List<Cell> cells) {
            return value;
        }

        @AsyncFn
        <U> String all(Trace t, U other) {
            Cell c = new Cell();
            c.s += await(t.leaf("n", 1));
            cells.add(c);
            cell = c;
            U kept = keep(other, cell);
            Cell d = keep(c, c);
            int n = same(3, cells);
            for (Cell x : cells) {
                x.s += "!" + await(t.leaf("x", 2));
            }
            cells.forEach(x -> x.s += "?");
            return c.get() + cells.size() + kept + d.get() + n + value + this.cell.s + size();
        }
    }

    @Case
    @AsyncFn
    static String generic(Trace t) {
        return await(new Generic<>("v").all(t, 7)) + new Generic<>(1).all(t, "o");
    }

    static final class Around {
        int base = 2;

        private final class Inner {
            int n = 5;

            private final class Deep {
                int d = n;
            }

            int outer() {
                return n + base;
            }

            Inner again() {
                return new Inner();
            }

            @AsyncFn
            int load(Trace t) {
                n += await(t.leaf("n", 1)) + base;
                return n + new Deep().d + outer();
            }
        }

        Inner inner() {
            return new Inner();
        }

        @AsyncFn
        String all(Trace t) {
            Inner i = new Inner();
            Inner j = this.new Inner();
            var k = inner();
            Supplier<Inner> made = Inner::new;
            i.n += await(t.leaf("n", 3));
            var deep = i.new Deep();
            return "" + i.outer() + j.again().n + k.outer() + deep.d + await(i.load(t)) + made.get().n;
        }
    }

    @Case
    @AsyncFn
    static String inner(Trace t) {
        return await(new Around().all(t));
    }

    enum Level {
        LOW;

        private record Pair(int x) {}

        @AsyncFn
        String all(Trace t) {
            Pair pair = new Pair(ordinal());
            return "" + await(t.leaf("n", 1)) + pair.x() + pair;
        }
    }

    record Point(int a) {
        private static class Counter {
            int q = 4;
        }

        @AsyncFn
        String all(Trace t) {
            Counter counter = new Counter();
            counter.q += a;
            return "" + await(t.leaf("n", 1)) + counter.q;
        }
    }

    @Case
    @AsyncFn
    static String enumsAndRecords(Trace t) {
        return await(Level.LOW.all(t)) + new Point(3).all(t);
    }

    private record User(String name) {}

    @Case
    @AsyncFn
    static String anonymousClasses(Trace t) {
        Comparator<User> comparator = new Comparator<User>() {
            @Override
            public int compare(User a, User b) {
                return a.name().length() - b.name().length();
            }
        };
        List<? extends User> some = List.of(new User("a"));
        await(t.tick("t"));
        return comparator.compare(new User("x"), new User("yy")) + some.get(0).name();
    }
}
