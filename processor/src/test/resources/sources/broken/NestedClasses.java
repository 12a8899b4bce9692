import static dev.asyncfn.Async.await;

import dev.asyncfn.*;
import dev.asyncfn.Future;
import java.util.*;
import java.util.concurrent.*;

public final class Q {
    @AsyncFn
    static String g(CompletableFuture<String> f) {
        String s = await(f);
        return s + "!";
    }

    static class N {
        int x = "";

        @AsyncFn
        final int h() {
            return x;
        }

        int m() { }
    }

    enum E {
        A {
            int z() {
                return "";
            }
        };

        @AsyncFn
        static int i() {
            return 1;
        }
    }

    record T(int a) {
        T {
            a = "";
        }

        @AsyncFn
        int j() {
            return a;
        }
    }
}
