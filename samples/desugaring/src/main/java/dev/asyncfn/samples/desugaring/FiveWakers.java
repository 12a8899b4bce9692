package dev.asyncfn.samples.desugaring;

import dev.asyncfn.Context;
import dev.asyncfn.Wake;
import dev.asyncfn.Waker;
import java.io.PrintStream;

/** A waker made in five ways. A leaf uses all of them in the same way, and a context is only a wrapper around a waker. */
public final class FiveWakers {
    private final PrintStream out;

    private FiveWakers(PrintStream out) {
        this.out = out;
    }

    /** The simple way: an object with a method. Rust's {@code Wake}. */
    private Waker fromWake() {
        return Waker.from(new Wake() {
            @Override
            public void wake() {
                out.println("  wake");
            }

            @Override
            public void wakeByRef() {
                out.println("  wakeByRef");
            }
        });
    }

    /** The shortest way: a closure, which does not see which of the two ways to wake was used. */
    private Waker fromClosure() {
        return Waker.of(() -> out.println("  woken"));
    }

    /** Does what a leaf does with a waker: borrows it, and clones it to keep it. */
    private void use(String name, Waker waker) {
        out.println(name);
        Context cx = Context.fromWaker(waker);
        cx.waker().wakeByRef();
        Waker kept = cx.waker().clone();
        out.println("  the clone wakes the same task: " + kept.willWake(waker));
        kept.wake(); // consumes the clone
        Waker unused = cx.waker().clone();
        unused.drop(); // gives it up without waking
        waker.drop();
    }

    static void run(PrintStream out) {
        FiveWakers lesson = new FiveWakers(out);
        lesson.use("from a Wake", lesson.fromWake());
        lesson.use("from a closure", lesson.fromClosure());
        lesson.use("from a vtable made by hand", CountedWaker.create(out));
        lesson.use("static, without allocation", StaticWaker.waker());
        out.println("  woken: " + StaticWaker.takeWoken());
        lesson.use("the one that does nothing", Waker.noop());
    }

    public static void main(String[] args) {
        run(System.out);
    }
}
