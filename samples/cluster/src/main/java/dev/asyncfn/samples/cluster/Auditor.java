package dev.asyncfn.samples.cluster;

import static dev.asyncfn.bridge.pekko.PekkoBridge.ask;

import dev.asyncfn.future.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/** The upstream, an actor of each node: takes its time for an answer, and now and then forgets one. */
final class Auditor extends AbstractBehavior<Auditor.Check> {
    static final long LIMIT = 1_000;

    private static final Duration THOUGHT = Duration.ofMillis(2);
    private static final int FORGETS_EACH = 40;
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final RetryPolicy RETRIES =
            RetryPolicy.exponential(Duration.ofMillis(10)).maxAttempts(3).retryIf(TimeoutException.class::isInstance);

    record Check(long amount, ActorRef<Boolean> replyTo) {}

    private int checks;

    private Auditor(ActorContext<Check> context) {
        super(context);
    }

    static Behavior<Check> create() {
        return Behaviors.setup(Auditor::new);
    }

    /** Asks the actor, and asks again if there is no answer. */
    static Limits limits(ActorRef<Check> auditor, ActorSystem<?> system) {
        return amount ->
                RETRIES.retry(() -> ask(auditor, (ActorRef<Boolean> to) -> new Check(amount, to), PATIENCE, system));
    }

    @Override
    public Receive<Check> createReceive() {
        return newReceiveBuilder().onMessage(Check.class, this::check).build();
    }

    private Behavior<Check> check(Check check) {
        if (++checks % FORGETS_EACH != 0) {
            getContext().scheduleOnce(THOUGHT, check.replyTo(), check.amount() <= LIMIT);
        }
        return this;
    }
}
