package dev.asyncfn.bridge.pekko;

import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import dev.asyncfn.future.Futures;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.japi.function.Function;
import org.apache.pekko.pattern.StatusReply;

/**
 * Asks of Pekko as futures.
 *
 * <pre>{@code
 * import static dev.asyncfn.Async.await;
 * import static dev.asyncfn.bridge.pekko.PekkoBridge.ask;
 *
 * ThreadPool onDispatcher = ThreadPool.on(system.executionContext());
 *
 * @AsyncFn
 * long balance(EntityRef<Command> account) throws TimeoutException {
 *     return await(ask(account, Balance::new, Duration.ofSeconds(3), system));
 * }
 * }</pre>
 *
 * <p>A dispatcher of Pekko is an {@link java.util.concurrent.Executor}, so a {@link dev.asyncfn.executor.ThreadPool#on ThreadPool} runs
 * on it as it is. Stages that Pekko returns are awaited as they are, too. The difference of an {@code ask} here is that nothing is sent
 * before the first poll, so that it can be retried, raced, or dropped unsent, as any other future.
 */
public final class PekkoBridge {
    private PekkoBridge() {}

    /**
     * A future that sends a message when it is first polled, and waits for the reply.
     *
     * <p>Dropping it stops waiting; Pekko has no way to take a message back, so its receiver may still act on it. The same is true when
     * there is no reply in time.
     *
     * @param <Q> the type of the messages
     * @param <A> the type of the reply
     * @param to an actor, or an {@code EntityRef} of cluster sharding
     * @param message makes the message, with the actor to which the reply is to be sent; called by the first poll, which throws its
     *     exceptions
     * @param timeout how long to wait, from the first poll on; positive
     * @param system has the scheduler of the timeout
     * @return a new future, which fails with a {@link TimeoutException} if there is no reply in time
     */
    public static <Q, A> TryFuture<A, TimeoutException> ask(
            RecipientRef<Q> to, Function<ActorRef<A>, Q> message, Duration timeout, ActorSystem<?> system) {
        requireAll(to, message, timeout, system);
        return future(() -> AskPattern.ask(to, message, timeout, system.scheduler()));
    }

    /**
     * As {@link #ask}, where the reply is a {@link StatusReply}: the future has its value, or fails with its error.
     *
     * @param <Q> the type of the messages
     * @param <A> the type of the value
     * @param to an actor, or an {@code EntityRef} of cluster sharding
     * @param message makes the message, as for {@link #ask}
     * @param timeout how long to wait, from the first poll on; positive
     * @param system has the scheduler of the timeout
     * @return a new future, which fails with a {@link TimeoutException} if there is no reply in time, and with a
     *     {@link StatusReply.ErrorMessage}, which is unchecked, if the error is a text
     */
    public static <Q, A> TryFuture<A, TimeoutException> askWithStatus(
            RecipientRef<Q> to,
            Function<ActorRef<StatusReply<A>>, Q> message,
            Duration timeout,
            ActorSystem<?> system) {
        requireAll(to, message, timeout, system);
        return future(() -> AskPattern.askWithStatus(to, message, timeout, system.scheduler()));
    }

    private static <A> TryFuture<A, TimeoutException> future(Callable<CompletionStage<A>> asking) {
        return Futures.failingWith(Futures.andThen(Futures.lazy(asking), Future::<A>from), TimeoutException.class);
    }

    private static void requireAll(Object to, Object message, Object timeout, Object system) {
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(system, "system");
    }
}
