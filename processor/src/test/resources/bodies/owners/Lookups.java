package bodies.owners;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;
import static java.lang.invoke.MethodHandles.lookup;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Supplier;

/** {@code MethodHandles.lookup()} gives a lookup in the class whose code calls it. */
final class Lookups {
    private int count = 3;

    @Case
    @AsyncFn
    static String lookupClass(Trace t) {
        await(t.tick("a"));
        return MethodHandles.lookup().lookupClass().getName() + lookup().lookupClass().getSimpleName();
    }

    @Case
    @AsyncFn
    static String inALambda(Trace t) {
        Supplier<MethodHandles.Lookup> found = () -> lookup();
        await(t.tick("a"));
        return found.get().lookupClass().getName();
    }

    @Case
    @AsyncFn
    static String inAnAsyncBlock(Trace t) {
        return await(async(() -> {
            await(t.tick("a"));
            return MethodHandles.lookup().lookupClass().getName();
        }));
    }

    @Case
    @AsyncFn
    static int findsPrivateMembers(Trace t) throws Exception {
        VarHandle count = MethodHandles.lookup().findVarHandle(Lookups.class, "count", int.class);
        Lookups all = new Lookups();
        count.set(all, await(t.leaf("five", 5)));
        return (int) count.get(all) + all.count;
    }

    /** A class of the body has its own. */
    @Case
    @AsyncFn
    static String inAClassOfTheBody(Trace t) {
        class Local {
            private final String name = lookup().lookupClass().getSimpleName();
        }
        await(t.tick("a"));
        return new Local().name;
    }

    static final class Nested {
        @Case
        @AsyncFn
        static String ofANestedClass(Trace t) {
            await(t.tick("a"));
            return lookup().lookupClass().getName();
        }
    }

    private static MethodHandles.Lookup own() {
        return MethodHandles.lookup();
    }

    @Case
    @AsyncFn
    static String inAMethodThatIsCalled(Trace t) {
        await(t.tick("a"));
        return own().lookupClass().getSimpleName();
    }
}
