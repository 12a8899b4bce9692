import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;

/** The bridge reads all components of a private record, before a pattern looks at the first: accessors of the user's may see that. */
final class EarlyAccessor {
    private sealed interface Node {}

    private record Leaf(int value) implements Node {}

    private record Counted(Node node, int reads) implements Node {
        static int read;

        public int reads() {
            return ++read;
        }
    }

    record Open(Object first, Node node) {
        public Node node() {
            throw new IllegalStateException();
        }
    }

    private record Plain(Node node, int count) {
        int count(int more) {
            return count + more;
        }
    }

    private EarlyAccessor() {}

    @AsyncFn
    static int nested(CompletableFuture<Object> found) {
        return await(found) instanceof Counted(Leaf(int value), int reads) ? value + reads : 0;
        //                             ^
    }

    @AsyncFn
    static int tested(CompletableFuture<Object> found) {
        return switch (await(found)) {
            case Counted(Leaf leaf, int reads) -> reads;
            //   ^
            default -> 0;
        };
    }

    @AsyncFn
    static int inside(CompletableFuture<Object> found) {
        return await(found) instanceof Plain(Counted(var node, int reads), int count) ? reads + count : 0;
        //                                   ^
    }

    @AsyncFn
    static String nameable(CompletableFuture<Object> found) {
        return await(found) instanceof Open(String first, Node node) ? first : "";
        //                             ^
    }

    // ---- possible: nothing fails in between, or no accessor is the user's

    @AsyncFn
    static int whole(CompletableFuture<Object> found) {
        return await(found) instanceof Counted(Node node, var reads) ? reads : 0;
    }

    @AsyncFn
    static int implicit(CompletableFuture<Object> found) {
        return await(found) instanceof Plain(Leaf(int value), int count) ? value + count : 0;
    }
}
