package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.executor.CancellationToken;
import dev.asyncfn.future.Futures;
import dev.asyncfn.sync.ClosedException;
import dev.asyncfn.sync.Watch;
import java.util.function.Consumer;

/** Applies settings whenever they change, until there will be no more of them, or it is told to stop. Of several changes at once, the last. */
public final class Follower {
    private Follower() {}

    @AsyncFn
    static <T> void follow(Watch.Receiver<T> settings, CancellationToken stop, Consumer<T> application) {
        try (settings) {
            application.accept(settings.borrowAndUpdate());
            Future<Void> stopped = stop.cancelled(); // the same one in every turn: it loses, and goes on
            while (true) {
                Future<Void> changed = settings.changed();
                if (!await(Futures.select(changed, stopped)).isLeft()) {
                    changed.drop(); // the loser of the last turn is not needed any more
                    return;
                }
                application.accept(settings.borrowAndUpdate());
            }
        } catch (ClosedException e) {
            // The one who sets them has gone: what was applied last holds.
        }
    }
}
