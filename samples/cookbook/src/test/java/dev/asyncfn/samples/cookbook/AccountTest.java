package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.Futures;
import dev.asyncfn.sync.Mutex;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountTest {
    private static final Account.Bank SLOW = amount -> Futures.map(Sleep.of(Duration.ofMillis(amount)), slept -> true);

    private final List<Account> accounts = List.of(new Account(1, 100), new Account(2, 100), new Account(3, 100));

    @Test
    void noMoneyIsLostAndNobodyWaitsInACircle() {
        TestExecutor.explore(300, executor -> {
            List<JoinHandle<Boolean>> transfers = new ArrayList<>();
            for (int from = 0; from < 3; from++) {
                for (int to = 0; to < 3; to++) {
                    transfers.add(executor.spawn(
                            AccountAsync.transfer(accounts.get(from), accounts.get(to), 1 + from + 2 * to, SLOW)));
                }
            }
            executor.run(Futures.joinAll(transfers));
            assertThat(executor.run(AccountAsync.sum(accounts))).isEqualTo(300);
        });
    }

    @Test
    void moreThanThereIsCannotBeMoved() {
        try (TestExecutor executor = new TestExecutor(0)) {
            assertThat(executor.run(AccountAsync.transfer(accounts.get(0), accounts.get(1), 101, SLOW)))
                    .isFalse();
            assertThat(executor.run(AccountAsync.transfer(accounts.get(0), accounts.get(1), 100, SLOW)))
                    .isTrue();
            assertThat(executor.run(AccountAsync.transfer(accounts.get(0), accounts.get(1), 1, SLOW)))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, AWAIT_FIRST", "1, AWAIT_SECOND", "2, AWAIT_ALLOWS_46"})
    void aTransferDroppedAtAnyAwaitHasNotHappenedAndHoldsNoLock(int unlocked, String state) throws Exception {
        TaskProbe probe = new TaskProbe();
        List<Mutex.Guard<Long>> guards = List.of(
                Async.blockOn(accounts.get(0).lock()),
                Async.blockOn(accounts.get(1).lock()));
        var transfer = AccountAsync.transfer(accounts.get(0), accounts.get(1), 7, amount -> Future.pending());
        assertThat(probe.poll(transfer).isPending()).isTrue();
        for (int i = 0; i < unlocked; i++) {
            guards.get(i).close();
            assertThat(probe.takeWoken()).isTrue();
            assertThat(probe.poll(transfer).isPending()).isTrue();
        }
        assertThat(transfer.state()).isEqualTo(state);

        transfer.drop();

        guards.forEach(Mutex.Guard::close);
        assertThat(Async.blockOn(AccountAsync.sum(accounts))).isEqualTo(300); // would hang on a lock that is held
        assertThat(probe.held()).isZero();
    }
}
