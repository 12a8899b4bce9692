package dev.asyncfn;

import static dev.asyncfn.Async.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** That each await resolves to the overload that its argument means is checked by javac; what each does, here. */
class AwaitTest {
    private static TryFuture<Integer, IOException> failing(String message) {
        return cx -> {
            throw new IOException(message);
        };
    }

    private static <N extends Number> N awaitOfTypeVariables(Future<N> future) {
        return await(future);
    }

    private static <E extends Exception> int awaitOfGenericFailure(TryFuture<Integer, E> future) throws E {
        return await(future);
    }

    @Test
    void futuresUnboxAndWiden() {
        int i = await(Future.ready(40));
        long widened = await(Future.ready(1));
        double mixed = 0.5 + await(Future.ready(1)) * await(Future.ready(2L));
        assertThat(i + widened + mixed).isEqualTo(43.5);
        assertThat(await(Future.ready(true)) ? "yes" : "no").isEqualTo("yes");
    }

    @Test
    void wildcardsInfer() {
        Future<? extends Number> number = Future.ready(1);
        Number bounded = await(number);
        Future<?> unknown = Future.ready("unknown");
        Object unbounded = await(unknown);
        Future<? super Integer> lower = Future.ready(3);
        Object any = await(lower);
        CompletionStage<? extends List<? extends Number>> stage = CompletableFuture.completedFuture(List.of(4));
        List<? extends Number> list = await(stage);
        assertThat(List.of(bounded, unbounded, any, list.get(0))).isEqualTo(List.of(1, "unknown", 3, 4));
        assertThat(awaitOfTypeVariables(Future.ready(5))).isEqualTo(5);
    }

    @Test
    void aTryFutureDeclaresItsException() {
        String caught;
        try {
            caught = "no exception but " + (await(failing("declared")) + 1);
        } catch (IOException e) {
            caught = e.getMessage();
        }
        assertThat(caught).isEqualTo("declared");
        assertThatThrownBy(() -> awaitOfGenericFailure(failing("generic"))).hasMessage("generic");
    }

    @Test
    void wildcardsOfATryFutureDeclareTheBound() {
        TryFuture<? extends Number, ? extends IOException> bounded = failing("bounded");
        String caught;
        try {
            caught = "no exception but " + await(bounded);
        } catch (IOException e) {
            caught = e.getMessage();
        }
        assertThat(caught).isEqualTo("bounded");
    }

    @Test
    void aTryFutureHeldAsAFutureThrowsAllTheSame() {
        Future<Integer> undeclared = failing("undeclared");
        assertThatThrownBy(() -> await(undeclared)).isInstanceOf(IOException.class);
    }

    @Test
    void aStageThrowsItsFailureAsItIs() {
        IOException failure = new IOException("of the stage");
        CompletableFuture<String> stage = CompletableFuture.supplyAsync(() -> "ignored", Runnable::run)
                .thenCompose(s -> CompletableFuture.failedFuture(failure));
        assertThatThrownBy(() -> await(stage)).isSameAs(failure);
        assertThatThrownBy(() -> await(stage, IOException.class)).isSameAs(failure);
    }

    @Test
    void aStageWithItsFailureNamedCanBeCaught() {
        String caught;
        try {
            caught = await(CompletableFuture.<String>failedFuture(new IOException("named")), IOException.class);
        } catch (IOException e) {
            caught = e.getMessage();
        }
        assertThat(caught).isEqualTo("named");
    }

    @Test
    void aValueIsItself() {
        assertThat(await(5)).isEqualTo(5);
        assertThat(await("text")).isEqualTo("text");
        int primitive = await(2) + await('a') + await((byte) 1);
        assertThat(primitive).isEqualTo(100);
    }

    @Test
    void aFutureThatIsAlsoAStageIsAwaitedAsTheCastSays() {
        class Both extends CompletableFuture<String> implements Future<String> {
            @Override
            public Poll<String> poll(Context cx) {
                return Poll.ready("the future");
            }
        }
        Both both = new Both();
        both.complete("the stage");
        assertThat(await((Future<String>) both)).isEqualTo("the future");
        assertThat(await((CompletionStage<String>) both)).isEqualTo("the stage");
    }

    @Test
    void awaitingAFutureOrStageThrowsInsideAnExecutorsThread() {
        Enter entered = Enter.enter("an executor");
        try {
            assertThatIllegalStateException().isThrownBy(() -> await(Future.ready(1)));
            assertThatIllegalStateException().isThrownBy(() -> await(CompletableFuture.completedFuture(1)));
            assertThatIllegalStateException().isThrownBy(() -> await(failing("not polled")));
        } finally {
            entered.close();
        }
    }
}
