package dev.asyncfn.samples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.RetryPolicy;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Sleep;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatientPaymentsTest {
    private static final Order ORDER = new Order(1, "ref", "book", 100, null);
    private static final RetryPolicy POLICY =
            RetryPolicy.exponential(Duration.ofMillis(100)).maxAttempts(3).jitter(0);
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final List<Integer> retried = new ArrayList<>();
    private final TestExecutor executor = new TestExecutor(1);

    @AfterEach
    void close() {
        executor.close();
    }

    private Payments patient(Payments payments) {
        return new PatientPayments(payments, LIMIT, POLICY, attempt -> retried.add(attempt.number()));
    }

    @Test
    void anAttemptThatFailsIsFollowedByAnotherAfterADelayThatGrows() throws IOException {
        FakePayments flaky = new FakePayments(Duration.ofMillis(10));
        flaky.failures.add(new IOException("first"));
        flaky.failures.add(new IOException("second"));

        String receipt = executor.run(PaymentsAsync.charge(patient(flaky), ORDER));

        assertThat(receipt).isEqualTo("receipt 1");
        assertThat(retried).containsExactly(1, 2);
        assertThat(executor.elapsed()).isEqualTo(Duration.ofMillis(10 + 100 + 10 + 200 + 10));
    }

    @Test
    void anAttemptThatTakesTooLongIsGivenUp() {
        FakePayments silent = new FakePayments(Duration.ofHours(1));

        assertThatThrownBy(() -> executor.run(PaymentsAsync.charge(patient(silent), ORDER)))
                .isInstanceOf(ElapsedException.class);

        assertThat(silent.log).containsExactly("given up", "given up", "given up");
        assertThat(executor.elapsed()).isEqualTo(Duration.ofMillis(1000 + 100 + 1000 + 200 + 1000));
    }

    @Test
    void theLastFailureIsThrown() {
        FakePayments down = new FakePayments(Duration.ZERO);
        IOException last = new IOException("third");
        down.failures.addAll(List.of(new IOException("first"), new IOException("second"), last));

        assertThatThrownBy(() -> executor.run(PaymentsAsync.charge(patient(down), ORDER)))
                .isSameAs(last);
    }

    @Test
    void aPaymentThatIsDeclinedIsNotTriedAgain() {
        FakePayments strict = new FakePayments(Duration.ZERO);
        strict.failures.add(Problem.declined("no"));

        assertThatThrownBy(() -> executor.run(PaymentsAsync.charge(patient(strict), ORDER)))
                .isInstanceOf(Problem.class);

        assertThat(strict.log).hasSize(1);
    }

    @Test
    void noAttemptFollowsOnceItIsAborted() {
        FakePayments down = new FakePayments(Duration.ZERO);
        down.failures.add(new IOException("first"));
        JoinHandle<String> paying = executor.spawn(PaymentsAsync.charge(patient(down), ORDER));
        executor.run(Sleep.of(Duration.ofMillis(50), executor.clock()));

        paying.abort();
        executor.run(Sleep.of(Duration.ofHours(1), executor.clock()));

        assertThat(down.log).containsExactly("answered");
        assertThat(paying.isFinished()).isTrue();
    }

    @Test
    void aLambdaStandsInForAProvider() throws IOException {
        Payments immediate = order -> "lambda";

        assertThat(executor.run(PaymentsAsync.charge(patient(immediate), ORDER)))
                .isEqualTo("lambda");
    }
}
