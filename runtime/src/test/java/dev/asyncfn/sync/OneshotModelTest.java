package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The channel of one value against a sequential model, poll by poll, in many schedules. {@code runtime/PROOFS.md} has the command of the
 * long form.
 */
class OneshotModelTest {
    /** What one channel does, one call after the other. */
    private static final class OneshotModel {
        Integer value;
        boolean senderGone;
        boolean receiverGone;
    }

    @Test
    void oneshotsDoWhatTheModelDoes() {
        Model.explore(random -> {
            List<Actor> actors = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                var channel = Oneshot.<Integer>channel();
                OneshotModel model = new OneshotModel();
                actors.add(new Sending(random, channel.sender(), model));
                actors.add(new Receiving(random, channel.receiver(), model));
            }
            return actors;
        });
    }

    private static final class Sending extends Actor {
        private final Oneshot.Sender<Integer> sender;
        private final OneshotModel model;

        Sending(Random random, Oneshot.Sender<Integer> sender, OneshotModel model) {
            super(random, random.nextInt(6));
            this.sender = sender;
            this.model = model;
        }

        @Override
        boolean isImpatient() {
            return true; // or it would wait for the receiver, which waits for it
        }

        @Override
        Operation<?> next() {
            assertThat(sender.isClosed()).isEqualTo(model.receiverGone);
            if (random.nextBoolean()) {
                return null;
            }
            return new Operation<>(sender.closed()) {
                @Override
                boolean endsNow() {
                    return model.receiverGone;
                }

                @Override
                void completed(Void nothing) {
                    assertThat(model.receiverGone).isTrue();
                }

                @Override
                void dropped() {
                    // has changed nothing
                }
            };
        }

        @Override
        void finish() {
            if (random.nextInt(4) == 0) {
                sender.close();
            } else if (model.receiverGone) {
                assertThatThrownBy(() -> sender.send(1)).isInstanceOf(SendException.class);
            } else {
                model.value = random.nextInt();
                sender.send(model.value);
            }
            model.senderGone = true;
        }
    }

    private static final class Receiving extends Actor {
        private final Oneshot.Receiver<Integer> receiver;
        private final OneshotModel model;

        Receiving(Random random, Oneshot.Receiver<Integer> receiver, OneshotModel model) {
            super(random, 4);
            this.receiver = receiver;
            this.model = model;
        }

        @Override
        Operation<?> next() {
            switch (random.nextInt(5)) {
                case 0 -> tryRecv();
                case 1 -> {
                    receiver.close();
                    model.receiverGone = true;
                }
                case 2 -> {
                    stop();
                    return await();
                }
                default -> assertThat(model.value == null || model.senderGone).isTrue();
            }
            return null;
        }

        private void tryRecv() {
            TryRecv<Integer> expected = model.value != null
                    ? new TryRecv.Received<>(model.value)
                    : model.senderGone || model.receiverGone ? new TryRecv.Closed<>() : new TryRecv.Empty<>();
            assertThat(receiver.tryRecv()).isEqualTo(expected);
            model.receiverGone |= model.value != null;
            model.value = null;
        }

        private Operation<Integer> await() {
            return new Operation<>(receiver) {
                @Override
                boolean endsNow() {
                    return model.value != null || model.senderGone || model.receiverGone;
                }

                @Override
                void completed(Integer value) {
                    assertThat(value).isEqualTo(model.value);
                    dropped();
                }

                @Override
                void failed(RuntimeException failure) {
                    assertThat(failure).isInstanceOf(ClosedException.class);
                    assertThat(model.value).isNull();
                    dropped();
                }

                @Override
                void dropped() {
                    model.value = null;
                    model.receiverGone = true;
                }
            };
        }

        @Override
        void finish() {
            receiver.drop();
            model.value = null;
            model.receiverGone = true;
        }
    }
}
