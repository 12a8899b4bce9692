package bodies.types;

import static dev.asyncfn.Async.await;

import bodies.types.lib.Shapes;
import bodies.types.lib.Shapes.Circle;
import bodies.types.lib.Shapes.Named;
import bodies.types.lib.Shapes.Square;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What two values have in common is a class that generated code cannot name. (Where javac's own code for a body would
 * name the class, as to capture such a value in a lambda, the body fails with an {@code IllegalAccessError}.)
 */
final class Inaccessible extends Shapes.Loader {
    private Inaccessible() {}

    private static <T> T pick(boolean b, T x, T y) {
        return b ? x : y;
    }

    private static String text(CharSequence text) {
        return "" + text;
    }

    private static String name(Named named) {
        return named.name();
    }

    @Case
    @AsyncFn
    static String ofTheJdk(Trace t) throws Exception {
        boolean b = await(t.leaf("b", true));
        var x = b ? new StringBuilder("a") : new StringBuffer("b");
        await(t.tick("t"));
        CharSequence s = x;
        Appendable a = x;
        Comparable<?> c = x;
        a.append("!");
        return text(x) + s + c + String.valueOf((Object) x);
    }

    @Case
    @AsyncFn
    static int asAReceiver(Trace t) {
        boolean b = await(t.leaf("b", true));
        CharSequence text = b ? new StringBuilder("a") : await(t.leaf("s", new StringBuffer("bb")));
        return text.length() + text(b ? new StringBuilder("a") : await(t.leaf("s", new StringBuffer("bb")))).length();
    }

    @Case
    @AsyncFn
    static String asAnOperand(Trace t) {
        boolean b = await(t.leaf("b", false));
        return text(b ? new StringBuilder("a") : new StringBuffer("b"))
                + joined(b ? new StringBuilder("a") : new StringBuffer("b"), await(t.leaf("c", "c")))
                + joined(pick(b, new StringBuilder("a"), new StringBuffer("b")), await(t.leaf("d", "d")));
    }

    private static String joined(CharSequence a, String b) {
        return a + b;
    }

    @Case
    @AsyncFn
    static String ofAList(Trace t) {
        var list = List.of(new StringBuilder("a"), new StringBuffer("b"));
        var map = Map.of("a", new StringBuilder("a"), "b", new StringBuffer("b"));
        await(t.tick("t"));
        CharSequence first = list.get(await(t.leaf("i", 0)));
        List<? extends CharSequence> same = list;
        return first + "" + list + map.size() + same.size();
    }

    @Case
    @AsyncFn
    static String ofALibrary(Trace t) {
        boolean b = await(t.leaf("b", true));
        var x = b ? new Circle() : new Square();
        var y = b ? new Shapes.Left() : new Shapes.Right();
        await(t.tick("t"));
        Named named = x;
        Shapes.Sized<Integer> sized = x;
        Shapes.Top top = y;
        Named other = y;
        int size = sized.size();
        return named.title() + size + top.top() + other.name() + name(x) + name(y);
    }

    @Case
    @AsyncFn
    static String inLoops(Trace t) {
        String s = "";
        for (Named x : List.of(new Circle(), new Square())) {
            s += await(t.leaf("x", x.name()));
        }
        for (var list = List.of(new Circle(), new Square()); s.length() < 20; s += "!") {
            s += list.size() + await(t.leaf("y", "y"));
        }
        for (CharSequence x : pick(true, List.of(new StringBuilder("a")), List.of(new StringBuffer("b")))) {
            s += await(t.leaf("z", x)).length();
        }
        return s;
    }

    @Case
    @AsyncFn
    static String ofSwitches(Trace t) {
        var x =
                switch (await(t.leaf("k", 1))) {
                    case 1 -> new Circle();
                    default -> await(t.leaf("s", new Square()));
                };
        var y =
                switch (await(t.leaf("k", 2))) {
                    case 1 -> new Circle();
                    case 2 -> new Square();
                    default -> null;
                };
        await(t.tick("t"));
        return name(x) + name(y);
    }

    @Case
    @AsyncFn
    static String ofMultiCatch(Trace t) {
        String s = "";
        for (int i = 0; i < 3; i++) {
            try {
                await(t.tick("t"));
                if (i == 0) {
                    throw new Shapes.Early();
                }
                if (i == 1) {
                    throw new Shapes.Late();
                }
            } catch (Shapes.Early | Shapes.Late e) {
                await(t.tick("u"));
                RuntimeException r = e;
                Named n = e;
                s += r.getMessage() + n.title() + name(e);
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String ofAProtectedClass(Trace t) {
        boolean b = await(t.leaf("b", true));
        var key = b ? new First() : new Second();
        await(t.tick("t"));
        Named named = key;
        return named.title() + name(key) + joined(name(b ? new First() : new Second()), await(t.leaf("x", "x")));
    }

    @Case
    @AsyncFn
    static String ofAPackagePrivateClass(Trace t) {
        var hidden = Shapes.hidden();
        var list = Shapes.hiddenList();
        var array = Shapes.hiddenArray();
        await(t.tick("t"));
        Named named = hidden;
        List<? extends Named> all = list;
        Named[] some = array;
        return name(hidden) + named.title() + all.size() + some.length + list.size()
                + name(list.get(await(t.leaf("i", 1))))
                + Shapes.take(Shapes.hidden());
    }

    @Case
    @AsyncFn
    static String secretButReturned(Trace t) {
        var secret = Shapes.secret();
        await(t.tick("t"));
        return secret.title();
    }

    // ---- private classes of the owner itself

    private abstract static class Animal implements Named {
        int legs() {
            return 4;
        }
    }

    static final class Cat extends Animal {
        @Override
        public String name() {
            return "cat";
        }
    }

    static final class Dog extends Animal {
        @Override
        public String name() {
            return "dog";
        }
    }

    @Case
    @AsyncFn
    static String ofAPrivateClass(Trace t) {
        boolean b = await(t.leaf("b", true));
        var x = b ? new Cat() : new Dog();
        List<Named> all = new ArrayList<>(List.of(b ? new Cat() : new Dog()));
        await(t.tick("t"));
        Named named = x;
        Function<Named, String> f = Named::title;
        return named.title() + f.apply(x) + name(x) + all.get(0).name()
                + joined(name(b ? new Cat() : new Dog()), await(t.leaf("x", "x")));
    }
}
