package dev.asyncfn.samples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.Futures;
import dev.asyncfn.sync.Semaphore;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Sleep;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderServiceTest {
    private static final Duration CHARGE = Duration.ofSeconds(1);

    private final FakeStore store = new FakeStore();
    private final FakePayments payments = new FakePayments(CHARGE);
    private final Semaphore paying = new Semaphore(2);
    private final OrderService service = new OrderService(store, payments, paying);
    private final TestExecutor executor = new TestExecutor(1);

    @AfterEach
    void nothingIsLeft() {
        assertThat(executor.size()).isZero();
        assertThat(paying.availablePermits()).isEqualTo(2);
        executor.close();
    }

    private void stored(int orders) {
        for (long id = 1; id <= orders; id++) {
            store.put(new Order(id, "ref-" + id, "book", 100, null));
        }
    }

    private static void assertProblem(Throwable thrown, int status) {
        assertThat(thrown)
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(Problem::status)
                .isEqualTo(status);
    }

    @Test
    void anOrderThatWasCreatedIsFound() {
        Order created = executor.run(OrderServiceAsync.create(service, new NewOrder("ref", "book", 100)));

        assertThat(executor.run(OrderServiceAsync.find(service, created.id()))).isEqualTo(created);
    }

    @Test
    void anOrderThatIsNotThereIsAProblem() {
        assertThatThrownBy(() -> executor.run(OrderServiceAsync.find(service, 7)))
                .satisfies(thrown -> assertProblem(thrown, 404));
        assertThatThrownBy(() -> executor.run(OrderServiceAsync.pay(service, 7)))
                .satisfies(thrown -> assertProblem(thrown, 404));
    }

    @Test
    void aPageBeginsAfterTheLastIdOfTheOneBefore() {
        stored(5);

        List<Order> page = executor.run(OrderServiceAsync.list(service, 2, 2));

        assertThat(page).extracting(Order::id).containsExactly(3L, 4L);
    }

    @Test
    void payingStoresTheReceipt() {
        stored(1);

        Order paid = executor.run(OrderServiceAsync.pay(service, 1));

        assertThat(paid.receipt()).isEqualTo("receipt 1");
        assertThat(store.get(1)).isEqualTo(paid);
    }

    @Test
    void twoAtOncePayOnceInWhateverOrderTheyRun() {
        TestExecutor.explore(200, schedule -> {
            FakeStore orders = new FakeStore();
            orders.put(new Order(1, "ref", "book", 100, null));
            FakePayments provider = new FakePayments(CHARGE);
            OrderService contended = new OrderService(orders, provider, new Semaphore(2));

            JoinHandle<Order> one = schedule.spawn("one", OrderServiceAsync.pay(contended, 1));
            JoinHandle<Order> two = schedule.spawn("two", OrderServiceAsync.pay(contended, 1));
            List<Throwable> failures = new ArrayList<>();
            for (JoinHandle<Order> each : List.of(one, two)) {
                try {
                    assertThat(schedule.run(each).isPaid()).isTrue();
                } catch (JoinException failed) {
                    failures.add(failed.getCause());
                }
            }

            assertThat(failures).singleElement().satisfies(thrown -> assertProblem(thrown, 409));
            assertThat(provider.log).containsExactly("answered");
        });
    }

    @Test
    void aPaymentThatIsDeclinedIsRolledBack() {
        stored(1);
        payments.failures.add(Problem.declined("no"));

        assertThatThrownBy(() -> executor.run(OrderServiceAsync.pay(service, 1)))
                .satisfies(thrown -> assertProblem(thrown, 402));

        assertThat(store.log).containsExactly("rollback");
        assertThat(store.get(1).isPaid()).isFalse();
    }

    @Test
    void aProviderThatFailsMakesPaymentsUnavailable() {
        stored(1);
        payments.failures.add(new IOException("down"));

        assertThatThrownBy(() -> executor.run(OrderServiceAsync.pay(service, 1)))
                .satisfies(thrown -> assertProblem(thrown, 503));

        assertThat(store.log).containsExactly("rollback");
    }

    @Test
    void anAbortedPaymentGivesUpTheCallAndRollsBack() {
        stored(1);
        JoinHandle<Order> paying = executor.spawn(OrderServiceAsync.pay(service, 1));
        executor.run(Sleep.of(CHARGE.dividedBy(2), executor.clock()));

        paying.abort();
        executor.runUntilStalled();

        assertThat(payments.log).containsExactly("given up");
        assertThat(store.log).containsExactly("rollback");
        assertThat(paying.isFinished()).isTrue();
    }

    @Test
    void onlySomePaymentsAreUnderWayAndReadingDoesNotWaitForThem() {
        stored(5);
        List<JoinHandle<Order>> all = new ArrayList<>();
        for (long id = 1; id <= 5; id++) {
            all.add(executor.spawn(OrderServiceAsync.pay(service, id)));
        }

        executor.run(OrderServiceAsync.find(service, 5));
        assertThat(executor.elapsed()).isLessThan(CHARGE);
        executor.run(Futures.joinAll(all));

        assertThat(payments.most()).isEqualTo(2);
        assertThat(executor.elapsed()).isBetween(CHARGE.multipliedBy(3), CHARGE.multipliedBy(4)); // two, two, one
    }
}
