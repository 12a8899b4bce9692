package bodies.exceptions;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** A {@code try} in which nothing can be thrown: it is empty, or only jumps. Its {@code finally} awaits all the same. */
@SuppressWarnings({"empty", "finally", "try"})
final class EmptyTries {
    private EmptyTries() {}

    private record Door(String name, Trace t) implements AutoCloseable {
        @Override
        public void close() {
            t.log("close " + name);
        }
    }

    @Case
    @AsyncFn
    static void nothing(Trace t) {
        try {
        } finally {
            await(t.tick("finally"));
            t.log("end");
        }
    }

    @Case
    @AsyncFn
    static int aDeclaration(Trace t) {
        try {
            int unused;
        } finally {
            await(t.tick("finally"));
        }
        return await(t.leaf("after", 1));
    }

    @Case
    @AsyncFn
    static void nested(Trace t) {
        try {
        } finally {
            try {
                ;
            } finally {
                await(t.tick("inner"));
            }
            await(t.tick("outer"));
        }
    }

    @Case
    @AsyncFn
    static int returns(Trace t) {
        try {
            return 1;
        } finally {
            await(t.tick("finally"));
        }
    }

    @Case
    @AsyncFn
    static void breaks(Trace t) {
        while (true) {
            try {
                break;
            } finally {
                await(t.tick("finally"));
            }
        }
        t.log("after");
    }

    @Case
    @AsyncFn
    static void continues(Trace t) {
        for (int i = 0; i < 2; i++) {
            try {
                continue;
            } finally {
                await(t.tick("finally " + i));
            }
        }
    }

    @Case
    @AsyncFn
    static int yields(Trace t) {
        return switch (await(t.leaf("n", 3))) {
            case 3:
                try {
                    yield 4;
                } finally {
                    await(t.tick("finally"));
                }
            default:
                yield 5;
        };
    }

    @Case
    @AsyncFn
    static void resources(Trace t) {
        try (Door a = new Door(await(t.leaf("a", "a")), t);
                Door b = new Door(await(t.leaf("b", "b")), t)) {
        } finally {
            await(t.tick("finally"));
        }
    }

    @Case
    @AsyncFn
    static int replacesTheReturn(Trace t) {
        try {
            return 1;
        } finally {
            return await(t.leaf("finally", 2));
        }
    }
}
