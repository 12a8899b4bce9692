package dev.asyncfn.bridge.pekko;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.test.TestExecutor;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.pattern.StatusReply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PekkoBridgeTest {
    private static final Duration LONG = Duration.ofSeconds(50);
    private static ActorTestKit actors;

    @BeforeAll
    static void start() {
        actors = ActorTestKit.create("PekkoBridgeTest");
    }

    @AfterAll
    static void stop() {
        actors.shutdownTestKit();
    }

    private static ActorRef<Bodies.Square> squares() {
        return actors.spawn(Behaviors.receiveMessage(square -> {
            square.replyTo().tell(square.number() * square.number());
            return Behaviors.same();
        }));
    }

    @Test
    void anAsyncFnAwaitsAsks() throws TimeoutException {
        assertThat(Async.blockOn(BodiesAsync.sumOfSquares(squares(), 3, 4, LONG, actors.system())))
                .isEqualTo(25);
    }

    @Test
    void theBodyItselfBlocks() throws TimeoutException {
        assertThat(Bodies.sumOfSquares(squares(), 3, 4, LONG, actors.system())).isEqualTo(25);
    }

    @Test
    void nothingIsSentBeforeTheFirstPoll() {
        TestProbe<Bodies.Square> probe = actors.createTestProbe();
        var first =
                PekkoBridge.ask(probe.ref(), (ActorRef<Integer> to) -> new Bodies.Square(1, to), LONG, actors.system());
        var second =
                PekkoBridge.ask(probe.ref(), (ActorRef<Integer> to) -> new Bodies.Square(2, to), LONG, actors.system());

        try (TestExecutor executor = new TestExecutor(1)) {
            JoinHandle<Integer> task = executor.spawn(second);
            executor.runUntilStalled();

            assertThat(probe.receiveMessage(LONG).number()).isEqualTo(2);
            first.drop();
            task.abort();
            executor.runUntilStalled();
        }
        probe.ref().tell(new Bodies.Square(3, null));
        assertThat(probe.receiveMessage(LONG).number()).isEqualTo(3);
    }

    @Test
    void noReplyInTimeIsAFailure() {
        TestProbe<Bodies.Square> silent = actors.createTestProbe();

        assertThatThrownBy(() -> Async.blockOn(
                        BodiesAsync.sumOfSquares(silent.ref(), 3, 4, Duration.ofMillis(1), actors.system())))
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void aStatusReplyIsItsValueOrItsError() throws TimeoutException {
        ActorRef<Bodies.Root> roots = actors.spawn(Behaviors.receiveMessage(root -> {
            root.replyTo().tell(root.number() < 0 ? StatusReply.error("negative") : StatusReply.success(2));
            return Behaviors.same();
        }));

        assertThat(Async.blockOn(BodiesAsync.root(roots, 4, LONG, actors.system())))
                .isEqualTo(2);
        assertThatThrownBy(() -> Async.blockOn(BodiesAsync.root(roots, -4, LONG, actors.system())))
                .isInstanceOf(StatusReply.ErrorMessage.class)
                .hasMessage("negative");
    }

    @Test
    void aPoolRunsItsTasksOnADispatcher() {
        try (ThreadPool pool = ThreadPool.on(actors.system().executionContext())) {
            assertThat(Async.blockOn(pool.spawn(BodiesAsync.threadAfter(squares(), LONG, actors.system()))))
                    .contains("PekkoBridgeTest-pekko.actor.default-dispatcher-");
        }
    }

    @Test
    void blockOnRefusesInAnActor() {
        ActorRef<Bodies.Square> squares = squares();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        ActorRef<String> actor = actors.spawn(Behaviors.receiveMessage(message -> {
            try {
                Bodies.sumOfSquares(squares, 3, 4, LONG, actors.system());
                thrown.complete(null);
            } catch (Exception refused) {
                thrown.complete(refused);
            }
            return Behaviors.same();
        }));

        actor.tell("go");

        assertThat(thrown.join())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("blockOn would block a dispatcher of Pekko");
    }
}
