package lesson_17_drop;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;

/** Drop it while one door is open, or while both are: they are closed, last opened first. */
final class Copy {
    private Copy() {}

    record Door(String name) implements AutoCloseable {
        Door {
            System.out.println("  open " + name);
        }

        @Override
        public void close() {
            System.out.println("  close " + name);
        }
    }

    @AsyncFn
    static int copy() {
        try (Door in = new Door("in");
                Door out = new Door(await(later("out")))) {
            String text = await(later("from " + in.name() + " to " + out.name()));
            System.out.println("  " + text);
            return text.length();
        }
    }

    public static void main(String[] args) {
        Async.blockOn(CopyAsync.copy());
    }
}
