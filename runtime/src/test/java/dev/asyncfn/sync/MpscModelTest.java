package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.sync.PermitsModel.Ticket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Queues against a sequential model, poll by poll, in many schedules. {@code runtime/PROOFS.md} has the command of the long form. */
class MpscModelTest {
    /** What the channel does, one call after the other; it also counts the values that were sent. */
    private static final class MpscModel {
        final PermitsModel slots;
        final Queue<Integer> buffer = new ArrayDeque<>();
        int values;
        int senders;
        int underWay;
        int permits;
        boolean receiverClosed;

        MpscModel(int capacity) {
            slots = new PermitsModel(capacity);
        }

        boolean isOver() {
            return buffer.isEmpty() && permits == 0 && (receiverClosed || senders == 0 && underWay == 0);
        }

        int pop() {
            slots.release(1);
            return buffer.remove();
        }
    }

    @Test
    void boundedChannelsDoWhatTheModelDoes() {
        Model.explore(random -> {
            int capacity = 1 + random.nextInt(3);
            MpscModel model = new MpscModel(capacity);
            var channel = Mpsc.<Integer>bounded(capacity);
            List<Actor> actors = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                model.senders++;
                actors.add(new Sending(
                        random, i == 0 ? channel.sender() : channel.sender().clone(), model));
            }
            actors.add(new Receiving(random, channel.receiver(), model));
            return actors;
        });
    }

    @Test
    void unboundedChannelsDoWhatTheModelDoes() {
        Model.explore(random -> {
            MpscModel model = new MpscModel(Integer.MAX_VALUE / 2);
            var channel = Mpsc.<Integer>unbounded();
            List<Actor> actors = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                model.senders++;
                actors.add(new SendingUnbounded(
                        random, i == 0 ? channel.sender() : channel.sender().clone(), model));
            }
            actors.add(new Receiving(random, channel.receiver(), model));
            return actors;
        });
    }

    private static final class SendingUnbounded extends Actor {
        private final Mpsc.UnboundedSender<Integer> sender;
        private final MpscModel model;

        SendingUnbounded(Random random, Mpsc.UnboundedSender<Integer> sender, MpscModel model) {
            super(random, 10);
            this.sender = sender;
            this.model = model;
        }

        @Override
        Operation<?> next() {
            int value = model.values++;
            if (model.receiverClosed) {
                assertThatThrownBy(() -> sender.send(value)).isInstanceOf(SendException.class);
            } else {
                sender.send(value);
                model.buffer.add(value);
            }
            return null;
        }

        @Override
        void finish() {
            sender.close();
            model.senders--;
        }
    }

    private static final class Sending extends Actor {
        private final Mpsc.Sender<Integer> sender;
        private final MpscModel model;
        private Mpsc.Permit<Integer> permit;

        Sending(Random random, Mpsc.Sender<Integer> sender, MpscModel model) {
            super(random, 10);
            this.sender = sender;
            this.model = model;
        }

        @Override
        Operation<?> next() {
            if (permit != null) {
                usePermit();
                return null;
            }
            assertThat(sender.isClosed()).isEqualTo(model.receiverClosed);
            assertThat(sender.capacity()).isEqualTo(model.slots.available);
            return switch (random.nextInt(5)) {
                case 0 -> {
                    trySend(model.values++);
                    yield null;
                }
                case 1 -> reserve();
                default -> send(model.values++);
            };
        }

        private void trySend(int value) {
            if (model.receiverClosed) {
                assertThatThrownBy(() -> sender.trySend(value))
                        .isInstanceOfSatisfying(
                                SendException.class, e -> assertThat(e.value()).isEqualTo(value));
                return;
            }
            boolean expected = model.slots.tryTake(1);
            assertThat(sender.trySend(value)).isEqualTo(expected);
            if (expected) {
                model.buffer.add(value);
            }
        }

        private void usePermit() {
            if (random.nextBoolean()) {
                int value = model.values++;
                permit.send(value);
                model.buffer.add(value);
            } else {
                permit.close();
                model.slots.release(1);
            }
            model.permits--;
            permit = null;
        }

        /** What sends and reservations have in common. */
        private abstract class Entering<T> extends Operation<T> {
            final Ticket ticket = new Ticket(1);
            private boolean begun;

            Entering(dev.asyncfn.Future<T> future) {
                super(future);
            }

            @Override
            final boolean endsNow() {
                if (!begun) {
                    begun = true;
                    model.underWay++;
                }
                return model.slots.poll(ticket);
            }

            @Override
            void failed(RuntimeException failure) {
                assertThat(failure).isInstanceOf(ClosedException.class);
                assertThat(model.receiverClosed).isTrue();
                dropped();
            }

            @Override
            final void dropped() {
                model.slots.drop(ticket);
                model.underWay--;
            }
        }

        private Operation<Void> send(int value) {
            return new Entering<>(sender.send(value)) {
                @Override
                void completed(Void nothing) {
                    assertThat(model.receiverClosed).isFalse();
                    model.buffer.add(value);
                    model.underWay--;
                }

                @Override
                void failed(RuntimeException failure) {
                    super.failed(failure);
                    assertThat(failure)
                            .isInstanceOfSatisfying(
                                    SendException.class,
                                    e -> assertThat(e.value(Integer.class)).isEqualTo(value));
                }
            };
        }

        private Operation<Mpsc.Permit<Integer>> reserve() {
            return new Entering<>(sender.reserve()) {
                @Override
                void completed(Mpsc.Permit<Integer> reserved) {
                    assertThat(model.receiverClosed).isFalse();
                    permit = reserved;
                    model.underWay--;
                    model.permits++;
                }
            };
        }

        @Override
        void finish() {
            if (permit != null) {
                usePermit();
            }
            sender.close();
            model.senders--;
        }
    }

    /** Receives to the end; at times it closes the channel before. */
    private static final class Receiving extends Actor {
        private final Mpsc.Receiver<Integer> receiver;
        private final MpscModel model;

        Receiving(Random random, Mpsc.Receiver<Integer> receiver, MpscModel model) {
            super(random, 10_000);
            this.receiver = receiver;
            this.model = model;
        }

        @Override
        Operation<?> next() {
            assertThat(receiver.size()).isEqualTo(model.buffer.size());
            switch (random.nextInt(8)) {
                case 0 -> tryRecv();
                case 1 -> {
                    if (random.nextInt(10) == 0) {
                        receiver.close();
                        model.receiverClosed = true;
                        model.slots.close();
                    }
                }
                case 2 -> {
                    return recvMany(1 + random.nextInt(3));
                }
                default -> {
                    return recv();
                }
            }
            return null;
        }

        private void tryRecv() {
            boolean over = model.isOver();
            TryRecv<Integer> expected = over
                    ? new TryRecv.Closed<>()
                    : model.buffer.isEmpty() ? new TryRecv.Empty<>() : new TryRecv.Received<>(model.pop());
            assertThat(receiver.tryRecv()).isEqualTo(expected);
        }

        private abstract class Taking<T> extends Operation<T> {
            Taking(dev.asyncfn.Future<T> future) {
                super(future);
            }

            @Override
            final boolean endsNow() {
                return !model.buffer.isEmpty() || model.isOver();
            }

            @Override
            final void dropped() {
                // has taken nothing
            }
        }

        private Operation<Optional<Integer>> recv() {
            return new Taking<>(receiver.recv()) {
                @Override
                void completed(Optional<Integer> value) {
                    boolean over = model.buffer.isEmpty();
                    assertThat(value).isEqualTo(over ? Optional.empty() : Optional.of(model.pop()));
                    if (over) {
                        stop();
                    }
                }
            };
        }

        private Operation<List<Integer>> recvMany(int limit) {
            return new Taking<>(receiver.recvMany(limit)) {
                @Override
                void completed(List<Integer> values) {
                    List<Integer> expected = new ArrayList<>();
                    while (expected.size() < limit && !model.buffer.isEmpty()) {
                        expected.add(model.pop());
                    }
                    assertThat(values).isEqualTo(expected);
                }
            };
        }

        @Override
        void finish() {
            assertThat(receiver.tryRecv()).isEqualTo(new TryRecv.Closed<>());
        }
    }
}
