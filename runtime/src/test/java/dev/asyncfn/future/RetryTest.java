package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Waker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RetryTest {
    private final Context cx = Context.fromWaker(Waker.noop());
    private final List<IOException> failures = new ArrayList<>();

    /** Fails a number of times, then has the number of the attempt. */
    private TryFuture<Integer, IOException> attempt(int failing) {
        return context -> {
            if (failures.size() < failing) {
                failures.add(new IOException("attempt " + failures.size()));
                throw failures.get(failures.size() - 1);
            }
            return Poll.ready(failures.size());
        };
    }

    @Test
    void valueIsThatOfTheFirstAttemptThatSucceeds() throws IOException {
        assertThat(Async.blockOn(Futures.retry(3, () -> attempt(0)))).isZero();
        assertThat(Async.blockOn(Futures.retry(3, () -> attempt(2)))).isEqualTo(2);
    }

    @Test
    void lastFailureIsThrownWithTheEarlierOnesSuppressed() {
        TryFuture<Integer, IOException> future = Futures.retry(3, () -> attempt(5));
        assertThatThrownBy(() -> Async.blockOn(future))
                .isInstanceOf(IOException.class)
                .satisfies(failure -> {
                    assertThat(failure).isSameAs(failures.get(2));
                    assertThat(failure.getSuppressed()).containsExactly(failures.get(0), failures.get(1));
                });
        assertThat(failures).hasSize(3);
    }

    @Test
    void failureThatIsThrownEachTimeIsNotSuppressedInItself() {
        IOException same = new IOException();
        assertThatThrownBy(() -> Async.blockOn(Futures.retry(3, () -> Future.failed(same))))
                .isSameAs(same)
                .satisfies(failure -> assertThat(failure.getSuppressed()).isEmpty());
    }

    @Test
    void attemptThatCannotBeStartedHasFailed() throws IOException {
        int[] starts = {0};
        TryAttempt<Integer, IOException> starting = () -> {
            if (starts[0]++ == 0) {
                throw new IOException("not started");
            }
            return attempt(0);
        };
        assertThat(Async.blockOn(Futures.retry(2, starting))).isZero();
    }

    @Test
    void errorIsRethrownAtOnce() {
        int[] starts = {0};
        Supplier<Future<Integer>> failing = () -> {
            starts[0]++;
            throw new AssertionError("stop");
        };
        assertThatThrownBy(() -> Async.blockOn(Futures.retry(3, failing))).isInstanceOf(AssertionError.class);
        assertThat(starts[0]).isEqualTo(1);
    }

    @Test
    void nothingRunsBeforeTheFirstPoll() {
        boolean[] started = {false};
        Future<Integer> future = Futures.retry(1, () -> {
            started[0] = true;
            return Future.ready(1);
        });
        assertThat(started[0]).isFalse();
        future.drop();
        assertThat(started[0]).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> future.poll(cx));
    }

    @Test
    void dropDropsTheAttempt() throws Exception {
        boolean[] dropped = {false};
        Future<Integer> future = Futures.retry(2, () -> new Future<Integer>() {
            @Override
            public Poll<Integer> poll(Context context) {
                return Poll.pending();
            }

            @Override
            public void drop() {
                dropped[0] = true;
            }
        });
        assertThat(future.poll(cx).isReady()).isFalse();
        future.drop();
        assertThat(dropped[0]).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> future.poll(cx));
    }

    @Test
    void thereIsAtLeastOneAttempt() {
        assertThatIllegalArgumentException().isThrownBy(() -> Futures.retry(0, () -> Future.ready(1)));
        assertThatNullPointerException().isThrownBy(() -> Futures.retry(1, (Supplier<Future<Integer>>) null));
        assertThatNullPointerException().isThrownBy(() -> Futures.retry(1, (TryAttempt<Integer, IOException>) null));
    }
}
