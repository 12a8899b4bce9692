package dev.asyncfn.bridge.pekko;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import dev.asyncfn.Async;
import dev.asyncfn.future.Pair;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;
import org.apache.pekko.persistence.testkit.ProcessingSuccess;
import org.apache.pekko.persistence.testkit.WriteEvents;
import org.apache.pekko.persistence.testkit.javadsl.PersistenceTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AsyncEntityTest {
    private static final AtomicInteger IDS = new AtomicInteger();
    private static ActorTestKit actors;
    private static PersistenceTestKit journal;

    private final String id = "counter-" + IDS.incrementAndGet();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> reply = new CompletableFuture<>();

    @BeforeAll
    static void start() {
        actors = ActorTestKit.create(
                "AsyncEntityTest",
                PersistenceTestKitPlugin.getInstance().config().withFallback(ConfigFactory.load()));
        journal = PersistenceTestKit.create(actors.system());
    }

    @AfterAll
    static void stop() {
        actors.shutdownTestKit();
    }

    private ActorRef<Counter.Command> counter() {
        return actors.spawn(AsyncEntity.behavior(context -> new Counter(id, context)));
    }

    private Counter.Command add(CompletableFuture<Integer> amount, CompletableFuture<Integer> answer) {
        return counter -> CounterAsync.add(counter, amount, log, answer);
    }

    private Counter.Command add(int amount, CompletableFuture<Integer> answer) {
        return add(CompletableFuture.completedFuture(amount), answer);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitEnd(ActorRef<?> actor) {
        TestProbe<Object> probe = actors.createTestProbe();
        probe.expectTerminated(actor, Duration.ofSeconds(50));
    }

    // ---- commands

    @Test
    void anEventIsKeptWhenPersistIsReady() {
        CompletableFuture<Integer> amount = new CompletableFuture<>();
        counter().tell(add(amount, reply));

        amount.complete(5);

        assertThat(reply.join()).isEqualTo(5);
        assertThat(journal.persistedInStorage(id)).isEqualTo(List.of(5));
    }

    @Test
    void commandsThatArriveDuringAnAwaitAreCarriedOutAfterItInTheirOrder() {
        CompletableFuture<Integer> amount = new CompletableFuture<>();
        ActorRef<Counter.Command> counter = counter();
        counter.tell(add(amount, new CompletableFuture<>()));
        counter.tell(add(10, new CompletableFuture<>()));
        counter.tell(add(100, new CompletableFuture<>()));
        counter.tell(add(1000, reply));

        amount.complete(1);

        assertThat(reply.join()).isEqualTo(1111);
        counter.tell(Counter.STOP);
        awaitEnd(counter);
        assertThat(log)
                .containsExactly(
                        "begin at 0",
                        "end at 1",
                        "begin at 1",
                        "end at 11",
                        "begin at 11",
                        "end at 111",
                        "begin at 111",
                        "end at 1111");
    }

    @Test
    void aTaskThatWakesItselfRunsOnTheDispatcherToItsEnd() {
        counter().tell(counter -> CounterAsync.yield(1_000, log, reply));

        assertThat(reply.join()).isEqualTo(1_000);
        assertThat(log).hasSize(1_000).allMatch(thread -> thread.contains("-pekko.actor.default-dispatcher-"));
    }

    @Test
    void eventsThatAreAskedForTogetherArePersistedTogether() {
        CompletableFuture<Object> both = new CompletableFuture<>();
        counter().tell(counter -> CounterAsync.addBoth(counter, 3, 4, both));

        assertThat(both.join()).isEqualTo(new Pair<>(7, 7));
        assertThat(journal.persistedInStorage(id)).isEqualTo(List.of(3, 4));
    }

    @Test
    void anEventThatIsDroppedInTheSameTurnIsNotPersisted() {
        ActorRef<Counter.Command> counter = counter();
        counter.tell(counted -> CounterAsync.addNothing(counted, 5, reply));
        assertThat(reply.join()).isZero();

        CompletableFuture<Integer> later = new CompletableFuture<>();
        counter.tell(add(1, later));

        assertThat(later.join()).isEqualTo(1);
        assertThat(journal.persistedInStorage(id)).isEqualTo(List.of(1));
    }

    @Test
    void aWakeDuringAWriteIsNotLostThoughTheStashIsFull() {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        journal.withPolicy((persistenceId, operation) -> {
            if (persistenceId.equals(id) && operation instanceof WriteEvents) {
                writing.countDown();
                awaitLatch(written);
            }
            return ProcessingSuccess.getInstance();
        });
        CompletableFuture<Integer> other = new CompletableFuture<>();
        ActorRef<Counter.Command> counter = counter();
        counter.tell(counted -> CounterAsync.addBeside(counted, 5, other, reply));
        awaitLatch(writing);
        for (int i = 0; i < 20; i++) {
            counter.tell(add(0, new CompletableFuture<>()));
        }

        other.complete(0);
        written.countDown();

        assertThat(reply.join()).isEqualTo(5);
        journal.resetPolicy();
    }

    @Test
    void noEventsAreRefused() {
        counter().tell(counter -> {
            assertThatThrownBy(() -> counter.persistAll(List.of())).isInstanceOf(IllegalArgumentException.class);
            return CounterAsync.addNothing(counter, 5, reply);
        });

        assertThat(reply.join()).isZero();
    }

    @Test
    void theStateIsRefusedOutsideTheEntitysTurns() {
        CompletableFuture<Journaled<Integer, Integer>> leaked = new CompletableFuture<>();
        counter().tell(counter -> {
            leaked.complete(counter);
            return CounterAsync.addNothing(counter, 5, reply);
        });
        reply.join();

        assertThatThrownBy(() -> leaked.join().state())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside its turn");
        assertThatThrownBy(() -> Async.blockOn(leaked.join().persist(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside its turn");
    }

    // ---- ends

    @Test
    void aNewActorHasTheStateThatTheOldOneKept() {
        ActorRef<Counter.Command> first = counter();
        first.tell(add(5, reply));
        reply.join();
        first.tell(Counter.STOP);
        awaitEnd(first);

        CompletableFuture<Integer> again = new CompletableFuture<>();
        counter().tell(add(2, again));

        assertThat(again.join()).isEqualTo(7);
    }

    @Test
    void theStopMessageWaitsForTheCommandsBeforeIt() {
        CompletableFuture<Integer> amount = new CompletableFuture<>();
        ActorRef<Counter.Command> counter = counter();
        counter.tell(add(amount, new CompletableFuture<>()));
        counter.tell(add(10, reply));
        counter.tell(Counter.STOP);

        amount.complete(1);

        awaitEnd(counter);
        assertThat(reply).isCompletedWithValue(11);
    }

    @Test
    void anActorThatIsStoppedDropsItsTask() {
        CompletableFuture<Integer> never = new CompletableFuture<>();
        ActorRef<Counter.Command> counter = counter();
        CompletableFuture<Integer> begun = new CompletableFuture<>();
        counter.tell(counted -> {
            begun.complete(0);
            return CounterAsync.add(counted, never, log, reply);
        });
        begun.join();

        actors.stop(counter, Duration.ofSeconds(50));

        assertThat(never).isCancelled();
        assertThat(log).last().isEqualTo("end at 0");
        assertThat(reply).isNotDone();
    }

    @Test
    void aFailureIsThatOfTheActorAndASupervisorSeesItUnchanged() {
        CompletableFuture<Integer> when = new CompletableFuture<>();
        CompletableFuture<Object> restarted = new CompletableFuture<>();
        AtomicInteger starts = new AtomicInteger();
        Behavior<Counter.Command> supervised = Behaviors.supervise(AsyncEntity.<Counter.Command>behavior(context -> {
                    if (starts.incrementAndGet() == 2) {
                        restarted.complete(context);
                    }
                    return new Counter(id, context);
                }))
                .onFailure(IOException.class, SupervisorStrategy.restart());
        ActorRef<Counter.Command> counter = actors.spawn(supervised);
        counter.tell(add(5, new CompletableFuture<>()));
        counter.tell(counted -> CounterAsync.fail(when, new IOException("upstream")));

        when.complete(0);

        restarted.join();
        counter.tell(add(1, reply));
        assertThat(reply.join()).isEqualTo(6);
    }

    @Test
    void aFailureWithoutASupervisorStopsTheActor() {
        ActorRef<Counter.Command> counter = counter();

        counter.tell(counted ->
                CounterAsync.fail(CompletableFuture.completedFuture(0), new IllegalArgumentException("command")));

        awaitEnd(counter);
    }

    @Test
    void aFailureOfTheJournalEndsTheTaskWithoutAnAnswer() {
        journal.failNextPersisted(id);
        ActorRef<Counter.Command> counter = counter();

        counter.tell(add(5, reply));

        awaitEnd(counter);
        assertThat(log).containsExactly("begin at 0", "end at 0");
        assertThat(reply).isNotDone();
        assertThat(journal.persistedInStorage(id)).isEmpty();
    }
}
