import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import lombok.experimental.Helper;

final class RefusedHelpers {
    @AsyncFn
    static int helper(Future<Integer> f) {
        @Helper
        class Local {
            int help(int x) {
                return x + 1;
            }
        }
        return help(await(f));
    }
}
