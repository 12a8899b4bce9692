package bodies.bridges;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Private members of what an expression with effects gives, where no statement can stand before it: it is evaluated once. */
final class ReceiversInPlace {
    static final class Box {
        private static int total = 5;
        private int count;
        private String text = "s";
        private Byte small = 3;

        Box(int count) {
            this.count = count;
        }

        private int get() {
            return count;
        }

        private int plus(int x) {
            return count + x;
        }
    }

    private final Trace t;
    Box box = new Box(0);
    private int made;

    ReceiversInPlace(Trace t) {
        this.t = t;
    }

    Box next() {
        t.log("next");
        box = new Box(++made);
        return box;
    }

    int side(int x) {
        t.log("side " + x);
        return x;
    }

    @Case
    @AsyncFn
    String lambdas() {
        int a = await(t.leaf("a", 3));
        IntSupplier value = () -> next().count += side(2);
        Runnable statement = () -> next().count += side(3);
        Supplier<String> text = () -> next().text += side(a);
        Runnable whole = () -> {
            for (int k = 0; k < 2; next().count -= 1, k++) {
                (next().count) += k;
            }
        };
        statement.run();
        whole.run();
        return value.getAsInt() + text.get() + box.count + await(t.leaf("b", made));
    }

    @Case
    @AsyncFn
    String references() {
        int a = await(t.leaf("a", 3));
        Supplier<Supplier<Integer>> later = () -> next()::get;
        Function<Integer, IntUnaryOperator> adder = x -> {
            IntUnaryOperator plus = next()::plus;
            return plus;
        };
        Supplier<Integer> bound = later.get();
        IntUnaryOperator plus = adder.apply(a);
        box = new Box(100);
        return bound.get() + " " + bound.get() + " " + plus.applyAsInt(10) + await(t.leaf("b", made));
    }

    @Case
    @AsyncFn
    String referenceToNothing() {
        Box none = await(t.leaf("none", (Box) null));
        Supplier<Supplier<Integer>> later = () -> none::get;
        try {
            later.get();
            return "bound";
        } catch (NullPointerException e) {
            return "checked";
        }
    }

    @Case
    @AsyncFn
    String classes() {
        int a = await(t.leaf("a", 3));
        class Local {
            final int field = next().count *= side(7);

            {
                next().small = 4;
                next().small++;
            }

            int inSwitches() {
                int result = switch (field) {
                    case 0 -> next().count |= 8;
                    default -> next().count <<= side(1);
                };
                switch (result) {
                    case 0 -> next().count += 1;
                    default -> next().count += side(2);
                }
                return result + (next().count ^= 3);
            }

            int nested() {
                return ("" + (next().text += (next().count += 2))).length();
            }
        }
        Local local = new Local();
        Object anonymous = new Object() {
            @Override
            public String toString() {
                next().count += 5;
                return "" + box.count + (next().total += side(1));
            }
        };
        return local.inSwitches() + local.nested() + anonymous.toString() + a + await(t.leaf("b", made));
    }

    @Case
    @AsyncFn
    String inSynchronized() {
        int a = await(t.leaf("a", 3));
        synchronized (this) {
            box.count += 1;
            this.box.count += side(2);
            next().count += side(3);
            a += (next().count += a);
            Supplier<Integer> bound = next()::get;
            box = new Box(50);
            a += bound.get();
            synchronized (box) {
                next().count -= side(1);
                Runnable later = () -> next().count += 9;
                later.run();
                a += box.count;
            }
        }
        return a + " " + await(t.leaf("b", made));
    }

    static String pick(IntSupplier s) {
        return "int " + s.getAsInt();
    }

    static String pick(Supplier<Integer> s) {
        return "boxed " + s.get();
    }

    static String pick(int i) {
        return "int " + i;
    }

    static String pick(Object o) {
        return "object " + o;
    }

    static String step(ToIntFunction<Integer> f) {
        return "int " + f.applyAsInt(2);
    }

    static String step(Function<Integer, Integer> f) {
        return "boxed " + f.apply(2);
    }

    /** The type of an argument chooses. */
    @Case
    @AsyncFn
    String overloads() {
        int a = await(t.leaf("a", 3));
        Supplier<String> value = () -> pick(() -> next().count += side(a));
        Supplier<String> number = () -> pick(next().count += side(a));
        Supplier<String> small = () -> pick(next().small);
        Supplier<String> reference = () -> pick(next()::get) + pick(a > 2 ? next()::get : () -> 7);
        Supplier<String> operator = () -> step(next()::plus);
        Supplier<String> text = () -> pick(next().text += side(a));
        await(t.tick("t"));
        return value.get() + number.get() + small.get() + reference.get() + operator.get() + text.get();
    }

    /** The object itself is called otherwise here, and none of these names is taken twice. */
    @Case
    @AsyncFn
    String namedSelf() {
        int self = await(t.leaf("self", 3));
        IntSupplier value = () -> next().count += side(self) + made;
        Supplier<Integer> nested = () -> next().count += next().count += made;
        await(t.tick("t"));
        Runnable after = () -> next().text += box.text + made;
        after.run();
        return value.getAsInt() + " " + nested.get() + box.text + await(t.leaf("u", self));
    }

    @Case
    @AsyncFn
    String namedReceiver() {
        int self = await(t.leaf("self", 3));
        int receiver = made++;
        int object = receiver;
        IntSupplier value = () -> next().count += side(self) + made + receiver + object;
        await(t.tick("t"));
        return value.getAsInt() + " " + made;
    }
}
