package bodies.types;

import static dev.asyncfn.Async.await;

import bodies.types.lib.Shown;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Member classes of a class that only a subclass lets other packages see. */
final class InheritedTypes {
    private InheritedTypes() {}

    @Case
    @AsyncFn
    static String inferred(Trace t) {
        var n = Shown.nest();
        var l = Shown.nests();
        await(t.tick("t"));
        l.add(Shown.nest());
        for (Shown.Nest x : l) {
            await(t.tick("u"));
            t.log(x.n());
        }
        return n.n() + n.f + Shown.take(n) + l.get(0).n() + Shown.take(await(t.leaf("n", Shown.nest())));
    }

    @Case
    @AsyncFn
    static String named(Trace t) {
        Shown.Nest n = new Shown.Nest();
        Shown.Gen<String> g = new Shown.Gen<>("g");
        Shown.Nest.Deep d = new Shown.Nest.Deep();
        Shown.Fun<String> f = s -> s + "!";
        Shown.Nest[] a = {n, new Shown.Own()};
        Supplier<Shown.Nest> made = Shown.Nest::new;
        Function<Shown.Nest, String> called = Shown.Nest::n;
        await(t.tick("t"));
        return n.n() + g.v + d.d() + f.f("x") + a.length + called.apply(made.get()) + Shown.same(new Shown.Own()).n()
                + Shown.Nest.count + Shown.Nest.class.getSimpleName();
    }

    @Case
    @AsyncFn
    static String ofEachKind(Trace t) {
        Shown.En e = Shown.En.B;
        Object o = new Shown.Rec(3);
        Shown shown = new Shown();
        Shown.Inn inner = shown.new Inn();
        await(t.tick("t"));
        String s = o instanceof Shown.Rec r ? "" + r.a() + await(t.leaf("q", 1)) : "";
        switch (e) {
            case A:
                s += "a";
                break;
            case B:
                s += await(t.leaf("b", "b"));
        }
        try {
            await(t.tick("u"));
            throw new Shown.Exc();
        } catch (Shown.Exc x) {
            s += x.getMessage() + await(t.leaf("m", 1));
        }
        return s + inner.i();
    }

    @Case
    @AsyncFn
    static String superclassOfClassesOfTheBody(Trace t) {
        class Local extends Shown.Nest {
            @Override
            public String n() {
                return "local " + super.n();
            }
        }
        Shown.Nest anonymous = new Shown.Nest() {
            @Override
            public String n() {
                return "anonymous " + super.n();
            }
        };
        await(t.tick("t"));
        return new Local().n() + anonymous.n();
    }

    @AsyncFn
    static Shown.Nest signature(Trace t, Shown.Nest n, List<Shown.Nest> l) {
        await(t.tick("t"));
        return l.get(0);
    }

    @AsyncFn
    static <T extends Shown.Nest> T bound(Trace t, T n) {
        await(t.tick("t"));
        return n;
    }

    static final class Sub extends Shown {
        @AsyncFn
        static String bySimpleName(Trace t) {
            Nest n = new Nest();
            await(t.tick("t"));
            Gen<Nest> g = new Gen<>(n);
            await(t.tick("t"));
            En e = En.A;
            return n.n() + g.v.n() + e + nest().f + Nest.count + same(n).n();
        }

        @AsyncFn
        String inner(Trace t) {
            Inn i = new Inn();
            await(t.tick("t"));
            return i.i() + new Inn().i() + this.new Inn().i();
        }
    }

    @Case
    @AsyncFn
    static String inSignaturesAndSubclasses(Trace t) {
        return signature(t, Shown.nest(), Shown.nests()).n() + bound(t, Shown.nest()).n()
                + bound(t, new Shown.Own()).n() + Sub.bySimpleName(t) + new Sub().inner(t);
    }
}
