package dev.asyncfn.samples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.TaskHooks;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.time.Sleep;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service needs of a database, whichever it is. */
abstract class DatabaseContract {
    private static final int CONNECTIONS = 2;
    private static final NewOrder BOOK = new NewOrder("ref", "book", 100);
    private static final Duration LONG = Duration.ofMinutes(10);

    private final ThreadPool pool = ThreadPool.of(2);
    /** Completed when a transaction has come so far that the test goes on. */
    private final CountDownLatch reached = new CountDownLatch(1);

    private final CompletableFuture<Void> signal = new CompletableFuture<>();
    private Database database;
    private Store store;

    /** The address of a database that no other test has. */
    abstract String freshDatabase();

    @BeforeEach
    void migrate() {
        database = Database.of(freshDatabase(), CONNECTIONS);
        store = new SqlStore(database);
        Async.blockOn(MigrationsAsync.apply(new Migrations(database), Migration.all()));
    }

    @AfterEach
    void close() {
        pool.close();
        database.close();
    }

    /** A transaction gives its connection back before it ends, so this does not have to wait. */
    private void assertNoConnectionIsUsed() {
        assertThat(database.metrics().acquiredSize()).isZero();
    }

    /** One that has come too late for its task goes back to the pool by itself. */
    private void awaitNoConnectionIsUsed() {
        while (database.metrics().acquiredSize() > 0) {
            Async.blockOn(Sleep.of(Duration.ofMillis(1)));
        }
    }

    private void awaitReached() throws InterruptedException {
        assertThat(reached.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private static void abort(JoinHandle<?> task) {
        Async.blockOn(task.abortAndJoin(LONG));
    }

    // ---- transactions

    @Test
    void whatIsCommittedIsStored() {
        Order added = Async.blockOn(BodiesAsync.add(store, BOOK));

        assertThat(Async.blockOn(BodiesAsync.find(store, added.id()))).contains(added);
        assertNoConnectionIsUsed();
    }

    @Test
    void aTransactionThatFailsIsRolledBack() {
        IllegalStateException failure = new IllegalStateException("later");

        assertThatThrownBy(() -> Async.blockOn(BodiesAsync.addThen(store, BOOK, Future.failed(failure))))
                .isSameAs(failure);

        assertThat(Async.blockOn(BodiesAsync.list(store, 0, 10))).isEmpty();
        assertNoConnectionIsUsed();
    }

    @Test
    void aTransactionThatIsAbortedIsRolledBack() throws InterruptedException {
        Order added = Async.blockOn(BodiesAsync.add(store, BOOK));
        JoinHandle<Order> task =
                pool.spawn(BodiesAsync.lockThen(store, added.id(), reached::countDown, Future.pending()));
        awaitReached();

        abort(task);

        assertNoConnectionIsUsed();
        assertThat(Async.blockOn(BodiesAsync.lockThen(store, added.id(), () -> {}, Future.ready(null))))
                .isEqualTo(added);
    }

    @Test
    void aTransactionThatIsAbortedAtAnyAwaitGivesItsConnectionBack() {
        int most = 0;
        for (int round = 1; most < 3; round++) { // again if the database was too fast for the task to wait
            int polls = 1;
            while (isAbortedAfter(polls, "round-" + round + "-" + polls)) {
                awaitNoConnectionIsUsed();
                polls++;
            }
            most = Math.max(most, polls);
        }

        List<JoinHandle<?>> all = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) { // each of the connections is as good as new
            all.add(pool.spawn(BodiesAsync.add(store, new NewOrder("after-" + i, "book", 100))));
        }
        all.forEach(Async::blockOn);
    }

    /** Has a transaction aborted by the thread that polls it, after so many polls; false if it needs no more of them. */
    private boolean isAbortedAfter(int polls, String reference) {
        CompletableFuture<JoinHandle<Order>> task = new CompletableFuture<>();
        AtomicInteger left = new AtomicInteger(polls);
        TaskHooks aborting = new TaskHooks() {
            @Override
            public void pollEnds(int id) {
                if (left.decrementAndGet() == 0) {
                    task.thenAccept(JoinHandle::abort);
                }
            }
        };
        try (ThreadPool watched =
                ThreadPool.builder().threads(1).hooks(aborting).build()) {
            task.complete(watched.spawn(BodiesAsync.add(store, new NewOrder(reference, "book", 100))));
            Async.blockOn(task.join());
            return false;
        } catch (JoinException aborted) {
            assertThat(aborted.isCancelled()).isTrue();
            return true;
        }
    }

    @Test
    void anAbortWhileItWaitsForAConnectionLosesNone() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(CONNECTIONS);
        List<JoinHandle<Void>> holders = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            holders.add(pool.spawn(BodiesAsync.hold(database, held::countDown, Future.fromShared(signal))));
        }
        assertThat(held.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        JoinHandle<Order> waiting = pool.spawn(BodiesAsync.add(store, BOOK));

        abort(waiting);
        signal.complete(null);
        Async.blockOn(Futures.joinAll(holders));

        awaitNoConnectionIsUsed();
        assertThat(Async.blockOn(BodiesAsync.list(store, 0, 10))).isEmpty();
    }

