package dev.asyncfn.bridge.reactor;

import static dev.asyncfn.Async.await;
import static dev.asyncfn.bridge.reactor.ReactorBridge.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.List;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** Stands for what R2DBC does: it finds the transaction in the context of its subscriber. */
final class StoredAccounts implements Accounts {
    private final List<String> log;

    StoredAccounts(List<String> log) {
        this.log = log;
    }

    @Override
    public Future<String> transfer(int amount) {
        return StoredAccountsAsync.move(this, amount);
    }

    @Override
    public Future<String> stuck() {
        return StoredAccountsAsync.waitForever(this);
    }

    @AsyncFn
    String move(int amount) {
        await(update("withdraw " + amount));
        if (amount > 100) {
            throw new IllegalArgumentException("not enough for " + amount);
        }
        await(update("deposit " + amount));
        return "moved " + amount;
    }

    @AsyncFn
    String waitForever() {
        return await(Mono.<String>never().doOnSubscribe(subscription -> log.add("stuck")));
    }

    private Mono<Integer> update(String statement) {
        return TransactionSynchronizationManager.forCurrentTransaction().map(transaction -> {
            log.add(statement + (transaction.isActualTransactionActive() ? " in a transaction" : " alone"));
            return 1;
        });
    }
}
