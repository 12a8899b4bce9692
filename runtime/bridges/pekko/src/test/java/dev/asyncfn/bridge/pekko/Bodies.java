package dev.asyncfn.bridge.pekko;

import static dev.asyncfn.Async.await;
import static dev.asyncfn.bridge.pekko.PekkoBridge.ask;
import static dev.asyncfn.bridge.pekko.PekkoBridge.askWithStatus;

import dev.asyncfn.AsyncFn;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.pattern.StatusReply;

/** Async fns that ask actors. */
final class Bodies {
    record Square(int number, ActorRef<Integer> replyTo) {}

    record Root(int number, ActorRef<StatusReply<Integer>> replyTo) {}

    private Bodies() {}

    @AsyncFn
    static int sumOfSquares(ActorRef<Square> squares, int a, int b, Duration timeout, ActorSystem<?> system)
            throws TimeoutException {
        int first = await(ask(squares, (ActorRef<Integer> to) -> new Square(a, to), timeout, system));
        return first + await(ask(squares, (ActorRef<Integer> to) -> new Square(b, to), timeout, system));
    }

    @AsyncFn
    static int root(ActorRef<Root> roots, int number, Duration timeout, ActorSystem<?> system) throws TimeoutException {
        return await(
                askWithStatus(roots, (ActorRef<StatusReply<Integer>> to) -> new Root(number, to), timeout, system));
    }

    @AsyncFn
    static String threadAfter(ActorRef<Square> squares, Duration timeout, ActorSystem<?> system)
            throws TimeoutException {
        await(ask(squares, (ActorRef<Integer> to) -> new Square(1, to), timeout, system));
        return Thread.currentThread().getName();
    }
}
