package dev.asyncfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SharedFailureTest {
    private final Exception failure = new Exception("failure");
    private final Exception another = new Exception("another");
    private final List<Throwable> unheard = new ArrayList<>();

    /** Each test has a thread of its own. */
    private void listen() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> unheard.add(thrown));
    }

    @Test
    void inAnExceptionOfOneOwnerTheOtherIsSuppressed() {
        listen();
        SharedFailure.suppress(failure, another);
        assertThat(failure.getSuppressed()).containsExactly(another);
        assertThat(unheard).isEmpty();
    }

    @Test
    void inASharedOneItIsNotButIsReported() {
        listen();
        SharedFailure.mark(failure);
        SharedFailure.suppress(failure, another);
        assertThat(failure.getSuppressed()).isEmpty();
        assertThat(unheard).containsExactly(another);
    }

    @Test
    void aSharedOneCanBeSuppressedInAnother() {
        listen();
        SharedFailure.mark(failure);
        SharedFailure.suppress(another, failure);
        assertThat(another.getSuppressed()).containsExactly(failure);
    }

    @Test
    void oneAndTheSameIsNeitherSuppressedNorReported() {
        listen();
        SharedFailure.suppress(failure, failure);
        SharedFailure.mark(failure);
        SharedFailure.suppress(failure, failure);
        assertThat(failure.getSuppressed()).isEmpty();
        assertThat(unheard).isEmpty();
    }

    @Test
    void whatIsThrownTwiceIsSharedFromThenOn() {
        listen();
        SharedFailure.thrown(failure);
        assertThat(SharedFailure.isShared(failure)).isFalse();
        SharedFailure.thrown(failure);
        assertThat(SharedFailure.isShared(failure)).isTrue();
    }

    @Test
    void anEqualExceptionIsAnotherOne() {
        listen();
        record Key() {}
        final class Equal extends Exception {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean equals(Object other) {
                return other instanceof Equal;
            }

            @Override
            public int hashCode() {
                return new Key().hashCode();
            }
        }
        SharedFailure.mark(new Equal());
        assertThat(SharedFailure.isShared(new Equal())).isFalse();
    }

    @Test
    void aHandlerThatThrowsChangesNothing() {
        listen();
        Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {
            throw new IllegalStateException("a bad handler");
        });
        SharedFailure.mark(failure);
        SharedFailure.suppress(failure, another);
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @Test
    void nullIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> SharedFailure.mark(null));
        assertThatNullPointerException().isThrownBy(() -> SharedFailure.thrown(null));
    }

    private static void poll(Future<?> future, Throwable expected) {
        assertThatThrownBy(() -> future.poll(Context.fromWaker(Waker.noop()))).isSameAs(expected);
    }

    @Test
    void thatOfASharedStageIsShared() {
        listen();
        poll(Future.fromShared(CompletableFuture.failedFuture(failure)), failure);
        assertThat(SharedFailure.isShared(failure)).isTrue();
    }

    @Test
    void thatOfAStageIsSharedFromTheSecondFutureOn() {
        listen();
        CompletableFuture<String> stage = CompletableFuture.failedFuture(failure);
        poll(Future.from(stage), failure);
        assertThat(SharedFailure.isShared(failure)).isFalse();
        poll(Future.from(stage), failure);
        assertThat(SharedFailure.isShared(failure)).isTrue();
    }

    @Test
    void thatOfAFailedFutureIsSharedFromTheSecondPollOn() {
        listen();
        Future<String> failed = Future.failed(failure);
        poll(failed, failure);
        assertThat(SharedFailure.isShared(failure)).isFalse();
        poll(failed, failure);
        assertThat(SharedFailure.isShared(failure)).isTrue();
    }

    @Test
    void aCleanupWritesNothingIntoASharedOne() {
        listen();
        SharedFailure.mark(failure);
        assertThatThrownBy(() -> new Dropped().and(failure).and(another).rethrowFailures())
                .isSameAs(failure);
        assertThat(failure.getSuppressed()).isEmpty();
        assertThat(unheard).containsExactly(another);
    }
}
