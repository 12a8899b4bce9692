package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Nothing in the body names the type, but a field of the future would have to. */
final class InferredPrivateType {
    private record User(String name) {}

    final List<User> users = List.of();

    @AsyncFn
    int local(CompletableFuture<Integer> f) {
        var all = users;
        return await(f) + all.size();
    }

    @AsyncFn
    int operand(CompletableFuture<Integer> f) {
        return sum(all(), await(f));
    }

    List<User> all() {
        return users;
    }

    static int sum(List<User> users, int n) {
        return users.size() + n;
    }
}
