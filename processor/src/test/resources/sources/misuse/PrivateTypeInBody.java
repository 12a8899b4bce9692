package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The future stands beside this class and can name what its package can name. */
final class PrivateTypeInBody {
    private record User(String name) {}

    private enum Source {
        DISK
    }

    final List<User> users = List.of();
    private final List<User> cache = List.of();

    User first() {
        return users.get(0);
    }

    @AsyncFn
    int named(CompletableFuture<Integer> f) {
        User user = new User("once is enough");
        return await(f) + user.name().length();
    }

    @AsyncFn
    Object constant(CompletableFuture<Integer> f) {
        await(f);
        return PrivateTypeInBody.Source.DISK;
    }

    /** Not named, but needed to find the member. */
    @AsyncFn
    String inferred(CompletableFuture<Integer> f) {
        await(f);
        return first().name();
    }

    /** A private member is reached by a bridge, which would have to name it. */
    @AsyncFn
    int bridged(CompletableFuture<Integer> f) {
        return await(f) + cache.size();
    }

    /** What nothing has to name. */
    @AsyncFn
    boolean untouched(CompletableFuture<Integer> f) {
        record Mine(int value) {}
        return new Mine(await(f)).value() == users.size();
    }
}
