import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.*;
import lombok.*;
import lombok.experimental.*;
import lombok.extern.java.Log;

@UtilityClass
class Utilities {
    int calls;
    private final String PREFIX = "p";

    @AsyncFn
    String utility(Future<Integer> f) {
        calls += await(f);
        return PREFIX + helped(await(f)) + (calls > 0);
    }

    private String helped(int i) {
        return "helped " + i;
    }

    public String direct() throws Exception {
        return String.valueOf(utility(Future.ready(2)));
    }

    public String future() throws Exception {
        return String.valueOf(Async.blockOn(UtilitiesAsync.utility(Future.ready(2))));
    }
}
