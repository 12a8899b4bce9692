package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.sync.Oneshot;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An actor: a task that alone has the state, and does what it is told in order, so that nothing of it needs a lock. Who wants an answer
 * sends a {@link Oneshot} along.
 */
public final class Counter {
    /** What one can say to the actor. */
    sealed interface Message {
        record Add(String word, int count) implements Message {}

        record Ask(String word, Oneshot.Sender<Integer> answer) implements Message {}
    }

    private Counter() {}

    /** The life of the actor, until nobody is left who could tell it anything. */
    @AsyncFn
    static Map<String, Integer> live(Mpsc.Receiver<Message> messages) {
        Map<String, Integer> counts = new HashMap<>();
        while (true) {
            Optional<Message> next = await(messages.recv());
            if (next.isEmpty()) {
                return counts;
            }
            Message message = next.get();
            if (message instanceof Message.Add add) {
                counts.merge(add.word(), add.count(), Integer::sum);
            } else if (message instanceof Message.Ask ask && !ask.answer().isClosed()) { // it may have given up on us
                ask.answer().send(counts.getOrDefault(ask.word(), 0));
            }
        }
    }

    @AsyncFn
    static int ask(Mpsc.Sender<Message> counter, String word) {
        var channel = Oneshot.<Integer>channel();
        await(counter.send(new Message.Ask(word, channel.sender())));
        return await(channel.receiver());
    }
}
