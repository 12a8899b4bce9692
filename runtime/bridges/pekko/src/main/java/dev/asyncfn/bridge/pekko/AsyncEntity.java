package dev.asyncfn.bridge.pekko;

import dev.asyncfn.Future;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.interop.Interop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.PreRestart;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.japi.function.Function;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EffectBuilder;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;
import org.apache.pekko.persistence.typed.javadsl.SignalHandlerBuilder;

/**
 * A persistent actor of Pekko whose commands are carried out by async fns, which may await anything, {@link #persist} among it.
 *
 * <p>Each poll happens in a turn of the actor, on a thread of its dispatcher. So between two awaits, the async fn has the entity to itself.
 * Across its awaits it has, too: commands that arrive before it has ended are stashed. Otherwise another command could change the state
 * between the check that allows an event and the event. The stash is Pekko's: {@code pekko.persistence.typed.stash-capacity} bounds it.
 *
 * <p>A failure of an async fn is one of the actor, as an exception of a plain command handler is: its supervision decides. When the actor
 * stops or restarts, the task is dropped: {@code finally} blocks run, up to an await in them that is not ready.
 *
 * @param <C> the type of the commands
 * @param <E> the type of the events
 * @param <S> the type of the state, which is immutable
 */
public abstract class AsyncEntity<C, E, S> extends EventSourcedBehavior<Object, E, S> implements Journaled<E, S> {
    /** Tells the actor that jobs are there. Not a command: it never leaves this JVM. */
    private enum Turn {
        TURN
    }

    private final Turns turns;
    private final ThreadPool pool;
    private final List<Persisting<E, S>> asked = new ArrayList<>();
    private S state;
    /** The async fn that carries out a command; null if there is none. */
    private CompletableFuture<?> running;

    /**
     * The entity of one actor.
     *
     * @param id names its events in the journal
     * @param context of the actor, as {@link #behavior} passes it
     */
    protected AsyncEntity(PersistenceId id, ActorContext<C> context) {
        super(id);
        ActorRef<Object> self = context.getSelf().unsafeUpcast();
        turns = new Turns(() -> self.tell(Turn.TURN));
        pool = ThreadPool.builder().name(id.id()).build(turns);
    }

    /**
     * The behavior of an entity: a new one for each start and restart of the actor.
     *
     * @param <C> the type of the commands
     * @param entity makes it; must not return the same twice
     * @return a behavior that any actor may have
     */
    public static <C> Behavior<C> behavior(Function<ActorContext<C>, ? extends AsyncEntity<C, ?, ?>> entity) {
        return Behaviors.setup(context -> entity.apply(context).narrow());
    }

    /**
     * Carries out a command. Called in a turn of the actor, when no other command is carried out.
     *
     * @param command the command
     * @return usually the future of an async fn, which has not run; its value has no meaning
     */
    protected abstract Future<?> handle(C command);

    /**
     * The command that stops the actor once it is its turn, such as the stop message of cluster sharding: the commands before it are
     * carried out to their end. By default there is none.
     *
     * @return a command that is not passed to {@link #handle}; null if there is none
     */
    protected C stopMessage() {
        return null;
    }

    /**
     * Handlers of signals beside those that this class needs, such as {@code RecoveryCompleted}. By default none.
     *
     * @param builder takes any but {@link PostStop} and {@link PreRestart}
     */
    protected void signals(SignalHandlerBuilder<S> builder) {}

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException outside the entity's turns, as in a task of another executor
     */
    @Override
    public final S state() {
        checkTurn();
        return state;
    }

    @Override
    public final Future<S> persistAll(List<? extends E> events) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("no events to persist");
        }
        return new Persisting<>(this, List.copyOf(events));
    }

    /** The effect of this turn persists the events. */
    final void ask(Persisting<E, S> events) {
        checkTurn();
        asked.add(events);
    }

    /** Nothing is persisted if the effect has not been returned yet. */
    final void withdraw(Persisting<E, S> events) {
        asked.remove(events);
    }

    private void checkTurn() {
        if (!turns.isCurrent()) {
            throw new IllegalStateException("the state of " + persistenceId().id()
                    + " is used outside its turn: by a task of another executor?");
        }
    }

    @Override
    public final CommandHandler<Object, E, S> commandHandler() {
        return newCommandHandlerBuilder().forAnyState().onAnyCommand(this::onMessage);
    }

    @Override
    public final SignalHandler<S> signalHandler() {
        SignalHandlerBuilder<S> builder = newSignalHandlerBuilder();
        signals(builder);
        return builder.onSignal(PostStop.class, (last, signal) -> end())
                .onSignal(PreRestart.class, (last, signal) -> end())
                .build();
    }

    private void end() {
        turns.end(pool::shutdownNow);
    }

    private Effect<E, S> onMessage(S current, Object message) {
        state = current;
        if (message == Turn.TURN) {
            turns.run(turns::called);
        } else if (running != null) {
            return Effect().stash();
        } else if (message.equals(stopMessage())) {
            return Effect().stop();
        } else {
            turns.run(() -> running = Interop.toCompletableFuture(handle(command(message)), pool));
        }
        return effect();
    }

    @SuppressWarnings("unchecked") // the behavior is narrowed to commands
    private C command(Object message) {
        return (C) message;
    }

    private Effect<E, S> effect() {
        boolean ended = hasEnded();
        EffectBuilder<E, S> effect = asked.isEmpty() ? Effect().none() : persistAsked();
        return ended ? effect.thenUnstashAll() : effect;
    }

    private EffectBuilder<E, S> persistAsked() {
        List<Persisting<E, S>> batch = List.copyOf(asked);
        asked.clear();
        List<E> events = batch.stream().flatMap(each -> each.events().stream()).toList();
        return Effect().persist(events).thenRun((S after) -> {
            state = after;
            batch.forEach(each -> each.kept(after));
            turns.callAgain(); // during the write, Pekko stashes whatever comes
        });
    }

    /** Whether the async fn has ended in this turn. Throws its failure. */
    private boolean hasEnded() {
        if (running == null || !running.isDone()) {
            return false;
        }
        CompletableFuture<?> ended = running;
        running = null;
        try {
            ended.join();
        } catch (CompletionException failed) {
            throw AsyncEntity.<RuntimeException>asIs(failed.getCause());
        }
        return true;
    }

    @SuppressWarnings("unchecked") // erased: nothing is cast, and supervision sees the exception itself
    private static <X extends Throwable> X asIs(Throwable failure) throws X {
        throw (X) failure;
    }
}