    @Test
    void aSecondTransactionThatLocksAnOrderSeesWhatTheFirstHasWritten() throws InterruptedException {
        long id = Async.blockOn(BodiesAsync.add(store, BOOK)).id();
        JoinHandle<Order> first =
                pool.spawn(BodiesAsync.lockThen(store, id, reached::countDown, Future.fromShared(signal)));
        awaitReached();
        JoinHandle<Order> second = pool.spawn(BodiesAsync.lockThen(store, id, () -> {}, Future.ready(null)));

        signal.complete(null);

        assertThat(Async.blockOn(first).isPaid()).isFalse();
        assertThat(Async.blockOn(second).isPaid()).isTrue();
    }

    // ---- orders

    @Test
    void aReferenceThatIsTakenIsAProblem() {
        Async.blockOn(BodiesAsync.add(store, BOOK));

        assertThatThrownBy(() -> Async.blockOn(BodiesAsync.add(store, BOOK)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("the reference ref");
        assertNoConnectionIsUsed();
    }

    @Test
    void aPageIsInTheOrderOfIds() {
        List<Order> added = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            added.add(Async.blockOn(BodiesAsync.add(store, new NewOrder("ref-" + i, "book", i + 1))));
        }

        List<Order> page = Async.blockOn(BodiesAsync.list(store, added.get(0).id(), 2));

        assertThat(page).isEqualTo(added.subList(1, 3));
    }

    // ---- migrations

    @Test
    void eachMigrationIsAppliedOnce() {
        Migrations migrations = new Migrations(database);
        assertThat(Async.blockOn(BodiesAsync.count(database, "schema_version"))).isEqualTo(2);
        Migration third =
                Migration.parse("3-notes.sql", "CREATE TABLE notes (id INT);\nINSERT INTO notes VALUES (1);\n");
        List<Migration> three = new ArrayList<>(Migration.all());
        three.add(third);

        assertThat(Async.blockOn(MigrationsAsync.apply(migrations, three))).containsExactly("3-notes.sql");
        assertThat(Async.blockOn(MigrationsAsync.apply(migrations, three))).isEmpty();

        assertThat(Async.blockOn(BodiesAsync.count(database, "notes"))).isEqualTo(1);
    }

    @Test
    void aMigrationThatFailsIsNotNotedAndThoseAfterItAreNotApplied() {
        Migrations migrations = new Migrations(database);
        List<Migration> broken = List.of(
                Migration.parse("3-broken.sql", "CREATE TABLE notes (id INT);\nINSERT INTO nowhere VALUES (1);\n"),
                Migration.parse("4-fine.sql", "CREATE TABLE fine (id INT);\n"));

        assertThatThrownBy(() -> Async.blockOn(MigrationsAsync.apply(migrations, broken)))
                .isInstanceOf(R2dbcException.class);

        assertThat(Async.blockOn(BodiesAsync.count(database, "schema_version"))).isEqualTo(2);
        assertThatThrownBy(() -> Async.blockOn(BodiesAsync.count(database, "fine")))
                .isInstanceOf(R2dbcException.class);
        assertNoConnectionIsUsed();
    }

    Database database() {
        return database;
    }

    ThreadPool pool() {
        return pool;
    }
}
