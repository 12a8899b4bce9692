package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.sync.Oneshot;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An actor: one task owns the state and handles messages in order, so that nothing needs a lock. To get an answer, send a
 * {@link Oneshot} along.
 */
public final class Counter {
    /** The messages that the actor understands. */
    sealed interface Message {
        record Add(String word, int count) implements Message {}

        record Ask(String word, Oneshot.Sender<Integer> answer) implements Message {}
    }

    private Counter() {}

    /** The life of the actor, until no sender is left. */
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
            } else if (message instanceof Message.Ask ask && !ask.answer().isClosed()) { // the asker may have given up
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
