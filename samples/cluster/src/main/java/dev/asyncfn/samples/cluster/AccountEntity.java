package dev.asyncfn.samples.cluster;

import dev.asyncfn.Future;
import dev.asyncfn.bridge.pekko.AsyncEntity;
import dev.asyncfn.samples.cluster.Account.Balance;
import dev.asyncfn.samples.cluster.Account.Command;
import dev.asyncfn.samples.cluster.Account.Deposit;
import dev.asyncfn.samples.cluster.Account.Deposited;
import dev.asyncfn.samples.cluster.Account.Show;
import dev.asyncfn.samples.cluster.Account.Statement;
import dev.asyncfn.samples.cluster.Account.Stop;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;

/** An account as an entity of cluster sharding: the node that has it, has the only one. */
final class AccountEntity extends AsyncEntity<Command, Deposited, Balance> {
    static final EntityTypeKey<Command> KEY = EntityTypeKey.create(Command.class, "account");

    private final Limits limits;

    private AccountEntity(String id, Limits limits, ActorContext<Command> context) {
        super(PersistenceId.of(KEY.name(), id), context);
        this.limits = limits;
    }

    /** Accounts, for {@code ClusterSharding.init}. */
    static Entity<Command, ?> accounts(Limits limits) {
        return Entity.of(
                        KEY,
                        entity -> AsyncEntity.behavior(
                                context -> new AccountEntity(entity.getEntityId(), limits, context)))
                .withStopMessage(new Stop());
    }

    @Override
    public Balance emptyState() {
        return Balance.EMPTY;
    }

    @Override
    public EventHandler<Balance, Deposited> eventHandler() {
        return newEventHandlerBuilder().forAnyState().onAnyEvent(Balance::with);
    }

    @Override
    protected Command stopMessage() {
        return new Stop();
    }

    @Override
    protected Future<?> handle(Command command) {
        if (command instanceof Deposit deposit) {
            return AccountAsync.deposit(deposit, this, limits);
        }
        if (command instanceof Show show) {
            show.replyTo().tell(new Statement(state().ids(), state().sum()));
        }
        return Future.ready(null);
    }
}
