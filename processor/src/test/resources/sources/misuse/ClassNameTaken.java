package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;

/** No class can have the name of a class around it, and those of a body get two more around them. */
final class ClassNameTaken {
    static final class Nested {
        @AsyncFn
        static int get(CompletableFuture<Integer> f) {
            class NestedAsync {}
            class ClassNameTaken_NestedAsync {}
            return await(f) + new NestedAsync().hashCode() + new ClassNameTaken_NestedAsync().hashCode();
        }
    }

    @AsyncFn
    static String lives(CompletableFuture<Integer> f) {
        record LivesFuture(int a) {}
        LivesFuture a = new LivesFuture(1);
        int n = await(f);
        enum ClassNameTakenAsync {
            A
        }
        return n + a.toString() + ClassNameTakenAsync.A;
    }

    @AsyncFn
    static Object isMember(CompletableFuture<Integer> f) {
        int n = await(f);
        Runnable lambda = () -> {
            interface IsMemberFuture {}
        };
        class Outer {
            class ClassNameTakenAsync {}
        }
        enum Other {
            A;

            record IsMemberFuture() {}
        }
        return new Object() {
            final class IsMember\u0046uture {}

            final class LivesFuture {}
        };
    }

    /** Names that are shadowed there, and no class around it. */
    @AsyncFn
    static int fine(CompletableFuture<Integer> f) {
        class Fine {
            <FineFuture, ClassNameTakenAsync> int of(FineFuture a, ClassNameTakenAsync b) {
                return 1;
            }
        }
        int FineFuture = await(f);
        return new Fine().of(FineFuture, "");
    }
}
