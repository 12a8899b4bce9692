import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.*;
import lombok.*;
import lombok.experimental.*;
import lombok.extern.java.Log;

final class Sneaky {
    @SneakyThrows
    @AsyncFn
    static int fails(Future<Integer> f) {
        int x = await(f);
        if (x > 1) {
            throw new java.io.IOException("sneaky " + x);
        }
        return x;
    }

    @AsyncFn
    @SneakyThrows(java.io.IOException.class)
    static int cleansUp(Future<Integer> f, List<String> log) {
        try {
            return await(fails(f)) + new java.io.StringReader("").read();
        } finally {
            log.add("cleaned up " + await(f));
        }
    }

    public static String direct() {
        List<String> log = new ArrayList<>();
        try {
            return String.valueOf(cleansUp(Future.ready(2), log));
        } catch (Exception e) {
            return e + log.toString() + cleansUp(Future.ready(1), log);
        }
    }

    public static String future() throws Exception {
        List<String> log = new ArrayList<>();
        try {
            return String.valueOf(Async.blockOn(SneakyAsync.cleansUp(Future.ready(2), log)));
        } catch (Exception e) {
            return e + log.toString() + Async.blockOn(SneakyAsync.cleansUp(Future.ready(1), log));
        }
    }
}
