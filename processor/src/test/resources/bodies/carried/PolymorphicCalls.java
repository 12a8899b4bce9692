package bodies.carried;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.List;

/** Method and variable handles declare one parameter for all that they take, next to private types, and of them. */
final class PolymorphicCalls {
    private record Step(int size) {
        private Step twice() {
            return new Step(2 * size);
        }
    }

    private static final MethodHandle MAX = max();
    private static final VarHandle COUNT = field("count", int.class);
    private static final VarHandle STEP = field("step", Step.class);

    private int count;
    private Step step;

    private static MethodHandle max() {
        try {
            MethodType type = MethodType.methodType(int.class, int.class, int.class);
            return MethodHandles.lookup().findStatic(Math.class, "max", type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static VarHandle field(String name, Class<?> type) {
        try {
            return MethodHandles.lookup().findVarHandle(PolymorphicCalls.class, name, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Case
    @AsyncFn
    static int exactBesideAPrivateType(Trace t) {
        Step step = new Step(await(t.leaf("size", 3)));
        try {
            int first = (int) MAX.invokeExact(step.size(), 2);
            return first + (int) MAX.invokeExact(step.twice().size(), await(t.leaf("n", 7)).intValue());
        } catch (Throwable e) {
            return -1;
        }
    }

    @Case
    @AsyncFn
    static String adaptedFromAPrivateType(Trace t) {
        Step step = new Step(await(t.leaf("size", 3)));
        try {
            MethodHandle list = MethodHandles.lookup()
                    .findStatic(List.class, "of", MethodType.methodType(List.class, Object.class, Object.class));
            Object both = list.invoke(step, await(t.leaf("second", new Step(4))));
            return both + " " + list.invokeWithArguments(step, step.size());
        } catch (Throwable e) {
            return "failed " + e;
        }
    }

    @AsyncFn
    private String swap(Trace t) {
        Step first = new Step(await(t.leaf("size", 3)));
        STEP.set(this, first);
        boolean set = STEP.compareAndSet(this, first, first.twice());
        boolean again = STEP.compareAndSet(this, first, await(t.leaf("other", new Step(9))));
        Step old = (Step) STEP.getAndSet(this, null);
        boolean counted = COUNT.compareAndSet(this, 0, old.size());
        return set + " " + again + " " + old + " " + step + " " + counted + count;
    }

    @Case
    @AsyncFn
    static String variables(Trace t) {
        return new PolymorphicCalls().swap(t);
    }
}
