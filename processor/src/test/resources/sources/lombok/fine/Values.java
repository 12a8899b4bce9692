import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.*;
import lombok.*;
import lombok.experimental.*;
import lombok.extern.java.Log;

@Value
class Values {
    int id;

    @With
    String name;

    @NonFinal
    int changed;

    @AsyncFn
    String with(Future<Integer> f) {
        changed = await(f);
        Values other = withName("n" + await(f));
        return other.name + other.getId() + changed + other.changed + id;
    }

    public static String direct() throws Exception {
        return String.valueOf(new Values(1, "one", 2).with(Future.ready(3)));
    }

    public static String future() throws Exception {
        return String.valueOf(Async.blockOn(ValuesAsync.with(new Values(1, "one", 2), Future.ready(3))));
    }
}
