package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Notifications against a sequential model, poll by poll, in many schedules. {@code runtime/PROOFS.md} has the command of the long form.
 */
class NotifyModelTest {
    @Test
    void notificationsDoWhatTheModelDoes() {
        Model.explore(random -> {
            NotifyModel model = new NotifyModel();
            List<Actor> actors = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                actors.add(model.waiting(random));
            }
            actors.add(model.notifying(random));
            return actors;
        });
    }

    /** What Notify does, one call after the other. */
    private static final class NotifyModel {
        private static final class Ticket {
            boolean arrived;
            boolean chosen;
            boolean chosenAsLast;
            boolean withAll;
        }

        private final Notify notify = new Notify();
        private final List<Ticket> made = new ArrayList<>();
        private final List<Ticket> line = new ArrayList<>();
        private boolean stored;
        private int waiters;

        void choose(boolean last) {
            if (line.isEmpty()) {
                stored = true;
                return;
            }
            Ticket ticket = line.remove(last ? line.size() - 1 : 0);
            ticket.chosen = true;
            ticket.chosenAsLast = last;
        }

        void notifyRandomly(Random random) {
            switch (random.nextInt(6)) {
                case 0 -> {
                    notify.notifyWaiters();
                    made.forEach(ticket -> ticket.withAll = true);
                    line.clear();
                }
                case 1 -> {
                    notify.notifyLast();
                    choose(true);
                }
                default -> {
                    notify.notifyOne();
                    choose(false);
                }
            }
        }

        /** Goes on as long as anybody waits, but not for ever: a wake-up that was lost is to be noticed. */
        Actor notifying(Random random) {
            return new Actor(random, 2_000) {
                @Override
                Operation<?> next() {
                    if (waiters == 0) {
                        stop();
                    } else {
                        notifyRandomly(random);
                    }
                    return null;
                }

                @Override
                void finish() {
                    assertThat(line).isEmpty();
                }
            };
        }

        Actor waiting(Random random) {
            waiters++;
            return new Actor(random, 8) {
                @Override
                Operation<?> next() {
                    Ticket ticket = new Ticket();
                    made.add(ticket);
                    Notify.Notified notified = notify.notified();
                    if (random.nextInt(4) == 0) {
                        assertThat(notified.enable()).isEqualTo(arrive(ticket));
                    }
                    return await(notified, ticket);
                }

                @Override
                void finish() {
                    waiters--;
                }
            };
        }

        private boolean arrive(Ticket ticket) {
            if (!ticket.withAll && !ticket.chosen && !line.contains(ticket) && stored) {
                stored = false;
                ticket.chosen = true;
            }
            boolean notified = ticket.chosen || ticket.withAll;
            if (!notified && !ticket.arrived) {
                line.add(ticket);
            }
            ticket.arrived = true;
            return notified;
        }

        private Operation<Void> await(Notify.Notified notified, Ticket ticket) {
            return new Operation<>(notified) {
                @Override
                boolean endsNow() {
                    return arrive(ticket);
                }

                @Override
                void completed(Void value) {
                    made.remove(ticket);
                }

                @Override
                void dropped() {
                    made.remove(ticket);
                    line.remove(ticket);
                    if (ticket.chosen) {
                        choose(ticket.chosenAsLast);
                    }
                }
            };
        }
    }
}
