package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.samples.cookbook.Counter.Message;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.test.TestExecutor;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class CounterTest {
    @Test
    void whatIsAskedIsAnsweredInTurn() {
        TestExecutor.explore(200, executor -> {
            var channel = Mpsc.<Message>bounded(1);
            JoinHandle<Map<String, Integer>> counter = executor.spawn(CounterAsync.live(channel.receiver()));
            Mpsc.Sender<Message> sender = channel.sender();
            executor.run(sender.send(new Message.Add("a", 2)));
            executor.run(sender.send(new Message.Add("a", 3)));

            assertThat(executor.run(CounterAsync.ask(sender, "a"))).isEqualTo(5);
            assertThat(executor.run(CounterAsync.ask(sender, "b"))).isZero();

            sender.close();
            assertThat(executor.run(counter)).containsExactly(Map.entry("a", 5));
        });
    }

    @Test
    void whoGivesUpWaitingForAnAnswerDoesNotDisturbTheActor() {
        try (TestExecutor executor = new TestExecutor(0)) {
            var channel = Mpsc.<Message>bounded(1);
            JoinHandle<Integer> asking = executor.spawn(CounterAsync.ask(channel.sender(), "a"));
            executor.runUntilStalled();
            asking.abort();
            executor.runUntilStalled();

            JoinHandle<Map<String, Integer>> counter = executor.spawn(CounterAsync.live(channel.receiver()));
            executor.run(channel.sender().send(new Message.Add("a", 1)));
            channel.sender().close();
            assertThat(executor.run(counter)).containsExactly(Map.entry("a", 1));
        }
    }

    @Test
    void theMethodItselfLivesOnAThread() throws Exception {
        var channel = Mpsc.<Message>bounded(1);
        FutureTask<Map<String, Integer>> counter = new FutureTask<>(() -> Counter.live(channel.receiver()));
        new Thread(counter, "counter").start();
        channel.sender().blockingSend(new Message.Add("a", 2));
        assertThat(Counter.ask(channel.sender(), "a")).isEqualTo(2);
        channel.sender().close();
        assertThat(counter.get()).containsExactly(Map.entry("a", 2));
    }
}
