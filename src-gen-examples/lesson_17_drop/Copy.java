package lesson_17_drop;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.AsyncFn;

/** Resources are closed, last opened first, however the body ends: also when its future is dropped. */
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
}
