package dev.asyncfn.bridge.reactor;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.AbstractReactiveTransactionManager;
import org.springframework.transaction.reactive.GenericReactiveTransaction;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** Spring's own transactions, of no database. */
final class LoggedTransactions extends AbstractReactiveTransactionManager {
    private static final long serialVersionUID = 1;

    private final transient List<String> log;
    /** Counted down when the first one is committed or rolled back. */
    final transient CountDownLatch ended = new CountDownLatch(1);

    LoggedTransactions(List<String> log) {
        this.log = log;
    }

    @Override
    protected Object doGetTransaction(TransactionSynchronizationManager manager) {
        return new Object();
    }

    @Override
    protected Mono<Void> doBegin(
            TransactionSynchronizationManager manager, Object transaction, TransactionDefinition definition) {
        return Mono.fromRunnable(() -> log.add("begin"));
    }

    @Override
    protected Mono<Void> doCommit(TransactionSynchronizationManager manager, GenericReactiveTransaction status) {
        return Mono.fromRunnable(() -> end("commit"));
    }

    @Override
    protected Mono<Void> doRollback(TransactionSynchronizationManager manager, GenericReactiveTransaction status) {
        return Mono.fromRunnable(() -> end("rollback"));
    }

    private void end(String how) {
        log.add(how);
        ended.countDown();
    }
}
