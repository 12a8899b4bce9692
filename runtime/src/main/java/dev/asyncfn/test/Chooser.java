package dev.asyncfn.test;

import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * Decides which task of a {@link TestExecutor} goes on. With a chooser of its own, a test can write down one schedule, replay one, or try them
 * all; a debugger can ask its user. It is called by the thread that runs the executor.
 *
 * <pre>{@code
 * TestExecutor executor = new TestExecutor(tasks -> tasks.size() - 1); // who was woken last goes first
 * }</pre>
 */
@FunctionalInterface
public interface Chooser {
    /**
     * Chooses the task to poll next. It is asked before each poll, even if there is only one task that can go on.
     *
     * @param tasks the names of the tasks that can go on, never empty, in the order in which they were spawned or woken; unmodifiable
     * @return the index of one of them. With any other number, the method that runs the executor throws {@link IndexOutOfBoundsException}, and
     *     the tasks stay as they are
     */
    int choose(List<String> tasks);

    /**
     * Chooses at random, but the same in each run. {@link TestExecutor#TestExecutor(long)} uses it.
     *
     * @param seed decides everything
     * @return a new chooser, for one executor
     */
    static Chooser seeded(long seed) {
        Random random = new Random(Seed.mixed(seed));
        return tasks -> random.nextInt(tasks.size());
    }

    /**
     * Replays a schedule: the first decision takes the first of the numbers, and so on. Once there are no more, the task that has waited
     * longest goes on.
     *
     * @param schedule the indexes to choose
     * @return a new chooser, for one executor
     */
    static Chooser replaying(List<Integer> schedule) {
        var left = List.copyOf(Objects.requireNonNull(schedule, "schedule")).iterator();
        return tasks -> left.hasNext() ? left.next() : 0;
    }
}
