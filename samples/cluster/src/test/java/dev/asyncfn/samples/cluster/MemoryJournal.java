package dev.asyncfn.samples.cluster;

import dev.asyncfn.Future;
import dev.asyncfn.bridge.pekko.Journaled;
import dev.asyncfn.future.Futures;
import dev.asyncfn.samples.cluster.Account.Balance;
import dev.asyncfn.samples.cluster.Account.Deposited;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.List;

/** An account whose journal is slow, and is a variable. */
final class MemoryJournal implements Journaled<Deposited, Balance> {
    private final Duration write;
    private Balance state = Balance.EMPTY;

    MemoryJournal(Duration write) {
        this.write = write;
    }

    @Override
    public Balance state() {
        return state;
    }

    @Override
    public Future<Balance> persistAll(List<? extends Deposited> events) {
        return Futures.map(Sleep.of(write), written -> {
            for (Deposited event : events) {
                state = state.with(event);
            }
            return state;
        });
    }
}
