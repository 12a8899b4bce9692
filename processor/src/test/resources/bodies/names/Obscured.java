package bodies.names;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** Variables with the names of classes and packages: a variable obscures them where an expression begins with them. */
final class Obscured {
    static int count = 4;
    private static final int Poll = 5;
    private static final int State = 6;
    private static int Objects = 7;
    static int bodies = 8;
    static int ObscuredAsync = 9;

    private Obscured() {}

    static int one() {
        return 1;
    }

    private static int same(int n) {
        return n;
    }

    static final class Res implements AutoCloseable {
        private final Trace t;
        final int n;

        Res(Trace t, int n) {
            this.t = t;
            this.n = n;
        }

        int get() {
            return n;
        }

        @Override
        public void close() {
            t.log("close " + n);
        }
    }

    @AsyncFn
    static int twice(Trace t, int n) {
        return n + await(t.leaf("n", n));
    }

    @Case
    @AsyncFn
    static int byLocals(Trace t) {
        int dev = 1;
        int Poll = await(t.leaf("Poll", 2));
        await(t.tick("t"));
        int java = 3, bodies = await(t.leaf("bodies", 4)), Obscured = 5, ObscuredAsync = 6;
        int ByLocalsFuture = await(twice(t, 7)), TwiceFuture = 8, Bridge = 9, State = 10, Future = 11, Integer = 12;
        String Context = "a", Waker = "b", Traced = "c", Dropped = "d", Objects = "e", String = "f", Float = "g";
        String text = Context + await(t.leaf("text", String)) + Waker + Traced;
        text += await(t.leaf("more", Float)) + Dropped + Objects;
        t.log(text);
        Obscured += one() + same(Bridge) + count;
        return dev + Poll + java + bodies + Obscured + ObscuredAsync + ByLocalsFuture + TwiceFuture + Bridge + State
                + Future + Integer + await(twice(t, one()));
    }

    @AsyncFn
    static int parameters(
            Trace t, int dev, int java, int bodies, int Obscured, int ObscuredAsync, int ParametersFuture, int Poll) {
        Poll += await(t.leaf("Poll", Poll)) + one() + same(Obscured);
        return dev + java + bodies + Obscured + ObscuredAsync + ParametersFuture + Poll + await(twice(t, count));
    }

    @Case
    @AsyncFn
    static int byParameters(Trace t) {
        return await(parameters(t, 1, 2, 3, 4, 5, 6, 7));
    }

    @Case
    @AsyncFn
    static int inACleanup(Trace t) {
        int Poll = await(t.leaf("Poll", 2)), Obscured = 3, Traced = 4, java = 5, Context = 6, Waker = 7, Dropped = 8;
        try (Res res = new Res(t, one())) {
            Obscured += await(t.leaf("in", same(Obscured))) + res.n;
        } catch (IllegalStateException IllegalStateException) {
            t.log(IllegalStateException.getMessage());
        } finally {
            await(t.tick("finally"));
            java += one();
        }
        return Poll + Obscured + Traced + java + Context + Waker + Dropped;
    }

    @Case
    @AsyncFn
    static int byVariablesOfLoops(Trace t) {
        int n = 0;
        for (int Obscured : new int[] {1, 2}) {
            n += Obscured + one() + same(Obscured);
        }
        for (Integer Obscured : List.of(1, 2)) {
            n += Obscured + one() + await(t.leaf("each", Obscured));
        }
        for (int i = 0, Obscured = 3; i < Obscured; i++) {
            n += Obscured + one();
        }
        for (int i = 0, ObscuredAsync = 2; i < ObscuredAsync; i++) {
            n += await(twice(t, ObscuredAsync));
        }
        return n + one();
    }

    @Case
    @AsyncFn
    static int byResources(Trace t) {
        int n = 0;
        try (Res Obscured = new Res(t, 1)) {
            n += Obscured.get() + one();
        }
        try (Res Obscured = await(t.leaf("res", new Res(t, 2)));
                Res ObscuredAsync = Obscured) {
            n += Obscured.get() + one() + ObscuredAsync.get() + same(await(t.leaf("n", Obscured.n)));
        }
        Res Obscured = new Res(t, 3);
        try (Obscured) {
            n += one() + Obscured.n;
        }
        return n;
    }

    @Case
    @AsyncFn
    static int byExceptions(Trace t) {
        int n = 0;
        try {
            throw new IllegalStateException("a");
        } catch (IllegalStateException | IllegalArgumentException Obscured) {
            n += Obscured.getMessage().length() + one();
        }
        try {
            n += await(t.leaf("n", 1));
            throw new IllegalStateException("ab");
        } catch (IllegalStateException Obscured) {
            n += Obscured.getMessage().length() + one() + await(t.leaf("caught", one()));
            Supplier<String> message = () -> Obscured.getMessage() + one();
            n += message.get().length();
        }
        return n;
    }

