package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.Leaf;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FuturesTest {
    private final TaskProbe task = new TaskProbe();

    @Test
    void pollFnIsPolledByTheFunction() throws Exception {
        Future<String> future =
                Futures.pollFn(cx -> Poll.ready("of " + cx.waker().willWake(task.waker())));
        assertThat(task.poll(future)).isEqualTo(Poll.ready("of true"));
        assertThatNullPointerException().isThrownBy(() -> Futures.pollFn(null));
    }

    @Test
    void yieldNowIsPendingOnceAndWakesAtOnce() throws Exception {
        Future<Void> yield = Futures.yieldNow();
        assertThat(task.poll(yield)).isSameAs(Poll.pending());
        assertThat(task.wakes()).isOne();
        assertThat(task.poll(yield)).isEqualTo(Poll.ready(null));
        assertThat(task.wakes()).isOne();
    }

    @Test
    void mapAppliesTheMappingOnceWhenReady() throws Exception {
        Leaf<String> leaf = Leaf.pending();
        Future<Integer> mapped = Futures.map(leaf, String::length);
        assertThat(task.poll(mapped)).isSameAs(Poll.pending());
        leaf.complete("four");
        assertThat(task.poll(mapped)).isEqualTo(Poll.ready(4));
        assertThatThrownBy(() -> task.poll(mapped)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void mapPassesFailuresOn() {
        IOException failure = new IOException("of the future");
        assertThatThrownBy(() -> task.poll(Futures.map(Future.failed(failure), v -> v)))
                .isSameAs(failure);
        IllegalStateException ofTheMapping = new IllegalStateException("of the mapping");
        assertThatThrownBy(() -> task.poll(Futures.map(Future.ready(1), v -> {
                    throw ofTheMapping;
                })))
                .isSameAs(ofTheMapping);
    }

    @Test
    void droppingAMapDropsItsFutureUnlessItHasCompleted() throws Exception {
        Leaf<String> pending = Leaf.pending();
        Future<Integer> mapped = Futures.map(pending, String::length);
        task.poll(mapped);
        mapped.drop();
        mapped.drop();
        assertThat(pending.drops).hasValue(1);
        Leaf<String> ready = Leaf.pending();
        ready.complete("value");
        Future<Integer> completed = Futures.map(ready, String::length);
        task.poll(completed);
        completed.drop();
        assertThat(ready.drops).hasValue(0);
    }
}
