package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Poll;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuseTest {
    private final TaskProbe task = new TaskProbe();
    private final Signal<String> signal = new Signal<>();
    private final Fuse<String> fuse = Futures.fuse(signal);

    @Test
    void afterItsValueItIsPendingForEver() throws Exception {
        assertThat(task.poll(fuse)).isSameAs(Poll.pending());
        assertThat(fuse.isTerminated()).isFalse();
        signal.complete("value");
        assertThat(task.poll(fuse)).isEqualTo(Poll.ready("value"));
        assertThat(fuse.isTerminated()).isTrue();
        assertThat(task.poll(fuse)).isSameAs(Poll.pending());
        assertThat(task.held()).isZero();
        assertThat(signal.polls).hasValue(2);
    }

    @Test
    void aFailureAndADropTerminateItToo() throws Exception {
        IOException failure = new IOException();
        signal.fail(failure);
        assertThatThrownBy(() -> task.poll(fuse)).isSameAs(failure);
        assertThat(fuse.isTerminated()).isTrue();
        assertThat(task.poll(fuse)).isSameAs(Poll.pending());
        Fuse<String> dropped = Futures.fuse(signal);
        dropped.drop();
        assertThat(dropped.isTerminated()).isTrue();
        assertThat(task.poll(dropped)).isSameAs(Poll.pending());
    }

    @Test
    void aLoopSelectsWhatIsLeft() {
        Fuse<String> one = Futures.fuse(Futures.map(Futures.yieldNow(), nothing -> "one"));
        Fuse<String> two =
                Futures.fuse(Futures.andThen(Futures.yieldNow(), n -> Futures.map(Futures.yieldNow(), m -> "two")));
        List<Either<String, String>> rounds = new ArrayList<>();
        while (!one.isTerminated() || !two.isTerminated()) {
            rounds.add(Async.blockOn(Futures.select(one, two)));
        }
        assertThat(rounds).containsExactly(new Either.Left<>("one"), new Either.Right<>("two"));
    }
}