    @Case
    @AsyncFn
    static int byPatterns(Trace t) {
        Object o = 3;
        int n = 0;
        if (o instanceof Integer Obscured && Obscured > one()) {
            n += Obscured + one();
        }
        if (!(o instanceof Integer Poll)) {
            return 0;
        }
        n += Poll + await(t.leaf("Poll", Poll)) + one();
        while (o instanceof Integer ObscuredAsync && ObscuredAsync > 1) {
            n += ObscuredAsync + one();
            o = ObscuredAsync - await(t.leaf("step", 1));
        }
        return n;
    }

    @Case
    @AsyncFn
    static int inLambdas(Trace t) {
        int n = await(t.leaf("n", 1));
        IntUnaryOperator f = Obscured -> {
            int bodies = one() + Obscured;
            IntUnaryOperator g = Poll -> Poll + Obscured + one() + same(bodies);
            return g.applyAsInt(bodies);
        };
        BiFunction<Integer, Integer, Integer> b =
                (Integer Obscured, final Integer Bridge) -> Obscured + Bridge + one() + same(Bridge);
        Supplier<Integer> s = () -> {
            Res Obscured = new Res(t, 2);
            Supplier<Integer> get = Obscured::get;
            return get.get() + one();
        };
        n += f.applyAsInt(3) + b.apply(1, 2) + s.get();
        Res Obscured = await(t.leaf("res", new Res(t, 3)));
        Supplier<Integer> get = Obscured::get;
        return n + await(t.leaf("last", 2)) + get.get() + one();
    }

    @Case
    @AsyncFn
    static int byConstants(Trace t) {
        final int Obscured = 4;
        final String Poll = "x";
        final int dev = 7;
        int n = await(t.leaf("n", Obscured));
        switch (n) {
            case Obscured:
                n += one();
                break;
            case dev:
                n += 100;
        }
        Supplier<Integer> s = () -> Obscured + one() + dev;
        return n + Obscured + Poll.length() + one() + dev + s.get();
    }

    @Case
    @AsyncFn
    static int byStaticFields(Trace t) {
        int n = bodies + Poll + State + Objects + ObscuredAsync + await(t.leaf("Poll", Poll));
        Objects += await(t.leaf("State", State));
        ObscuredAsync++;
        Supplier<Integer> s = () -> Poll + one() + bodies + Objects;
        n += s.get() + Objects + ObscuredAsync;
        Objects -= State;
        ObscuredAsync--;
        return n + await(twice(t, bodies));
    }

    static final class Fields {
        int Obscured_Fields = 1, Fields = 2, dev = 3, java = 4, Poll = 5, Bridge = 6, State = 7;
        private int hidden = 8;

        static int one() {
            return 1;
        }

        private static int same(int n) {
            return n;
        }

        @AsyncFn
        int run(Trace t) {
            int n = Obscured_Fields + Fields + one() + same(Bridge) + await(t.leaf("n", 1));
            hidden += await(t.leaf("hidden", dev));
            return n + dev + java + Poll + Bridge + State + hidden;
        }
    }

    @Case
    @AsyncFn
    static int byFields(Trace t) {
        return await(new Fields().run(t));
    }

    @Case
    @AsyncFn
    static int byOperands(Trace t) {
        return java() + dev() + await(Poll(t, 1)) + Math.max(java(), await(Poll(t, Obscured())))
                + java.lang.Math.max(dev(), await(Bridge(t))) + await(State(t)) + same(await(ObscuredAsync(t, one())));
    }

    static int java() {
        return 1;
    }

    static int dev() {
        return 2;
    }

    static int Obscured() {
        return 3;
    }

    static Future<Integer> Poll(Trace t, int n) {
        return t.leaf("Poll", n);
    }

    static Future<Integer> Bridge(Trace t) {
        return t.leaf("Bridge", 4);
    }

    @AsyncFn
    static int State(Trace t) {
        return await(t.leaf("State", 5));
    }

    @AsyncFn
    static int ObscuredAsync(Trace t, int n) {
        return await(t.leaf("ObscuredAsync", n));
    }

    @Case
    @AsyncFn
    static int inOneBlockOnly(Trace t) {
        int n = java.lang.Math.max(1, await(t.leaf("n", 2)));
        {
            int java = await(t.leaf("java", 3)), bodies = 4;
            await(t.tick("t"));
            n += java + bodies;
        }
        n += java.lang.Math.max(5, n) + java.lang.Integer.signum(3);
        await(t.tick("u"));
        return n + java.lang.Math.max(n, 6);
    }
}
