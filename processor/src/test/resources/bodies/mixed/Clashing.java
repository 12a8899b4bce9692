package bodies.mixed;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Classes nested in their own superclasses, members that hide others, resources of all forms. */
class Clashing {
    private String secret = "outer";
    protected String open = "open";
    final Trace t;

    Clashing(Trace t) {
        this.t = t;
    }

    Clashing(Trace t, String secret) {
        this.t = t;
        this.secret = secret;
        open = secret + "Open";
    }

    private String secret() {
        return "secret:" + secret;
    }

    protected String open() {
        return "open:" + open;
    }

    private static String st(Object o) {
        return "outerSt";
    }

    class Sub extends Clashing {
        Sub(String s) {
            super(Clashing.this.t, s);
        }

        private static String st(String o) {
            return "subSt";
        }

        @AsyncFn
        String mix() {
            secret += await(t.leaf("a", "A"));
            open += await(t.leaf("b", "B"));
            Supplier<String> s = () -> secret + secret() + open + open();
            String r = secret + secret() + open + open() + super.open + ((Clashing) this).secret + Clashing.this.open;
            await(t.tick("t"));
            super.secret = "super";
            ((Clashing) this).secret += await(t.leaf("c", "C"));
            return r + s.get() + st("x") + Clashing.st((Object) "x") + super.secret() + Clashing.this.secret();
        }

        class Again extends Sub {
            Again() {
                super("again");
            }

            @AsyncFn
            String deep() {
                secret += "!" + await(t.leaf("d", "D"));
                open += "?";
                return secret + open + Sub.this.open + Sub.super.open() + super.mix() + await(Sub.this.mix());
            }
        }
    }

    @Case
    @AsyncFn
    String nestedInSuper() {
        Sub sub = new Sub("sub");
        String s = sub.mix();
        return s + await(sub.new Again().deep()) + secret + ((Clashing) sub).secret;
    }

    static class Poll {
        String state = "poll";
    }

    static class Future {
        final Object Poll = "field";

        static String ready(Object o) {
            return "mine" + o;
        }
    }

    @Case
    @AsyncFn
    String machineNames() {
        class State {
            String next = "next";
        }
        class StateMachine extends Exception {
            private static final long serialVersionUID = 1;
        }
        record Context(int cx) {}
        State state = new State();
        int next = await(t.leaf("next", 1)), cx = 2, polled = 3, awaitedValue = 4;
        String start = "start", done = Future.ready(await(t.leaf("done", "done")));
        try {
            await(t.tick("t"));
            if (next > 0) throw new StateMachine();
        } catch (StateMachine caught) {
            start += await(t.leaf("caught", "caught"));
        }
        Poll poll = new Poll();
        Object self = this, handler = poll.state, rethrow = new Future().Poll;
        await(t.tick("u"));
        return state.next + next + cx + polled + awaitedValue + start + done + poll.state + new Context(cx) + (self == this) + handler + rethrow;
    }

    private AutoCloseable field;

    static final class Res implements AutoCloseable {
        final Trace t;
        final String name;

        Res(Trace t, String name) {
            this.t = t;
            this.name = name;
            t.log("open " + name);
        }

        @Override
        public void close() {
            t.log("close " + name);
        }
    }

    @Case
    @AsyncFn
    String resourceForms() throws Exception {
        String r = "";
        field = new Res(t, "field");
        final Res local = await(t.leaf("local", new Res(t, "local")));
        Res none = null;
        field = r();
        final AutoCloseable own = field;
        try (local; own; none; Res a = new Res(t, "a"); var b = await(t.leaf("b", new Res(t, "b" + a.name)))) {
            r += a.name + b.name + await(t.leaf("body", "body"));
            for (int i = 0; i < 2; i++) {
                try (Res c = new Res(t, "c" + i)) {
                    if (i == 0) continue;
                    r += c.name + await(t.leaf("c", "c"));
                    break;
                } finally {
                    r += "f" + await(t.leaf("f", i));
                }
            }
        }
        return r;
    }

    @Case
    @AsyncFn
    String genericsOfLocals() {
        class Cell<X extends Comparable<? super X>> {
            X x;
            Cell<X> next;

            Cell(X x, Cell<X> next) {
                this.x = x;
                this.next = next;
            }

            X max() {
                X best = x;
                for (Cell<X> c = next; c != null; c = c.next) if (c.x.compareTo(best) > 0) best = c.x;
                return best;
            }
        }
        Cell<Integer> cell = null;
        for (int i = 0; i < 3; i++) cell = new Cell<>(await(t.leaf("i", i * 7 % 5)), cell);
        Cell<? extends Comparable<?>> wild = cell;
        await(t.tick("t"));
        var w = wild.next;
        await(t.tick("u"));
        List<Cell<?>> cells = new ArrayList<>(List.of(cell, w));
        for (var each : cells) {
            await(t.tick("" + each.x));
            each = each.next;
            if (each != null) secret += each.x;
        }
        return cell.max() + "" + w.x + secret;
    }

    static <A, B extends A> B cast(A a, Class<? extends B> type) {
        return type.cast(a);
    }

    @Case
    @AsyncFn
    String monitors() {
        Object lock = await(t.leaf("lock", new Object()));
        String r = "";
        synchronized (lock) {
            r += Thread.holdsLock(lock);
            class Local {
                String s = secret + lock.equals(lock);
            }
            r += new Local().s;
        }
        synchronized (await(t.leaf("this", this))) {
            r += Thread.holdsLock(this) + secret();
            try {
                if (r.length() > 3) throw new IllegalStateException(r);
            } catch (IllegalStateException e) {
                r += "caught";
            }
        }
        await(t.tick("t"));
        return r + Thread.holdsLock(this) + cast((Object) "x", String.class);
    }

    private Res r() {
        return (Res) field;
    }
}
