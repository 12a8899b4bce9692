package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.test.TaskProbe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Those who are woken together, where a waker does something before the others are woken. */
class WakeListTest {
    private final Channel<Watch.Sender<Integer>, Watch.Receiver<Integer>> channel = Watch.channel(0);
    private final TaskProbe task = new TaskProbe();
    private final List<String> log = new ArrayList<>();

    /** A waiter that is woken first, and then does that. */
    private void first(Runnable whenWoken) throws Exception {
        channel.receiver().clone().changed().poll(Context.fromWaker(Waker.of(whenWoken)));
    }

    /** Polls it, in a waker, which can throw nothing. */
    private boolean isReady(Future<?> future) {
        try {
            return task.poll(future).isReady();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void allAreWokenInTheOrderInWhichTheyWait() throws Exception {
        for (String name : List.of("a", "b", "c", "d")) {
            channel.receiver().clone().changed().poll(Context.fromWaker(Waker.of(() -> log.add(name))));
        }

        channel.sender().send(1);

        assertThat(log).containsExactly("a", "b", "c", "d");
    }

    @Test
    void oneThatIsPolledBeforeItIsWokenIsReady() throws Exception {
        Future<Void> second = channel.receiver().changed();
        first(() -> log.add("ready " + isReady(second)));
        task.poll(second);

        channel.sender().send(1);

        assertThat(log).containsExactly("ready true");
    }

    @Test
    void oneThatIsPolledWithoutAResultBeforeItIsWokenIsWokenAndThenWaitsInLine() throws Exception {
        Future<Void> second = channel.receiver().changed();
        first(() -> {
            channel.receiver().markUnchanged();
            log.add("ready " + isReady(second));
        });
        task.poll(second);

        channel.sender().send(1);

        assertThat(log).containsExactly("ready false");
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(second)).isSameAs(Poll.pending());
        channel.sender().send(2);
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(second).isReady()).isTrue();
    }

    @Test
    void oneThatIsDroppedBeforeItIsWokenIsLeftOut() throws Exception {
        Future<Void> second = channel.receiver().changed();
        Future<Void> third = channel.receiver().clone().changed();
        first(second::drop);
        task.poll(second);
        TaskProbe last = new TaskProbe();
        last.poll(third);

        channel.sender().send(1);

        assertThat(task.takeWoken()).isFalse();
        assertThat(last.takeWoken()).isTrue();
    }

    @Test
    void aValueThatIsSentByAWakerWakesThoseWhoWaitAgain() throws Exception {
        Future<Void> second = channel.receiver().changed();
        first(() -> {
            log.add("first");
            channel.sender().send(2);
        });
        task.poll(second);

        channel.sender().send(1);

        assertThat(log).containsExactly("first");
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(second).isReady()).isTrue();
        assertThat(channel.receiver().borrow()).isEqualTo(2);
    }
}
