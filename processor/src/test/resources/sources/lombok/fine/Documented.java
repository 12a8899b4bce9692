import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.*;
import lombok.*;
import lombok.experimental.*;
import lombok.extern.java.Log;

/** Nullness that Lombok only documents, on results and fields, or has nothing to check of. */
final class Documented {
    @NonNull
    private String name = "name";

    @NonNull
    @Synchronized2
    @AsyncFn
    String get(Future<Integer> f, int primitive, List<@NonNull String> all) {
        @NonNull String local = "l" + await(f);
        List<@NonNull String> typed = List.of(local, "t" + await(f));
        return name + primitive + all + local + typed;
    }

    @interface Synchronized2 {}

    public static String direct() throws Exception {
        return String.valueOf(new Documented().get(Future.ready(2), 1, List.of()));
    }

    public static String future() throws Exception {
        return String.valueOf(Async.blockOn(DocumentedAsync.get(new Documented(), Future.ready(2), 1, List.of())));
    }
}
