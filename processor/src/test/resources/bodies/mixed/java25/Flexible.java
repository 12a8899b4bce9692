package bodies.mixed.java25;

import module java.base;
import module java.logging;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

final class Flexible {
    private Flexible() {}

    static class Base {
        final String log;

        Base(String s) {
            log = "base" + s + hook();
        }

        String hook() {
            return "";
        }
    }

    @Case
    @AsyncFn
    static String statementsBeforeSuper(Trace t) {
        String cap = await(t.leaf("cap", "c"));
        class Local extends Base {
            final int early;
            final List<String> list;

            Local(int n) {
                t.log("before " + n);
                if (n > 3) throw new IllegalArgumentException("n" + n);
                int sum = 0;
                for (int i = 0; i <= n; i++) sum += i;
                early = sum;
                list = new ArrayList<>(List.of(cap));
                super(cap + sum);
                t.log("after");
            }

            Local(String s) {
                var f = (Function<String, Integer>) String::length;
                t.log(s);
                this(f.apply(s + cap));
            }

            @Override
            String hook() {
                return early + "" + list;
            }
        }
        await(t.tick("t"));
        String r = new Local(2).log + new Local("x").log;
        try {
            new Local(await(t.leaf("five", 5)));
        } catch (IllegalArgumentException e) {
            r += e.getMessage();
        }
        return r;
    }

    class Inner {
        final String s;

        class Deep {
            String get() {
                return s;
            }
        }

        Inner(String x) {
            String y = x + 1;
            s = y;
            super();
        }
    }

    @Case
    @AsyncFn
    static String modules(Trace t) {
        Level level = await(t.leaf("level", Level.INFO));
        Path p = Path.of("a", "b");
        List<Locale> l = List.of(Locale.ROOT);
        Inner.Deep deep = new Flexible().new Inner("i").new Deep();
        await(t.tick("t"));
        Map<Level, Function<String, ? extends CharSequence>> map = new LinkedHashMap<>(Map.of(level, s -> s + p.getNameCount()));
        return level.getName() + map.get(level).apply(deep.get()) + l.size() + await(t.leaf("u", new StringJoiner("-").add("q")));
    }

    @Case
    @AsyncFn
    static String enumsAndRecords(Trace t) {
        record R(int a, int b) {
            R(int a) {
                int twice = a * 2;
                this(a, twice);
            }
        }
        enum E {
            A("x");

            final String s;

            E(String x) {
                String y = x + x;
                s = y;
            }
        }
        R r = new R(await(t.leaf("a", 4)));
        await(t.tick("t"));
        return r + E.A.s;
    }
}
