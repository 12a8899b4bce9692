package bodies.bridges;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

/** Private members around and beside the class of the async fn. */
final class Reach {
    private static final boolean DEBUG = false;
    private static int counter = 1;
    private final Trace t;
    private String name = "reach";

    Reach(Trace t) {
        this.t = t;
    }

    private String name(String prefix) {
        return prefix + name;
    }

    private static int next(int... by) {
        for (int n : by) counter += n;
        return counter;
    }

    private interface Hidden {
        int value();
    }

    interface Shown {
        Trace t();

        private <E extends Comparable<E>> E greater(E a, E b) {
            return a.compareTo(b) > 0 ? a : b;
        }

        private static String format(Object... all) {
            return List.of(all).toString();
        }

        private int twice(int n) {
            return 2 * n;
        }

        @AsyncFn
        static String compare(Shown s, int n) {
            int greater = s.greater(n, await(s.t().leaf("n", 5)));
            return format(greater, s.twice(await(s.t().leaf("twice", greater)))) + counter + next(1, 2);
        }

        @AsyncFn
        private String instance(int n) {
            return greater("a", await(t().leaf("b", "b"))) + this.twice(n) + twice(1);
        }
    }

    enum Level {
        LOW,
        HIGH {
            @Override
            int height() {
                return 100;
            }
        };

        private int seen;
        private static final List<String> LOG = new java.util.ArrayList<>();

        int height() {
            return 1;
        }

        private int see(Level other) {
            seen += other.height();
            return seen;
        }

        @AsyncFn
        final int look(Trace t, Level other) {
            seen++;
            int a = see(await(t.leaf("other", other)));
            other.seen += 10;
            LOG.add(name());
            return a + this.see(this) * 1000 + LOG.size();
        }
    }

    record Pair<A, B>(A a, B b) {
        private static int made;

        Pair {
            made++;
        }

        private <C> Pair<A, C> with(C c) {
            return new Pair<>(a, c);
        }

        @AsyncFn
        String shifted(Trace t) {
            var swapped = new Pair<>(b, await(t.leaf("a", a)));
            return with(await(t.leaf("c", 'c'))) + "" + swapped + a + this.b() + made;
        }
    }

    final class Unlinked {
        private int depth = 1;

        /** Its only use of the class around is dead code for javac, which then keeps no reference to it. */
        @AsyncFn
        int dead() {
            if (DEBUG) {
                t.log(name);
            }
            depth += await(Trace.current().leaf("depth", 1));
            return depth;
        }
    }

    final class Inner {
        @AsyncFn
        String alive() {
            String before = name;
            name = await(t.leaf("name", "inner"));
            Reach.this.name += "!";
            return before + name("<") + Reach.this.name(">") + next(await(t.leaf("by", 3)));
        }
    }

    @Case
    @AsyncFn
    String innerClasses() {
        return new Unlinked().dead() + new Inner().alive();
    }

    @Case
    @AsyncFn
    static String interfaces(Trace t) {
        Shown s = () -> t;
        return Shown.compare(s, 3) + s.instance(4);
    }

    @Case
    @AsyncFn
    static String enums(Trace t) {
        return Level.LOW.look(t, Level.HIGH) + "," + Level.HIGH.look(t, Level.LOW) + Level.LOW.seen + Level.LOG;
    }

    @Case
    @AsyncFn
    static String records(Trace t) {
        return new Pair<>("x", 1).shifted(t) + Pair.made;
    }
}
