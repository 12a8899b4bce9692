package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunQueueTest {
    private static RunQueue<Integer> of(int capacity, int elements) {
        RunQueue<Integer> queue = new RunQueue<>(capacity, 0);
        for (int i = 0; i < elements; i++) {
            assertThat(queue.push(i)).isTrue();
        }
        return queue;
    }

    private static List<Integer> drain(RunQueue<Integer> queue) {
        List<Integer> elements = new ArrayList<>();
        for (Integer next = queue.poll(); next != null; next = queue.poll()) {
            elements.add(next);
        }
        return elements;
    }

    @Test
    void elementsComeOutInTheirOrderAndAFullQueueTakesNoMore() {
        RunQueue<Integer> queue = of(4, 4);
        assertThat(queue.push(4)).isFalse();
        assertThat(queue.room()).isZero();
        assertThat(queue.size()).isEqualTo(4);
        assertThat(drain(queue)).containsExactly(0, 1, 2, 3);
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.room()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aThiefTakesTheFirstHalfRoundedUpToTheEndOfItsOwn(int size) {
        RunQueue<Integer> victim = of(4, size);
        RunQueue<Integer> thief = new RunQueue<>(4, 0);
        thief.push(9);
        assertThat(victim.stealInto(thief)).isTrue();
        List<Integer> moved = drain(thief);
        List<Integer> left = drain(victim);
        assertThat(moved).hasSize(1 + size - size / 2).startsWith(9);
        moved.remove(0);
        moved.addAll(left);
        assertThat(moved).containsExactlyElementsOf(drain(of(4, size)));
    }

    @Test
    void aThiefTakesNoMoreThanItHasPlacesFor() {
        RunQueue<Integer> victim = of(8, 8);
        RunQueue<Integer> thief = of(4, 3);
        assertThat(victim.stealInto(thief)).isTrue();
        assertThat(drain(thief)).containsExactly(0, 1, 2, 0);
        assertThat(victim.stealInto(of(4, 4))).isFalse();
        assertThat(drain(victim)).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(victim.stealInto(thief)).isFalse();
    }

    @Test
    void onlyAPollOrATheftMovesTheFirstPlace() {
        RunQueue<Integer> queue = of(4, 2);
        int first = queue.first();
        queue.push(2);
        assertThat(queue.first()).isEqualTo(first);
        queue.poll();
        assertThat(queue.first()).isNotEqualTo(first);
        first = queue.first();
        queue.stealInto(new RunQueue<>(4, 0));
        assertThat(queue.first()).isNotEqualTo(first);
    }

    /** Against two lists, whatever is done in turn, also where the numbers of the places wrap around. */
    @ParameterizedTest
    @ValueSource(ints = {0, -50, Integer.MAX_VALUE - 50})
    void itDoesWhatAListDoes(int first) {
        Random random = new Random(7);
        RunQueue<Integer> one = new RunQueue<>(4, first);
        RunQueue<Integer> other = new RunQueue<>(4, first + 1);
        Deque<Integer> oneModel = new ArrayDeque<>();
        Deque<Integer> otherModel = new ArrayDeque<>();
        for (int i = 0; i < 10_000; i++) {
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    boolean hasPlace = oneModel.size() < 4 && oneModel.add(i);
                    assertThat(one.push(i)).isEqualTo(hasPlace);
                }
                case 2 -> assertThat(one.poll()).isEqualTo(oneModel.poll());
                default -> {
                    int count = Math.min(oneModel.size() - oneModel.size() / 2, 4 - otherModel.size());
                    assertThat(one.stealInto(other)).isEqualTo(count > 0);
                    for (int moved = 0; moved < count; moved++) {
                        otherModel.add(oneModel.remove());
                    }
                    assertThat(other.poll()).isEqualTo(otherModel.poll());
                }
            }
            assertThat(one.size()).isEqualTo(oneModel.size());
            assertThat(one.isEmpty()).isEqualTo(oneModel.isEmpty());
            assertThat(other.room()).isEqualTo(4 - otherModel.size());
        }
    }

    @Test
    void itKeepsNothingThatHasLeft() {
        RunQueue<Object> victim = new RunQueue<>(4, 0);
        RunQueue<Object> thief = new RunQueue<>(4, 0);
        List<WeakReference<Object>> left = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Object element = new Object();
            left.add(new WeakReference<>(element));
            victim.push(element);
        }
        victim.stealInto(thief);
        for (int i = 0; i < 2; i++) {
            thief.poll();
            victim.poll();
        }
        Garbage.collectUntil(() -> left.stream().allMatch(element -> element.get() == null));
        assertThat(victim.isEmpty() && thief.isEmpty()).isTrue();
    }

    /** Three owners, who steal from each other: each element is somewhere, and with one of them at a time. */
    @Test
    void nothingIsLostOrThereTwiceWhileThreeThreadsStealFromEachOther() throws Exception {
        int threads = 3;
        List<RunQueue<AtomicInteger>> queues = new ArrayList<>();
        ConcurrentLinkedQueue<AtomicInteger> shared = new ConcurrentLinkedQueue<>();
        AtomicInteger twice = new AtomicInteger();
        for (int i = 0; i < threads; i++) {
            queues.add(new RunQueue<>(4, i));
            for (int element = 0; element < 3; element++) {
                shared.add(new AtomicInteger());
            }
        }
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            RunQueue<AtomicInteger> own = queues.get(i);
            running.add(new Thread(() -> {
                for (int step = 0; step < 100_000; step++) {
                    RunQueue<AtomicInteger> victim = queues.get((number + 1 + step % 2) % threads);
                    AtomicInteger element = step % 7 == 0 ? null : own.poll();
                    if (element == null && victim.stealInto(own)) {
                        element = own.poll();
                    }
                    if (element == null) {
                        element = shared.poll();
                    }
                    if (element != null) {
                        twice.addAndGet(element.getAndIncrement());
                        element.decrementAndGet();
                        if (step % 5 == 0 || !own.push(element)) {
                            shared.add(element);
                        }
                    }
                }
            }));
        }
        running.forEach(Thread::start);
        for (Thread thread : running) {
            thread.join();
        }
        for (RunQueue<AtomicInteger> queue : queues) {
            for (AtomicInteger left = queue.poll(); left != null; left = queue.poll()) {
                shared.add(left);
            }
        }
        assertThat(twice).hasValue(0);
        assertThat(shared).hasSize(3 * threads).doesNotHaveDuplicates();
    }
}
