package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of a pool whose threads are never started: its transitions, one after the other. */
class IdleWorkersTest {
    private final Workers pool = new Workers(4, Thread::new, Rehearsal.DEAF);
    private final IdleWorkers idle = pool.idle;

    private List<Integer> waiting() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < pool.threads(); i++) {
            if (idle.waits(pool.worker(i))) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    @Test
    void halfOfTheThreadsSearchAtTheSameTime() {
        assertThat(idle.beginSearch(pool.worker(0))).isTrue();
        assertThat(idle.beginSearch(pool.worker(0))).as("again").isTrue();
        assertThat(idle.beginSearch(pool.worker(1))).isTrue();
        assertThat(idle.beginSearch(pool.worker(2))).isFalse();
        assertThat(idle.endSearch(pool.worker(0))).as("the last").isFalse();
        assertThat(idle.beginSearch(pool.worker(2))).isTrue();
        assertThat(idle.endSearch(pool.worker(1))).isFalse();
        assertThat(idle.endSearch(pool.worker(2))).as("the last").isTrue();
        assertThat(idle.isSearched()).isFalse();
    }

    @Test
    void aCallMakesTheLastThatHasComeSearchAndNobodyIsCalledUntilItHasFoundSomething() {
        for (int i = 0; i < 4; i++) {
            idle.enter(pool.worker(i));
        }
        idle.call();
        idle.call();
        assertThat(waiting()).containsExactly(0, 1, 2);
        assertThat(pool.worker(3).searching).isTrue();
        assertThat(idle.endSearch(pool.worker(3))).isTrue();
        idle.call();
        assertThat(waiting()).containsExactly(0, 1);
    }

    @Test
    void aThreadThatBeginsToWaitSearchesNoMore() {
        idle.beginSearch(pool.worker(0));
        idle.enter(pool.worker(0));
        assertThat(idle.isSearched()).isFalse();
        assertThat(pool.worker(0).searching).isFalse();
        idle.call();
        assertThat(idle.isSearched()).isTrue();
    }

    @Test
    void aThreadLeavesFromAnyPlaceOnce() {
        for (int i = 0; i < 4; i++) {
            idle.enter(pool.worker(i));
        }
        assertThat(idle.leaveUncalled(pool.worker(1), false)).isTrue();
        assertThat(idle.leaveUncalled(pool.worker(1), false)).isFalse();
        assertThat(idle.leaveUncalled(pool.worker(3), true)).isTrue();
        assertThat(waiting()).containsExactly(0, 2);
        assertThat(pool.worker(1).searching).isFalse();
        assertThat(pool.worker(3).searching).isTrue();
        idle.endSearch(pool.worker(3));
        idle.call();
        assertThat(waiting()).containsExactly(0);
    }

    @Test
    void atTheEndAllAreCalled() {
        for (int i = 0; i < 4; i++) {
            idle.enter(pool.worker(i));
        }
        idle.callAll();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whereNobodyWaitsNobodyIsCalled() {
        idle.call();
        assertThat(idle.isSearched()).isFalse();
    }
}
