import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.*;
import lombok.*;
import lombok.experimental.*;
import lombok.extern.java.Log;

@Builder
record Records(int a, @With String b) {
    @AsyncFn
    String built(Future<Integer> f) {
        Records other = Records.builder().a(await(f)).b("x").build().withB("y" + await(f));
        return a + b + other;
    }

    public static String direct() throws Exception {
        return String.valueOf(new Records(1, "b").built(Future.ready(2)));
    }

    public static String future() throws Exception {
        return String.valueOf(Async.blockOn(RecordsAsync.built(new Records(1, "b"), Future.ready(2))));
    }
}
