package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.Spawner;
import java.util.function.Supplier;

/** A future that nobody polls does nothing. */
final class UnusedMustUse {
    @AsyncFn
    int load(int id) {
        return id;
    }

    @AsyncFn
    int dropped() {
        UnusedMustUseAsync.load(this, 1);
        make();
        Runnable later = () -> {
            make();
        };
        later.run();
        return 0;
    }

    @AsyncFn
    int used() {
        Future<Integer> future = UnusedMustUseAsync.load(this, 1);
        future = make();
        await(future);
        load(2);
        return await(UnusedMustUseAsync.load(this, 3));
    }

    /** The body of a lambda and a case of a switch expression are values. */
    @AsyncFn
    Future<Integer> given(int n) {
        Supplier<Future<Integer>> later = () -> make();
        Future<Integer> chosen = switch (n) {
            case 0 -> make();
            default -> later.get();
        };
        switch (n) {
            case 1 -> make();
            default -> await(later.get());
        }
        return chosen;
    }

    private Future<Integer> make() {
        return Future.ready(1);
    }

    /** One that was written by hand does nothing either; a task runs by itself. */
    @AsyncFn
    void written(Spawner spawner) {
        new Written();
        spawner.spawn(new Written());
    }

    static final class Written implements Future<Integer> {
        @Override
        public Poll<Integer> poll(Context cx) {
            return Poll.ready(1);
        }
    }
}
