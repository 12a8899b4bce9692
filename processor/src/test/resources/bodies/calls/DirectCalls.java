package bodies.calls;

import static dev.asyncfn.Async.await;

import bodies.calls.other.Remote;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

final class DirectCalls {
    private DirectCalls() {}

    @AsyncFn
    static int one(Trace t) {
        return await(t.leaf("one", 1));
    }

    @AsyncFn
    static int two(Trace t) {
        await(t.tick("two"));
        return 2;
    }

    static int add(int a, int b) {
        return a + b;
    }

    @AsyncFn
    static void effect(Trace t, String name) {
        t.log("before " + name);
        await(t.tick(name));
        t.log("after " + name);
    }

    @AsyncFn
    static boolean truth(Trace t, boolean b) {
        return await(t.leaf("truth", b));
    }

    @Case
    @AsyncFn
    static int bareAndWrapped(Trace t) {
        int a = one(t);
        int b = await(one(t));
        return a + b + two(t);
    }

    @Case
    @AsyncFn
    static int nestedAsArguments(Trace t) {
        return add(one(t), two(t)) + add(await(two(t)), add(one(t), t.v("three", 3)));
    }

    @Case
    @AsyncFn
    static int inConditions(Trace t) {
        int n = 0;
        if (truth(t, true) && !truth(t, false)) n++;
        while (one(t) > n || !truth(t, n > 0)) n++;
        return truth(t, n == 1) ? one(t) : two(t);
    }

    @Case
    @AsyncFn
    static void voidStatements(Trace t) {
        effect(t, "a");
        for (int i = 0; i < 2; i++) effect(t, "i" + i);
        if (truth(t, true)) effect(t, "then");
        else effect(t, "else");
        effect(t, "end");
    }

    @Case
    @AsyncFn
    static int valueIsIgnored(Trace t) {
        one(t);
        await(two(t));
        return one(t);
    }

    @Case
    @AsyncFn
    static int returnsAnotherOne(Trace t) {
        return one(t);
    }

    @AsyncFn
    static int factorial(Trace t, int n) {
        if (n <= 1) return await(t.leaf("base", 1));
        return n * factorial(t, n - 1);
    }

    @Case
    @AsyncFn
    static int recursion(Trace t) {
        return factorial(t, 5) + await(factorial(t, 3));
    }

    @AsyncFn
    static boolean even(Trace t, int n) {
        await(t.tick("even" + n));
        return n == 0 || odd(t, n - 1);
    }

    @AsyncFn
    static boolean odd(Trace t, int n) {
        return n != 0 && even(t, n - 1);
    }

    @Case
    @AsyncFn
    static boolean mutualRecursion(Trace t) {
        return even(t, 4) && odd(t, 3);
    }

    @AsyncFn
    static int fibonacci(Trace t, int n) {
        return n < 2 ? await(t.leaf("f" + n, n)) : fibonacci(t, n - 1) + fibonacci(t, n - 2);
    }

    @Case
    @AsyncFn
    static int treeRecursion(Trace t) {
        return fibonacci(t, 6);
    }

    @Case
    @AsyncFn
    static int inOtherClassesAndPackages(Trace t) {
        Remote r = new Remote(t);
        int a = Remote.far(t, 1);
        int b = r.near(2) + await(r.near(3));
        int c = Remote.Part.part(t, 4) + bodies.calls.other.Remote.far(t, 5);
        return a + b * 10 + c * 100 + Sibling.help(t);
    }

    @Case
    @AsyncFn
    static int argumentsAreEvaluatedBeforeTheCall(Trace t) {
        return sum(t, t.v("a", 1), await(t.leaf("b", 2)), one(t)) + sum(t, one(t), t.v("c", 3), t.v("d", 4));
    }

    @AsyncFn
    static int sum(Trace t, int a, long b, Integer c) {
        t.log("sum");
        return a + (int) b + c + await(t.leaf("sum", 100));
    }

    @Case
    @AsyncFn
    static int calleeThrowsBeforeItsFirstAwait(Trace t) {
        return one(t) + throwsEarly(t) + two(t);
    }

    @AsyncFn
    private static int throwsEarly(Trace t) {
        if (t.v("check", true)) throw t.boom("early");
        return await(t.leaf("never", 1));
    }

    @Case
    @AsyncFn
    static int calleeThrowsLate(Trace t) {
        return one(t) + throwsLate(t) + two(t);
    }

    @AsyncFn
    private static int throwsLate(Trace t) {
        await(t.tick("t"));
        throw t.boom("late");
    }

    @Case
    @AsyncFn
    static void nullReceiverOfAnAsyncFn(Trace t) {
        Remote none = null;
        int n = t.v("receiver", none).near(await(t.leaf("argument", 1)));
        t.log("unreachable " + n);
    }

    @Case
    @AsyncFn
    static int resultAsReceiver(Trace t) {
        return Remote.make(t).near(1) + await(Remote.make(t)).near(2) + Remote.make(t).value;
    }

    @AsyncFn
    static dev.asyncfn.Future<Integer> makesAFuture(Trace t) {
        await(t.tick("making"));
        return t.leaf("made", 7);
    }

    @Case
    @AsyncFn
    static int asyncFnThatReturnsAFuture(Trace t) {
        dev.asyncfn.Future<Integer> f = makesAFuture(t);
        return await(f) + await(makesAFuture(t));
    }

    @Case
    @AsyncFn
    static int unboxedAndWidened(Trace t) {
        long a = one(t);
        Integer b = two(t);
        double c = await(one(t));
        Object o = two(t);
        return (int) (a + b + c) + (Integer) o;
    }
}
