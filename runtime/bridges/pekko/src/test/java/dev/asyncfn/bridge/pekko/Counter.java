package dev.asyncfn.bridge.pekko;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;

/** An entity whose state is the sum of its events. */
final class Counter extends AsyncEntity<Counter.Command, Integer, Integer> {
    /** What the entity is to do. */
    interface Command {
        Future<?> run(Journaled<Integer, Integer> counter);
    }

    static final Command STOP = counter -> {
        throw new AssertionError("not to be handled");
    };

    Counter(String id, ActorContext<Command> context) {
        super(PersistenceId.ofUniqueId(id), context);
    }

    @Override
    public Integer emptyState() {
        return 0;
    }

    @Override
    public EventHandler<Integer, Integer> eventHandler() {
        return newEventHandlerBuilder().forAnyState().onAnyEvent(Integer::sum);
    }

    @Override
    public Optional<Integer> stashCapacity() {
        return Optional.of(8);
    }

    @Override
    protected Future<?> handle(Command command) {
        return command.run(this);
    }

    @Override
    protected Command stopMessage() {
        return STOP;
    }

    /** Adds what the stage has, once it has it. */
    @AsyncFn
    static void add(
            Journaled<Integer, Integer> counter,
            CompletionStage<Integer> amount,
            List<String> log,
            CompletableFuture<Integer> reply) {
        log.add("begin at " + counter.state());
        try {
            int after = await(counter.persist(await(amount)));
            reply.complete(after);
        } finally {
            log.add("end at " + counter.state());
        }
    }

    /** Waits for the journal and a stage at the same time. */
    @AsyncFn
    static void addBeside(
            Journaled<Integer, Integer> counter,
            int amount,
            CompletionStage<Integer> other,
            CompletableFuture<Integer> reply) {
        reply.complete(
                await(Futures.join(counter.persist(amount), Future.from(other))).first());
    }

    /** Two events of two futures, in one effect. */
    @AsyncFn
    static void addBoth(Journaled<Integer, Integer> counter, int first, int second, CompletableFuture<Object> reply) {
        reply.complete(await(Futures.join(counter.persist(first), counter.persist(second))));
    }

    /** Gives up an event in the turn in which it was asked for. */
    @AsyncFn
    static void addNothing(Journaled<Integer, Integer> counter, int amount, CompletableFuture<Integer> reply) {
        await(Futures.race(counter.persist(amount), Future.ready(0)));
        reply.complete(counter.state());
    }

    /** Wakes itself again and again, and notes the threads on which it goes on. */
    @AsyncFn
    static void yield(int times, List<String> threads, CompletableFuture<Integer> reply) {
        for (int i = 0; i < times; i++) {
            await(Futures.yieldNow());
            threads.add(Thread.currentThread().getName());
        }
        reply.complete(times);
    }

    @AsyncFn
    static void fail(CompletionStage<Integer> when, Exception failure) throws Exception {
        await(when);
        throw failure;
    }
}
