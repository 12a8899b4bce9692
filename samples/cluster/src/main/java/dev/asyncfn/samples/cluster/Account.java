package dev.asyncfn.samples.cluster;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.bridge.pekko.Journaled;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorRef;

/** What an account does: commands, the event that it keeps, its state, and the async fn that carries out a deposit. */
final class Account {
    sealed interface Command extends Message {}

    /** @param id names the request: a client that has no answer sends the same again */
    record Deposit(String id, long amount, ActorRef<Receipt> replyTo) implements Command {}

    record Show(ActorRef<Statement> replyTo) implements Command {}

    /** Stops the account after the commands before it, as when its shard moves to another node. */
    record Stop() implements Command {}

    enum Outcome {
        /** The deposit is in the journal. */
        KEPT,
        /** It is above the limit, and not kept. */
        REFUSED,
        /** The upstream has not answered; the deposit is not kept, and may be tried again. */
        LATER
    }

    record Receipt(String id, Outcome outcome) implements Message {}

    record Statement(List<String> ids, long balance) implements Message {}

    record Deposited(String id, long amount) implements Message {}

    /**
     * The state.
     *
     * @param ids of all deposits, in the order of their events: one that was applied twice would be there twice
     */
    record Balance(List<String> ids, long sum) {
        static final Balance EMPTY = new Balance(List.of(), 0);

        Balance with(Deposited event) {
            List<String> more = new ArrayList<>(ids);
            more.add(event.id());
            return new Balance(List.copyOf(more), sum + event.amount());
        }
    }

    private Account() {}

    /**
     * Checks a deposit, keeps it, and only then answers. No other command of the account is carried out in the meantime, so a request that
     * is sent twice finds the event of the first.
     */
    @AsyncFn
    static void deposit(Deposit command, Journaled<Deposited, Balance> account, Limits limits) {
        Outcome outcome = Outcome.KEPT;
        if (!account.state().ids().contains(command.id())) {
            try {
                if (await(limits.allow(command.amount()))) {
                    await(account.persist(new Deposited(command.id(), command.amount())));
                } else {
                    outcome = Outcome.REFUSED;
                }
            } catch (TimeoutException silent) {
                outcome = Outcome.LATER;
            }
        }
        command.replyTo().tell(new Receipt(command.id(), outcome));
    }
}
