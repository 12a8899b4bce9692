package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Runs actors under many seeds. */
final class Model {
    private static final int SCHEDULES = Integer.getInteger("model.schedules", 1_000);

    private Model() {}

    /**
     * Explores schedules of the actors, which are to come to their end and to leave no waker behind.
     *
     * @param actors makes them, with their model, out of one source of randomness
     */
    static void explore(Function<Random, List<? extends Actor>> actors) {
        explore((random, clock) -> actors.apply(random));
    }

    /**
     * The same, where time matters.
     *
     * @param actors is given the virtual clock, too
     */
    static void explore(BiFunction<Random, Clock, List<? extends Actor>> actors) {
        TestExecutor.explore(SCHEDULES, executor -> {
            List<JoinHandle<Void>> handles = new ArrayList<>();
            for (Actor actor : actors.apply(new Random(executor.seed()), executor.clock())) {
                handles.add(executor.spawn("actor " + handles.size(), actor));
            }
            executor.run(Futures.joinAll(handles));
            assertThat(executor.held()).as("wakers that are still held").isZero();
        });
    }
}
