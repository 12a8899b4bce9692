package dev.asyncfn.samples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinHandle;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class H2DatabaseTest extends DatabaseContract {
    @Override
    String freshDatabase() {
        return TestSettings.freshH2();
    }

    private static String impatientH2() {
        return "r2dbc:h2:mem:///" + UUID.randomUUID() + "?options=DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=1";
    }

    @Test
    void anOrderThatIsLockedForTooLongIsAProblem() throws InterruptedException {
        try (Database impatient = Database.of(impatientH2(), 2)) {
            Store store = new SqlStore(impatient);
            Async.blockOn(MigrationsAsync.apply(new Migrations(impatient), Migration.all()));
            long id = Async.blockOn(BodiesAsync.add(store, new NewOrder("ref", "book", 100)))
                    .id();
            CountDownLatch locked = new CountDownLatch(1);
            JoinHandle<Order> first =
                    pool().spawn(BodiesAsync.lockThen(store, id, locked::countDown, Future.pending()));
            locked.await();

            assertThatThrownBy(() -> Async.blockOn(BodiesAsync.lockThen(store, id, () -> {}, Future.ready(null))))
                    .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                    .extracting(Problem::status)
                    .isEqualTo(503);

            Async.blockOn(first.abortAndJoin(Duration.ofMinutes(10)));
            assertThat(impatient.metrics().acquiredSize()).isZero();
        }
    }
}
