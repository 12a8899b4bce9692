package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Channels of many receivers against sequential models, poll by poll, in many schedules. {@code runtime/PROOFS.md} has the command of the
 * long form.
 */
class BroadcastAndWatchModelTest {
    /** Everything that was sent, or stored. */
    private static final class History {
        final List<Integer> values = new ArrayList<>();
        int senders;
        int receivers;
    }

    @Test
    void broadcastsDoWhatTheModelDoes() {
        Model.explore(random -> {
            int capacity = 1 + random.nextInt(4);
            History history = new History();
            var channel = Broadcast.<Integer>channel(capacity);
            List<Actor> actors = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Broadcast.Receiver<Integer> receiver =
                        i == 0 ? channel.receiver() : channel.sender().subscribe();
                actors.add(new BroadcastReceiving(random, receiver, history, capacity));
            }
            for (int i = 0; i < 2; i++) {
                Broadcast.Sender<Integer> sender =
                        i == 0 ? channel.sender() : channel.sender().clone();
                actors.add(new BroadcastSending(random, sender, history));
            }
            return actors;
        });
    }

    private static final class BroadcastSending extends Actor {
        private final Broadcast.Sender<Integer> sender;
        private final History history;

        BroadcastSending(Random random, Broadcast.Sender<Integer> sender, History history) {
            super(random, 15);
            this.sender = sender;
            this.history = history;
            history.senders++;
        }

        @Override
        Operation<?> next() {
            int value = history.values.size();
            assertThat(sender.receiverCount()).isEqualTo(history.receivers);
            if (history.receivers == 0) {
                assertThatThrownBy(() -> sender.send(value)).isInstanceOf(SendException.class);
            } else {
                assertThat(sender.send(value)).isEqualTo(history.receivers);
                history.values.add(value);
            }
            return null;
        }

        @Override
        void finish() {
            sender.close();
            history.senders--;
        }
    }

    private static final class BroadcastReceiving extends Actor {
        private final History history;
        private final int capacity;
        private Broadcast.Receiver<Integer> receiver;
        private int next;

        BroadcastReceiving(Random random, Broadcast.Receiver<Integer> receiver, History history, int capacity) {
            super(random, 1_000);
            this.receiver = receiver;
            this.history = history;
            this.capacity = capacity;
            history.receivers++;
        }

        @Override
        Operation<?> next() {
            assertThat(receiver.size()).isEqualTo(history.values.size() - next);
            switch (random.nextInt(10)) {
                case 0 -> {
                    receiver.close();
                    history.receivers--;
                    stop();
                }
                case 1 -> {
                    Broadcast.Receiver<Integer> newer = receiver.resubscribe();
                    receiver.close();
                    receiver = newer;
                    next = history.values.size();
                }
                case 2 -> tryRecv();
                default -> {
                    return recv();
                }
            }
            return null;
        }

        private int missed() {
            return Math.max(0, history.values.size() - capacity - next);
        }

        private void tryRecv() {
            if (missed() > 0) {
                assertThatThrownBy(receiver::tryRecv).satisfies(this::lagged);
            } else if (next < history.values.size()) {
                assertThat(receiver.tryRecv()).isEqualTo(new TryRecv.Received<>(history.values.get(next++)));
            } else {
                TryRecv<Integer> none = history.senders == 0 ? new TryRecv.Closed<>() : new TryRecv.Empty<>();
                assertThat(receiver.tryRecv()).isEqualTo(none);
            }
        }

        private void lagged(Throwable failure) {
            assertThat(failure)
                    .isInstanceOfSatisfying(
                            LaggedException.class,
                            e -> assertThat(e.missed()).isPositive().isEqualTo(missed()));
            next += missed();
        }

        private Operation<Optional<Integer>> recv() {
            return new Operation<>(receiver.recv()) {
                @Override
                boolean endsNow() {
                    return next < history.values.size() || history.senders == 0;
                }

                @Override
                void completed(Optional<Integer> value) {
                    assertThat(missed()).isZero();
                    if (next == history.values.size()) {
                        assertThat(value).isEmpty();
                        receiver.close();
                        history.receivers--;
                        stop();
                    } else {
                        assertThat(value).contains(history.values.get(next++));
                    }
                }

                @Override
                void failed(RuntimeException failure) {
                    lagged(failure);
                }

                @Override
                void dropped() {
                    // has seen nothing
                }
            };
        }

        @Override
        void finish() {
            receiver.close();
        }
    }

    @Test
    void watchesDoWhatTheModelDoes() {
        Model.explore(random -> {
            History history = new History();
            history.values.add(0);
            var channel = Watch.channel(0);
            List<Actor> actors = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Watch.Receiver<Integer> receiver =
                        i == 0 ? channel.receiver() : channel.sender().subscribe();
                actors.add(new Watching(random, receiver, history));
            }
            for (int i = 0; i < 2; i++) {
                Watch.Sender<Integer> sender =
                        i == 0 ? channel.sender() : channel.sender().clone();
                actors.add(new Changing(random, sender, history));
            }
            return actors;
        });
    }

    private static final class Changing extends Actor {
        private final Watch.Sender<Integer> sender;
        private final History history;

        Changing(Random random, Watch.Sender<Integer> sender, History history) {
            super(random, 12);
            this.sender = sender;
            this.history = history;
            history.senders++;
        }

        @Override
        Operation<?> next() {
            int before = newest();
            assertThat(sender.borrow()).isEqualTo(before);
            assertThat(sender.receiverCount()).isEqualTo(history.receivers);
            int value = random.nextInt(3);
            switch (random.nextInt(4)) {
                case 0 -> {
                    assertThat(sender.sendIfModified(n -> value)).isEqualTo(value != before);
                    if (value == before) {
                        return null;
                    }
                }
                case 1 -> assertThat(sender.sendReplace(value)).isEqualTo(before);
                default -> {
                    if (history.receivers == 0) {
                        assertThatThrownBy(() -> sender.send(value)).isInstanceOf(SendException.class);
                        return null;
                    }
                    sender.send(value);
                }
            }
            history.values.add(value);
            return null;
        }

        private int newest() {
            return history.values.get(history.values.size() - 1);
        }

        @Override
        void finish() {
            sender.close();
            history.senders--;
        }
    }

    private static final class Watching extends Actor {
        private final Watch.Receiver<Integer> receiver;
        private final History history;
        /** How many values had been stored when this looked last. */
        private int seen = 1;

        Watching(Random random, Watch.Receiver<Integer> receiver, History history) {
            super(random, 1_000);
            this.receiver = receiver;
            this.history = history;
            history.receivers++;
        }

        @Override
        Operation<?> next() {
            assertThat(receiver.borrow()).isEqualTo(history.values.get(history.values.size() - 1));
            switch (random.nextInt(20)) {
                case 0 -> stop();
                case 1 -> {
                    receiver.markUnchanged();
                    seen = history.values.size();
                }
                case 2 -> {
                    if (seen < history.values.size()) {
                        assertThat(receiver.hasChanged()).isTrue();
                    }
                }
                default -> {
                    return changed();
                }
            }
            return null;
        }

        private Operation<Void> changed() {
            return new Operation<>(receiver.changed()) {
                @Override
                boolean endsNow() {
                    return seen < history.values.size() || history.senders == 0;
                }

                @Override
                void completed(Void nothing) {
                    assertThat(seen).isLessThan(history.values.size());
                    seen = history.values.size();
                }

                @Override
                void failed(RuntimeException failure) {
                    assertThat(failure).isInstanceOf(ClosedException.class);
                    assertThat(seen).isEqualTo(history.values.size());
                    assertThat(history.senders).isZero();
                    stop();
                }

                @Override
                void dropped() {
                    // has seen nothing
                }
            };
        }

        @Override
        void finish() {
            receiver.close();
            history.receivers--;
        }
    }
}
