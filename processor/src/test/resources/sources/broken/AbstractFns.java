import static dev.asyncfn.Async.await;

import dev.asyncfn.*;
import dev.asyncfn.Future;
import java.io.IOException;
import java.util.*;
import java.util.concurrent.*;

public final class Q {
    @AsyncFn
    static String g(CompletableFuture<String> f) {
        return await(f);
    }

    @AsyncFn
    abstract int h();

    @AsyncFn
    int i(Q q) {
        return q.h() + await(q.h());
    }
}

record Pair(int left) {
    @AsyncFn
    abstract int right() throws IOException;
}

enum Color {
    RED;

    @AsyncFn
    abstract <T> T mixed(T t);
}

class Open {
    @AsyncFn
    abstract int h();
}

final class Inherits extends Above {}

abstract class Above {
    @AsyncFn
    abstract int h();
}
