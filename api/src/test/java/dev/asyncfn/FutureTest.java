package dev.asyncfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FutureTest {
    private final Context cx = Context.fromWaker(Waker.noop());

    @Test
    void readyIsReady() throws Exception {
        assertThat(Future.ready(1).poll(cx)).isEqualTo(Poll.ready(1));
        assertThat(Future.ready(null).poll(cx)).isEqualTo(Poll.ready(null));
    }

    @Test
    void failedThrowsTheVeryException() {
        IOException failure = new IOException("checked");
        Future<String> failed = Future.failed(failure);
        assertThatThrownBy(() -> failed.poll(cx)).isSameAs(failure);
        assertThatNullPointerException().isThrownBy(() -> Future.failed(null));
    }

    @Test
    void pendingIsNeverReady() throws Exception {
        Future<String> pending = Future.pending();
        assertThat(pending.poll(cx)).isSameAs(Poll.pending());
        assertThat(pending.poll(cx)).isSameAs(Poll.pending());
        pending.drop();
    }

    @Test
    void aTryFutureOfAStageThrowsWhateverTheStageFailedWith() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        TryFuture<String, IOException> future = TryFuture.from(stage, IOException.class);
        InterruptedException other = new InterruptedException("not an IOException");
        stage.completeExceptionally(other);
        assertThatThrownBy(() -> future.poll(cx)).isSameAs(other);
        assertThatNullPointerException().isThrownBy(() -> TryFuture.from(stage, null));
        assertThatNullPointerException().isThrownBy(() -> Future.from(null));
    }
}
