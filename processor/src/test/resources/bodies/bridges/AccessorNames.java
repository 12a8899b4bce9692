package bodies.bridges;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Private members named like what the bridge needs for itself, or like one another. */
final class AccessorNames {
    private static int hashCode = 1;
    private static String toString = "s";
    private static boolean wait;
    private static long finalize = 5;
    private static int notify = 2;
    private static Object clone;
    private static int getClass = 7;
    private int x = 3;
    private int X = 4;
    private int setX = 5;
    private int _1 = 6;
    private int größe = 8;
    private final Trace t;

    AccessorNames(Trace t) {
        this.t = t;
    }

    private static String rethrow(Throwable failure) {
        return "rethrow " + failure;
    }

    private static String rethrow(Exception failure) {
        return "rethrow of an exception " + failure;
    }

    private static String enclosing(java.lang.invoke.MethodHandles.Lookup in, String field, Class<?> type) {
        return field;
    }

    private int x() {
        return 30;
    }

    private int x(AccessorNames other) {
        return other.x + 300;
    }

    private static int x(AccessorNames other, int n) {
        return other.x + n;
    }

    private int x(int n) {
        return n;
    }

    private void setX(int x) {
        t.log("setX " + x);
        this.x = x;
    }

    private int outer(AccessorNames self) {
        return self.x;
    }

    private static int newAccessorNames(Trace t) {
        return 99;
    }

    private AccessorNames(Trace t, int x) {
        this(t);
        this.x = x;
    }

    private int incrementX() {
        return x += 10;
    }

    private int $() {
        return 1;
    }

    final class Inner {
        @AsyncFn
        String inner() {
            int n = outer(AccessorNames.this) + await(t.leaf("n", 1));
            return n + enclosing(null, "field", Inner.class) + x();
        }
    }

    @Case
    @AsyncFn
    static String namesOfObject(Trace t) {
        hashCode += await(t.leaf("n", 1));
        toString += hashCode++;
        wait = await(t.leaf("b", true));
        clone = finalize-- + notify;
        getClass++;
        return hashCode + toString + wait + finalize + notify + clone + getClass;
    }

    @Case
    @AsyncFn
    String namesOfTheBridge() {
        String s = rethrow(await(t.leaf("a", new Throwable("t")))) + rethrow(new Exception("e"));
        return s + new Inner().inner() + outer(this) + newAccessorNames(t);
    }

    @Case
    @AsyncFn
    String namesOfOneAnother() {
        setX = await(t.leaf("setX", 50));
        x += await(t.leaf("x", 1));
        setX(x + 1);
        ++x;
        X++;
        incrementX();
        AccessorNames other = new AccessorNames(t, await(t.leaf("other", 9)));
        größe += _1++;
        return x + " " + X + setX + x() + x(other) + x(this, 1) + this.x(5) + _1 + größe + $();
    }

    @Case
    @AsyncFn
    int aVariableNamedLikeTheBridge() {
        int Bridge = await(t.leaf("bridge", 1));
        int State = x + Bridge;
        Bridge += x();
        await(t.tick("t"));
        return Bridge + State + x;
    }
}
