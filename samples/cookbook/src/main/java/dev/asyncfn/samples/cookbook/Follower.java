package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.executor.CancellationToken;
import dev.asyncfn.future.Futures;
import dev.asyncfn.sync.ClosedException;
import dev.asyncfn.sync.Watch;
import java.util.function.Consumer;

/** Applies settings whenever they change, until there are no more changes, or it is asked to stop. Of several changes at once, only the last is applied. */
public final class Follower {
    private Follower() {}

    @AsyncFn
    static <T> void follow(Watch.Receiver<T> settings, CancellationToken stop, Consumer<T> application) {
        try (settings) {
            application.accept(settings.borrowAndUpdate());
            Future<Void> stopped = stop.cancelled(); // the same one in every turn: when it loses, it keeps waiting
            while (true) {
                Future<Void> changed = settings.changed();
                if (!await(Futures.select(changed, stopped)).isLeft()) {
                    changed.drop(); // the loser of the last turn is not needed any more
                    return;
                }
                application.accept(settings.borrowAndUpdate());
            }
        } catch (ClosedException e) {
            // The sender has gone: the settings that were applied last stay.
        }
    }
}
