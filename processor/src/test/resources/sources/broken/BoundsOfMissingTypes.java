import static dev.asyncfn.Async.await;

import dev.asyncfn.*;
import dev.asyncfn.Future;
import java.util.*;
import java.util.concurrent.*;

public final class Q<T extends Missing> {
    @AsyncFn
    void i(T t) {
        t.foo();
    }

    static class N<T extends Missing2> {
        @AsyncFn
        final void j() {}

        class M {
            @AsyncFn
            final void k() {}
        }
    }
}
