import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.*;
import lombok.*;
import lombok.experimental.*;
import lombok.extern.java.Log;

final class Refused {
    @Synchronized
    @AsyncFn
    int locked(Future<Integer> f) {
        return await(f);
    }

    @AsyncFn
    static int checked(Future<Integer> f, @NonNull String text, @lombok.NonNull Integer number) {
        return await(f) + text.length();
    }

    @AsyncFn
    static int cleanup(Future<Integer> f) throws Exception {
        @Cleanup java.io.StringReader in = new java.io.StringReader("x");
        return await(f) + in.read();
    }

    @AsyncFn
    static int localClass(Future<Integer> f) {
        @Data
        class Local {
            int x;
        }
        Object other = new Object() {
            @SneakyThrows
            public String toString() {
                throw new java.io.IOException();
            }
        };
        return await(f) + new Local().getX();
    }

    @UtilityClass
    static class Strings {
        static String twice(String s) {
            return s + s;
        }
    }

    @ExtensionMethod(Strings.class)
    static class Extended {
        @AsyncFn
        static String extended(Future<String> f) {
            return await(f).twice();
        }
    }

    static final class WithLocks {
        @AsyncFn
        @Locked.Read
        int readLocked(Future<Integer> f) {
            return await(f);
        }

        @lombok.Locked.Write
        @AsyncFn
        int writeLocked(Future<Integer> f) {
            return await(f);
        }
    }

    static final class WithLock {
        @Locked
        @AsyncFn
        int locked(Future<Integer> f) {
            return await(f);
        }
    }
}
