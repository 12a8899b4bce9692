package dev.asyncfn.samples.service;

import static dev.asyncfn.Async.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Sleep;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperationsTest {
    private final TestExecutor executor = new TestExecutor(1);

    @AfterEach
    void close() {
        executor.close();
    }

    /** A store whose check takes a while. */
    private record Checked(Duration time, RuntimeException failure) implements Store {
        @AsyncFn
        @Override
        public <T, E extends Exception> T transaction(Work<T, E> work) {
            throw new AssertionError("not asked for");
        }

        @AsyncFn
        @Override
        public void check() {
            await(Sleep.of(time));
            if (failure != null) {
                throw failure;
            }
        }
    }

    private int readiness(Store store, boolean stopping) {
        Operations operations = new Operations(store, new Meters(), () -> stopping);
        return executor.run(OperationsAsync.ready(operations)).status();
    }

    @Test
    void itIsReadyIfTheDatabaseAnswers() {
        assertThat(readiness(new Checked(Duration.ofMillis(900), null), false)).isEqualTo(200);
    }

    @Test
    void itIsNotReadyIfTheDatabaseFails() {
        RuntimeException failure = new R2dbcNonTransientResourceException("gone");
        assertThat(readiness(new Checked(Duration.ZERO, failure), false)).isEqualTo(503);
    }

    @Test
    void itIsNotReadyIfTheDatabaseIsTooSlow() {
        assertThat(readiness(new Checked(Duration.ofHours(1), null), false)).isEqualTo(503);
        assertThat(executor.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void itIsNotReadyOnceItIsStopping() {
        assertThat(readiness(new Checked(Duration.ZERO, null), true)).isEqualTo(503);
    }
}
