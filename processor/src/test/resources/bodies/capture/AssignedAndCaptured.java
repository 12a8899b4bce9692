package bodies.capture;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** A variable that lives across an await gets its only value in the very statement that captures it. */
final class AssignedAndCaptured {
    private final Trace t;

    AssignedAndCaptured(Trace t) {
        this.t = t;
    }

    private int sum(int n, IntSupplier more) {
        return n + more.getAsInt();
    }

    private boolean isOver(int n, IntSupplier limit) {
        return n > limit.getAsInt() - 1;
    }

    @Case
    @AsyncFn
    int inSynchronized() {
        int x;
        IntSupplier s;
        synchronized (this) {
            x = t.v("x", 1);
            s = () -> x;
        }
        return x + await(t.leaf("f", 10)) + s.getAsInt();
    }

    @Case
    @AsyncFn
    int inTry() {
        int x;
        IntSupplier s = null;
        try {
            x = t.v("x", 1);
            s = () -> x;
            t.log("x is " + x);
        } finally {
            t.log("finally");
        }
        return x + await(t.leaf("f", 10)) + s.getAsInt();
    }

    @Case
    @AsyncFn
    String inSwitch() {
        String x;
        Supplier<String> s;
        switch (t.v("n", 2)) {
            case 1:
                x = "one";
                s = () -> x;
                break;
            case 2:
                x = t.v("x", "two");
                s = () -> x + "!";
                break;
            default:
                x = "many";
                s = () -> "";
        }
        return x + await(t.leaf("f", ",")) + s.get();
    }

    @Case
    @AsyncFn
    int inBranches() {
        int x;
        IntSupplier s;
        if (t.v("c", true)) {
            (x) = t.v("x", 1);
            s = () -> x;
        } else {
            x = 2;
            s = () -> x + 1;
        }
        return x + await(t.leaf("f", 10)) + s.getAsInt();
    }

    @Case
    @AsyncFn
    int inLoop() {
        int x;
        IntSupplier s;
        while (true) {
            if (t.v("more", true)) {
                x = t.v("x", 1);
                s = () -> x;
                break;
            }
        }
        return x + await(t.leaf("f", 10)) + s.getAsInt();
    }

    @Case
    @AsyncFn
    int inOneExpression() {
        int x;
        int y = sum(x = t.v("x", 1), () -> x);
        return y + x + await(t.leaf("f", 10)) + x;
    }

    @Case
    @AsyncFn
    int inArgumentsOfAnAwait() {
        int x;
        return sum(x = t.v("x", 1), () -> x) + await(t.leaf("f" + sum(2, () -> x), x)) + x;
    }

    @Case
    @AsyncFn
    int inCondition() {
        int x;
        if (isOver(x = t.v("x", 1), () -> x)) {
            await(t.tick("over"));
        }
        return x + await(t.leaf("f", 10)) + sum(x, () -> x);
    }

    @Case
    @AsyncFn
    int inAwaitedExpression() {
        byte x;
        int y = await(t.leaf("f", sum(x = 1, () -> x)));
        return x + y + await(t.leaf("g", 10)) + x;
    }

    @Case
    @AsyncFn
    int byLocalClass() {
        int x;
        int y;
        synchronized (this) {
            x = t.v("x", 1);
            class Local {
                int value() {
                    return x;
                }
            }
            y = new Local().value();
        }
        return x + y + await(t.leaf("f", 10)) + x;
    }

    @Case
    @AsyncFn
    int byAnonymousClass() {
        int x;
        IntSupplier s;
        try {
            x = t.v("x", 1);
            s = new IntSupplier() {
                private final int kept = x;

                @Override
                public int getAsInt() {
                    return x + kept;
                }
            };
        } catch (IllegalStateException e) {
            return -1;
        }
        return x + await(t.leaf("f", 10)) + s.getAsInt();
    }
}
