package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Nothing in the body names the type, but a field of the future would have to. */
final class InferredPrivateType {
    private record User(String name) {}

    private enum Color {
        RED
    }

    final List<User> users = new ArrayList<>();
    User first;

    @AsyncFn
    int local(CompletableFuture<Integer> f) {
        var all = users;
        sum(all, await(f));
        return sum(all, 1);
    }

    @AsyncFn
    int operand(CompletableFuture<Integer> f) {
        return sum(all(), await(f));
    }

    @AsyncFn
    int awaited() {
        return sum(await(later()), 1);
    }

    @AsyncFn
    int assigned(CompletableFuture<Integer> f) {
        var one = users.get(0);
        int n = await(f);
        first = one;
        return n;
    }

    @AsyncFn
    boolean ofAReceiver(CompletableFuture<Integer> f) {
        var one = users.get(0);
        int n = await(f);
        return users.add(one) && n > 0;
    }

    @AsyncFn
    int chosen(CompletableFuture<Boolean> f) {
        return sum(await(f) ? all() : await(later()), 1);
    }

    @AsyncFn
    int switched(CompletableFuture<Integer> f) {
        var color = color();
        int n = await(f);
        switch (color) {
            case RED:
                return n;
            default:
                return 0;
        }
    }

    /** What is used of the value has a name. */
    @AsyncFn
    int namedIsEnough(CompletableFuture<Integer> f) {
        var all = users;
        var one = all();
        return await(f) + all.size() + (one == all ? 1 : 0) + String.valueOf(one).length();
    }

    List<User> all() {
        return users;
    }

    CompletableFuture<List<User>> later() {
        return CompletableFuture.completedFuture(users);
    }

    static Color color() {
        return Color.RED;
    }

    static int sum(List<User> users, int n) {
        return users.size() + n;
    }
}
