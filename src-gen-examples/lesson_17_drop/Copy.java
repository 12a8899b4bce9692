package lesson_17_drop;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Context;
import dev.asyncfn.Waker;

/** Resources are closed, last opened first, however the body ends: also when its future is dropped. */
final class Copy {
    private Copy() {}

    record Door(String name) implements AutoCloseable {
        Door {
            System.out.println("open " + name);
        }

        @Override
        public void close() {
            System.out.println("close " + name);
        }
    }

    @AsyncFn
    static int copy() {
        try (Door in = new Door("in");
                Door out = new Door(await(later("out")))) {
            String text = await(later("from " + in.name() + " to " + out.name()));
            System.out.println(text);
            return text.length();
        }
    }

    public static void main(String[] args) throws Exception {
        System.out.println(Async.blockOn(CopyAsync.copy()));

        CopyAsync.CopyFuture dropped = CopyAsync.copy();
        dropped.poll(Context.fromWaker(Waker.noop())); // suspended with one door open
        dropped.drop();
    }
}
