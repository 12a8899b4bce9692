import static dev.asyncfn.Async.await;

import dev.asyncfn.*;
import dev.asyncfn.Future;
import java.util.*;
import java.util.concurrent.*;

public interface Q {
    @AsyncFn
    static String g(CompletableFuture<String> f) {
        String s = await(f);
        return s + "!";
    }

    @AsyncFn
    int h() { return 1; }

    @AsyncFn
    default int i();

    @AsyncFn
    static int j();
}
