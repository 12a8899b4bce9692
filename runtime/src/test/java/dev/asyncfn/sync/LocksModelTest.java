package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.sync.PermitsModel.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Locks against a sequential model, poll by poll, in many schedules: whether each poll is ready is known beforehand, since all of them are
 * fair. {@code runtime/PROOFS.md} has the command of the long form.
 */
class LocksModelTest {
    @Test
    void semaphoresDoWhatTheModelDoes() {
        Model.explore(random -> {
            Semaphore semaphore = new Semaphore(3);
            PermitsModel model = new PermitsModel(3);
            List<Actor> actors = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                actors.add(new Acquirer(random, semaphore, model));
            }
            if (random.nextInt(4) == 0) {
                actors.add(new Closer(random, semaphore, model));
            }
            return actors;
        });
    }

    private static final class Closer extends Actor {
        private final Semaphore semaphore;
        private final PermitsModel model;

        Closer(Random random, Semaphore semaphore, PermitsModel model) {
            super(random, random.nextInt(10));
            this.semaphore = semaphore;
            this.model = model;
        }

        @Override
        Operation<?> next() {
            return null;
        }

        @Override
        void finish() {
            semaphore.close();
            model.close();
        }
    }

    private static final class Acquirer extends Actor {
        private final Semaphore semaphore;
        private final PermitsModel model;
        private Semaphore.Permit permit;

        Acquirer(Random random, Semaphore semaphore, PermitsModel model) {
            super(random, 10);
            this.semaphore = semaphore;
            this.model = model;
        }

        @Override
        Operation<?> next() {
            if (permit != null) {
                use();
                return null;
            }
            switch (random.nextInt(6)) {
                case 0 -> tryAcquire(1 + random.nextInt(3));
                case 1 -> {
                    int forgotten = semaphore.forgetPermits(2);
                    assertThat(forgotten).isEqualTo(model.forget(2));
                    semaphore.addPermits(forgotten);
                    model.release(forgotten);
                }
                default -> {
                    return acquire(new Ticket(1 + random.nextInt(3)));
                }
            }
            assertThat(semaphore.availablePermits()).isEqualTo(model.available);
            return null;
        }

        private void use() {
            switch (random.nextInt(4)) {
                case 0 -> finish();
                case 1 -> {
                    Optional<Semaphore.Permit> one = permit.split(1);
                    one.orElseThrow().close();
                    model.release(1);
                    if (permit.count() == 0) {
                        permit = null;
                    }
                }
                default -> assertThat(semaphore.availablePermits()).isEqualTo(model.available);
            }
        }

        private void tryAcquire(int count) {
            if (model.closed) {
                assertThatThrownBy(() -> semaphore.tryAcquireMany(count)).isInstanceOf(ClosedException.class);
                return;
            }
            boolean expected = model.tryTake(count);
            permit = semaphore.tryAcquireMany(count).orElse(null);
            assertThat(permit != null).isEqualTo(expected);
        }

        private Operation<Semaphore.Permit> acquire(Ticket ticket) {
            return new Operation<>(semaphore.acquireMany(ticket.count)) {
                @Override
                boolean endsNow() {
                    return model.poll(ticket);
                }

                @Override
                void completed(Semaphore.Permit acquired) {
                    assertThat(ticket.granted).isTrue();
                    assertThat(acquired.count()).isEqualTo(ticket.count);
                    permit = acquired;
                }

                @Override
                void failed(RuntimeException failure) {
                    assertThat(failure).isInstanceOf(ClosedException.class);
                    assertThat(ticket.granted).isFalse();
                }

                @Override
                void dropped() {
                    model.drop(ticket);
                }
            };
        }

        @Override
        void finish() {
            if (permit != null) {
                model.release(permit.count());
                permit.close();
                permit = null;
            }
            assertThat(semaphore.availablePermits()).isEqualTo(model.available);
        }
    }

    @Test
    void mutexesDoWhatTheModelDoes() {
        Model.explore(random -> {
            Mutex<Integer> mutex = new Mutex<>(0);
            PermitsModel model = new PermitsModel(1);
            return IntStream.range(0, 4)
                    .mapToObj(i -> new Locker<Mutex.Guard<Integer>>(random, model, mutex::lock, mutex::tryLock))
                    .toList();
        });
    }

    @Test
    void readersAndWritersDoWhatTheModelDoes() {
        Model.explore(random -> {
            int readers = 1 + random.nextInt(3);
            RwLock<Integer> lock = new RwLock<>(0, readers);
            PermitsModel model = new PermitsModel(readers);
            return IntStream.range(0, 5)
                    .mapToObj(i -> new ReaderOrWriter(random, lock, model, readers))
                    .toList();
        });
    }

    /** Takes a lock, keeps it for a while, and lets it go. */
    private static class Locker<G extends AutoCloseable> extends Actor {
        interface Lock<G> {
            Future<G> lock();
        }

        interface TryLock<G> {
            Optional<G> tryLock();
        }

        final PermitsModel model;
        private final Lock<G> lock;
        private final TryLock<G> tryLock;
        AutoCloseable guard;
        int count;

        Locker(Random random, PermitsModel model, Lock<G> lock, TryLock<G> tryLock) {
            super(random, 12);
            this.model = model;
            this.lock = lock;
            this.tryLock = tryLock;
        }

        @Override
        Operation<?> next() {
            if (guard == null) {
                return take(1, lock, tryLock);
            }
            if (random.nextInt(3) == 0) {
                finish();
            }
            return null;
        }

        final <X extends AutoCloseable> Operation<?> take(int permits, Lock<X> locking, TryLock<X> trying) {
            if (random.nextInt(5) == 0) {
                boolean expected = model.tryTake(permits);
                Optional<X> taken = trying.tryLock();
                assertThat(taken.isPresent()).isEqualTo(expected);
                taken.ifPresent(it -> hold(it, permits));
                return null;
            }
            Ticket ticket = new Ticket(permits);
            return new Operation<X>(locking.lock()) {
                @Override
                boolean endsNow() {
                    return model.poll(ticket);
                }

                @Override
                void completed(X taken) {
                    hold(taken, permits);
                }

                @Override
                void dropped() {
                    model.drop(ticket);
                }
            };
        }

        final void hold(AutoCloseable taken, int permits) {
            guard = taken;
            count = permits;
        }

        @Override
        void finish() {
            if (guard != null) {
                model.release(count);
                assertThat(guard).satisfies(AutoCloseable::close, AutoCloseable::close);
                guard = null;
            }
        }
    }

    private static final class ReaderOrWriter extends Locker<RwLock.ReadGuard<Integer>> {
        private final RwLock<Integer> lock;
        private final int readers;

        ReaderOrWriter(Random random, RwLock<Integer> lock, PermitsModel model, int readers) {
            super(random, model, lock::read, lock::tryRead);
            this.lock = lock;
            this.readers = readers;
        }

        @Override
        Operation<?> next() {
            if (guard == null && random.nextInt(3) == 0) {
                return take(readers, lock::write, lock::tryWrite);
            }
            if (guard instanceof RwLock.WriteGuard<?> writing && random.nextInt(3) == 0) {
                RwLock.ReadGuard<?> downgraded = writing.downgrade();
                model.release(readers - 1);
                hold(downgraded, 1);
                return null;
            }
            return super.next();
        }
    }
}
