package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** A bridge would evaluate the object twice, or too late, and in a lambda it cannot be kept. */
final class EvaluatedInALambda {
    @AsyncFn
    int compound(CompletableFuture<Integer> f) {
        IntConsumer adds = x -> next().count += x;
        adds.accept(1);
        return await(f);
    }

    @AsyncFn
    int reference(CompletableFuture<Integer> f) {
        Supplier<Supplier<Integer>> later = () -> next()::count;
        return await(f) + later.get().get();
    }

    @AsyncFn
    int withoutEffects(CompletableFuture<Integer> f, EvaluatedInALambda other) {
        IntConsumer adds = x -> other.count += x;
        Supplier<Supplier<Integer>> later = () -> other::count;
        adds.accept(later.get().get());
        return await(f);
    }

    private int count;

    private int count() {
        return count;
    }

    EvaluatedInALambda next() {
        return this;
    }
}
