import static dev.asyncfn.Async.await;

import dev.asyncfn.*;
import dev.asyncfn.Future;
import java.io.IOException;
import java.util.*;
import java.util.concurrent.*;

class Q {
    @AsyncFn
    static String g(CompletableFuture<String> f) {
        return await(f);
    }

    @AsyncFn
    int a() {
        return 1;
    }

    @AsyncFn
    int b() {
        return 1;
    }

    @AsyncFn
    public int c() {
        return 1;
    }

    @AsyncFn
    Object d() {
        return 1;
    }

    @AsyncFn
    int e(int i) throws IOException {
        return i;
    }

    @AsyncFn
    protected String f() {
        return "";
    }

    @AsyncFn
    void v() {}
}

class R extends Q {
    @Override
    long a() {
        return 1;
    }

    @Override
    int b() throws IOException {
        return 1;
    }

    @Override
    protected int c() {
        return 1;
    }

    @Override
    void d() {}

    @Override
    int e(int i) throws Exception {
        return 1;
    }

    @Override
    String f() {
        return "";
    }

    @Override
    Integer v() {
        return 1;
    }
}

class S extends Q {
    @Override
    protected Integer f() {
        return 1;
    }
}
