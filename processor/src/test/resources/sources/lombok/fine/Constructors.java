import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.*;
import lombok.*;
import lombok.experimental.*;
import lombok.extern.java.Log;

@Log
@RequiredArgsConstructor(staticName = "of")
final class Constructors {
    private final int id;

    @NonNull
    private final String name;

    @NoArgsConstructor
    @AllArgsConstructor
    static class Pair {
        int a = 1;
        String b = "b";
    }

    @AsyncFn
    String made(Future<Integer> f) {
        log.fine("made");
        Constructors other = Constructors.of(await(f), "other");
        return other.id + other.name + new Pair().b + new Pair(await(f), "c").b + id + log.getName();
    }

    public static String direct() throws Exception {
        return String.valueOf(of(1, "one").made(Future.ready(2)));
    }

    public static String future() throws Exception {
        return String.valueOf(Async.blockOn(ConstructorsAsync.made(of(1, "one"), Future.ready(2))));
    }
}
