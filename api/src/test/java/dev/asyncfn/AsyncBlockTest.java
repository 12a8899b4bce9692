package dev.asyncfn;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Async blocks where they are not lowered: a future that runs its lambda at its first poll. */
@SuppressWarnings("try")
class AsyncBlockTest {
    private final List<String> log = new ArrayList<>();
    private final Context cx = Context.fromWaker(Waker.noop());

    @Test
    void runsAtItsFirstPoll() throws Exception {
        TryFuture<Integer, RuntimeException> block = async(() -> {
            log.add("runs");
            return await(Future.ready(3));
        });
        assertThat(log).isEmpty();
        assertThat(block.poll(cx)).isEqualTo(Poll.ready(3));
        assertThat(log).containsExactly("runs");
    }

    @Test
    void blockWithoutAValueGivesNull() throws Exception {
        TryFuture<Void, RuntimeException> block = async(() -> {
            log.add("runs");
        });
        assertThat(block.poll(cx)).isEqualTo(Poll.ready(null));
        assertThat(log).containsExactly("runs");
    }

    @Test
    void failureIsThatOfTheLambda() {
        IOException failure = new IOException();
        TryFuture<Integer, IOException> block = async(() -> {
            if (log.isEmpty()) {
                throw failure;
            }
            return 1;
        });
        assertThatThrownBy(() -> await(block)).isSameAs(failure);
        assertThatIllegalStateException().isThrownBy(() -> block.poll(cx));
    }

    @Test
    void exceptionThatIsNotCheckedIsInferred() {
        assertThat(await(async(() -> 1))).isEqualTo(1);
        assertThat(await(async(() -> await(async(() -> "inner"))))).isEqualTo("inner");
    }

    @Test
    void polledOnceOnly() throws Exception {
        TryFuture<Integer, RuntimeException> block = async(() -> 1);
        block.poll(cx);
        assertThatIllegalStateException()
                .isThrownBy(() -> block.poll(cx))
                .withMessage("async block resumed after its end");
    }

    @Test
    void droppedBlockNeverRuns() {
        TryFuture<Integer, RuntimeException> block = async(() -> {
            log.add("runs");
            return 1;
        });
        block.drop();
        assertThatIllegalStateException()
                .isThrownBy(() -> block.poll(cx))
                .withMessage("async block resumed after being dropped");
        assertThat(log).isEmpty();
    }

    @Test
    void dropAfterItsEndHasNoEffect() throws Exception {
        TryFuture<Integer, RuntimeException> block = async(() -> 1);
        block.poll(cx);
        block.drop();
        assertThatIllegalStateException().isThrownBy(() -> block.poll(cx)).withMessageContaining("its end");
    }

    @Test
    void onAThreadOfAnExecutorTheMessageNamesTheBlock() {
        TryFuture<Integer, RuntimeException> block = async(() -> await(Future.<Integer>pending()));
        try (Enter enter = Enter.enter("my pool")) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> block.poll(cx))
                    .withMessageContaining("my pool")
                    .withMessageContaining("the async block that it stands in is outside an async fn");
            assertThatIllegalStateException()
                    .isThrownBy(() -> await(Future.pending()))
                    .withMessageContaining("await the future instead");
        }
    }

    @Test
    void lambdaMustNotBeNull() {
        assertThatNullPointerException().isThrownBy(() -> async((AsyncBlock<Integer, RuntimeException>) null));
        assertThatNullPointerException().isThrownBy(() -> async((AsyncAction<RuntimeException>) null));
    }
}
