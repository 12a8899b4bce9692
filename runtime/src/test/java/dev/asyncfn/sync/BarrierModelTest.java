package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Barriers against a sequential model, poll by poll, in many schedules. {@code runtime/PROOFS.md} has the command of the long form. */
class BarrierModelTest {
    @Test
    void barriersDoWhatTheModelDoes() {
        Model.explore(random -> {
            BarrierModel model = new BarrierModel(1 + random.nextInt(4));
            List<Actor> actors = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                actors.add(model.arriving(random));
            }
            actors.add(model.completing(random));
            return actors;
        });
    }

    /** What a barrier does, one call after the other. */
    private static final class BarrierModel {
        /** One who arrives. */
        private static final class Ticket {
            private boolean arrived;
            private boolean last;
            private int generation;
        }

        private final int parties;
        private final Barrier barrier;
        private int arrived;
        private int generation;
        private int unfinished;

        BarrierModel(int parties) {
            this.parties = parties;
            this.barrier = new Barrier(parties);
        }

        private boolean poll(Ticket ticket) {
            if (!ticket.arrived) {
                ticket.arrived = true;
                ticket.generation = generation;
                arrived++;
                if (arrived == parties) {
                    ticket.last = true;
                    arrived = 0;
                    generation++;
                }
            }
            return ticket.generation != generation;
        }

        private void drop(Ticket ticket) {
            if (ticket.generation == generation) {
                arrived--;
            }
        }

        Actor arriving(Random random) {
            unfinished++;
            return new Actor(random, 8) {
                @Override
                Operation<?> next() {
                    return await(new Ticket());
                }

                @Override
                void finish() {
                    unfinished--;
                }
            };
        }

        private Operation<Boolean> await(Ticket ticket) {
            return new Operation<>(barrier.arrive()) {
                @Override
                boolean endsNow() {
                    return poll(ticket);
                }

                @Override
                void completed(Boolean last) {
                    assertThat(last).isEqualTo(ticket.last);
                }

                @Override
                void dropped() {
                    drop(ticket);
                }
            };
        }

        /** Arrives for all that are missing, as long as anybody arrives; but not for ever: a wake-up that was lost is to be noticed. */
        Actor completing(Random random) {
            return new Actor(random, 2_000) {
                @Override
                Operation<?> next() throws Exception {
                    if (unfinished == 0) {
                        stop();
                    } else if (arrived > 0 && random.nextBoolean()) {
                        completeGeneration();
                    }
                    return null;
                }

                @Override
                void finish() {
                    assertThat(arrived).isZero();
                }
            };
        }

        private void completeGeneration() throws Exception {
            Context cx = Context.fromWaker(Waker.noop());
            List<Future<Boolean>> early = new ArrayList<>();
            for (int missing = parties - arrived; missing > 0; missing--) {
                Future<Boolean> arrival = barrier.arrive();
                assertThat(poll(new Ticket())).isEqualTo(missing == 1);
                assertThat(arrival.poll(cx)).isEqualTo(missing == 1 ? Poll.ready(true) : Poll.pending());
                early.add(arrival);
            }
            early.remove(early.size() - 1);
            for (Future<Boolean> arrival : early) {
                assertThat(arrival.poll(cx)).isEqualTo(Poll.ready(false));
            }
        }
    }
}
