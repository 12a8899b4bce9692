package lesson_11_wakers;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Wake;
import dev.asyncfn.Waker;

/** A waker made in five ways; the async fn and the leaf notice no difference. */
final class Wakers {
    private Wakers() {}

    @AsyncFn
    static String listen(Bell bell) {
        String sound = await(bell);
        return sound + "!";
    }

    /** A leaf that keeps the waker until the bell is rung. */
    static final class Bell implements Future<String> {
        private boolean rung;
        private Waker kept;

        @Override
        public Poll<String> poll(Context cx) {
            if (rung) {
                return Poll.ready("ding");
            }
            kept = cx.waker().clone();
            return Poll.pending();
        }

        void ring() {
            rung = true;
            kept.wake(); // consumes the clone
        }
    }

    /** An object with two methods. Rust's {@code Wake}. */
    static final class Printing implements Wake {
        @Override
        public void wake() {
            System.out.println("  wake");
        }

        @Override
        public void wakeByRef() {
            System.out.println("  wakeByRef");
        }
    }

    private static void use(String name, Waker waker) throws Exception {
        System.out.println(name);
        Bell bell = new Bell();
        Future<String> future = WakersAsync.listen(bell);
        Context cx = Context.fromWaker(waker);
        System.out.println("  " + future.poll(cx));
        bell.ring();
        System.out.println("  " + future.poll(cx));
        waker.wakeByRef(); // borrows it: it can be used again
        Waker unused = waker.clone();
        unused.drop(); // gives it up without waking
        waker.drop();
    }

    public static void main(String[] args) throws Exception {
        use("1 from a Wake", Waker.from(new Printing()));
        use("2 from a closure", Waker.of(() -> System.out.println("  woken")));
        use("3 from a vtable made by hand", CountedWaker.create());
        use("4 static, without allocation", StaticWaker.waker());
        System.out.println("  was woken: " + StaticWaker.takeWoken());
        use("5 the one that does nothing", Waker.noop());
    }
}
