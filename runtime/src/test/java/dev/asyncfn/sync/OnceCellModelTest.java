package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Cells against a sequential model, poll by poll, in many schedules. {@code runtime/PROOFS.md} has the command of the long form. */
class OnceCellModelTest {
    private static final int CELLS = 6;

    @Test
    void cellsDoWhatTheModelDoes() {
        Model.explore(random -> {
            List<CellModel> cells = new ArrayList<>();
            for (int i = 0; i < CELLS; i++) {
                cells.add(new CellModel());
            }
            List<Actor> actors = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                actors.add(using(cells, random));
            }
            return actors;
        });
    }

    private static Actor using(List<CellModel> cells, Random random) {
        return new Actor(random, 2 * CELLS) {
            @Override
            Operation<?> next() {
                CellModel model = cells.get(random.nextInt(CELLS));
                switch (random.nextInt(6)) {
                    case 0 -> model.set(random.nextInt());
                    case 1 -> model.look();
                    default -> {
                        return model.getOrInit(new Making(random));
                    }
                }
                return null;
            }

            @Override
            void finish() {
                cells.forEach(CellModel::look);
            }
        };
    }

    /** Is not ready for some polls; then it has a value or fails. */
    private static final class Making implements Future<Integer> {
        /** Its failure. */
        static final class Failed extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }

        final Integer value;
        final boolean fails;
        /** Whether it counts as the maker. */
        boolean arrived;

        private int pending;
        private boolean dropped;

        Making(Random random) {
            pending = random.nextInt(4);
            fails = random.nextInt(3) == 0;
            value = random.nextInt(4) == 0 ? null : random.nextInt();
        }

        boolean endsNow() {
            return pending == 0;
        }

        @Override
        public Poll<Integer> poll(Context cx) {
            assertThat(dropped).isFalse();
            if (pending > 0) {
                pending--;
                cx.waker().wakeByRef();
                return Poll.pending();
            }
            if (fails) {
                throw new Failed();
            }
            return Poll.ready(value);
        }

        @Override
        public void drop() {
            dropped = true;
        }
    }

    /** What a cell does, one call after the other. */
    private static final class CellModel {
        private final OnceCell<Integer> cell = new OnceCell<>();
        private final Queue<Making> line = new ArrayDeque<>();
        private Making maker;
        private Poll<Integer> value;

        void look() {
            assertThat(cell.isInitialized()).isEqualTo(value != null);
            assertThat(cell.get())
                    .isEqualTo(
                            value instanceof Poll.Ready<Integer> ready
                                    ? Optional.ofNullable(ready.value())
                                    : Optional.empty());
        }

        void set(int given) {
            boolean expected = value == null && maker == null;
            assertThat(cell.set(given)).isEqualTo(expected);
            if (expected) {
                initialize(given);
            }
        }

        private void initialize(Integer given) {
            value = Poll.ready(given);
            maker = null;
            line.clear();
        }

        /** Whether a poll ends the wait. */
        private boolean poll(Making making) {
            if (value != null) {
                return true;
            }
            if (!making.arrived) {
                making.arrived = true;
                line.add(making);
                if (maker == null) {
                    maker = line.remove();
                }
            }
            return maker == making && making.endsNow();
        }

        /** Whoever is next makes the value. */
        private void leave(Making making) {
            line.remove(making);
            if (maker == making) {
                maker = line.poll();
            }
        }

        Operation<Integer> getOrInit(Making making) {
            return new Operation<>(cell.getOrInit(() -> making)) {
                @Override
                boolean endsNow() {
                    return poll(making);
                }

                @Override
                void completed(Integer got) {
                    if (value == null) {
                        assertThat(maker).isSameAs(making);
                        initialize(making.value);
                    }
                    assertThat(value).isEqualTo(Poll.ready(got));
                }

                @Override
                void failed(RuntimeException failure) {
                    assertThat(failure).isInstanceOf(Making.Failed.class);
                    assertThat(making.fails && maker == making).isTrue();
                    leave(making);
                }

                @Override
                void dropped() {
                    leave(making);
                }
            };
        }
    }
}
