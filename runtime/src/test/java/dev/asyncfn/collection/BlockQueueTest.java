package dev.asyncfn.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockQueueTest {
    private final BlockQueue<Integer> queue = new BlockQueue<>();

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            queue.add(i);
        }
    }

    @Test
    void isFirstInFirstOut() {
        add(100);
        for (int i = 0; i < 100; i++) {
            assertThat(queue.peek()).isEqualTo(i);
            assertThat(queue.poll()).isEqualTo(i);
        }
        assertThat(queue.poll()).isNull();
        assertThat(queue.peek()).isNull();
    }

    @Test
    void differsFromNoOtherQueueWhateverIsDone() {
        Random random = new Random(1);
        Queue<Integer> model = new ArrayDeque<>();
        for (int i = 0; i < 100_000; i++) {
            if (random.nextInt(1_000) == 0) {
                List<Integer> drained = new ArrayList<>();
                queue.drain(drained::add);
                assertThat(drained).containsExactlyElementsOf(model);
                model.clear();
            } else if (random.nextInt(100) < 30 + 40 * (i / 1_000 % 2)) {
                queue.add(i);
                model.add(i);
            } else {
                assertThat(queue.poll()).isEqualTo(model.poll());
            }
            assertThat(queue.size()).isEqualTo(model.size());
            assertThat(queue.isEmpty()).isEqualTo(model.isEmpty());
        }
    }

    @Test
    void anEmptyOneThatHadManyValuesKeepsOneBlock() {
        assertThat(queue.blocks()).isZero();
        add(50_000);
        assertThat(queue.blocks()).isEqualTo(50_000 / 32 + 1);
        queue.drain(value -> {});
        assertThat(queue.blocks()).isOne();
    }

    @Test
    void oneThatIsNeverEmptyKeepsAsManyAsItsValuesNeed() {
        add(3);
        for (int i = 0; i < 10_000; i++) {
            queue.add(i);
            queue.poll();
            assertThat(queue.blocks()).isLessThanOrEqualTo(2);
        }
    }
}
