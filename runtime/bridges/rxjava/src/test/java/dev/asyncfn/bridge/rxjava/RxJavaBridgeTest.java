package dev.asyncfn.bridge.rxjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import dev.asyncfn.test.TestExecutor;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.subjects.CompletableSubject;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RxJavaBridgeTest {
    private final TestExecutor executor = new TestExecutor(1);
    private final List<String> log = new ArrayList<>();

    @AfterEach
    void close() {
        executor.close();
    }

    private <T> Single<T> never(String name) {
        return Single.<T>never()
                .doOnSubscribe(subscription -> log.add("subscribe " + name))
                .doOnDispose(() -> log.add("dispose " + name));
    }

    // ---- to futures

    @Test
    void anAsyncFnAwaitsThem() {
        CompletableSubject done = CompletableSubject.create();
        JoinHandle<String> name = executor.spawn(BodiesAsync.name(Single.just("a"), Maybe.just(2), done));
        executor.runUntilStalled();
        assertThat(name.isFinished()).isFalse();

        done.onComplete();

        assertThat(executor.run(name)).isEqualTo("name a2");
    }

    @Test
    void theBodyItselfBlocks() {
        assertThat(Bodies.name(Single.just("a"), Maybe.empty(), Completable.complete()))
                .isEqualTo("name anull");
    }

    @Test
    void aFailureIsThrownUnchanged() {
        IOException failure = new IOException("read");

        assertThatThrownBy(() ->
                        Async.blockOn(BodiesAsync.name(Single.just("a"), Maybe.just(1), Completable.error(failure))))
                .isSameAs(failure);
        assertThatThrownBy(() -> Async.blockOn(RxJavaBridge.future(Maybe.error(failure))))
                .isSameAs(failure);
    }

    @Test
    void itIsSubscribedToInTheFirstPollAndDisposedOfByTheDrop() {
        Future<String> future = RxJavaBridge.future(never("single"));
        JoinHandle<String> task = executor.spawn(future);
        assertThat(log).isEmpty();
        executor.runUntilStalled();

        task.abort();
        executor.runUntilStalled();

        assertThat(log).containsExactly("subscribe single", "dispose single");
    }

    @Test
    void aStreamRequestsWhatItIsAskedFor() {
        Stream<Integer> stream = RxJavaBridge.stream(
                Flowable.range(1, 3).doOnRequest(n -> log.add("request " + n)).doOnCancel(() -> log.add("cancel")));

        assertThat(Async.blockOn(stream.next())).isEqualTo(1);
        stream.drop();

        assertThat(log).containsExactly("request 1", "cancel");
    }

    // ---- and back

    @Test
    void aTasksOutcomeIsSignalled() {
        IOException failure = new IOException("read");
        TestObserver<String> value =
                RxJavaBridge.single(() -> Future.ready("x"), executor).test();
        TestObserver<Object> nothing =
                RxJavaBridge.maybe(() -> Future.ready(null), executor).test();
        TestObserver<Void> done =
                RxJavaBridge.completable(() -> Future.ready(1), executor).test();
        TestObserver<Object> failed =
                RxJavaBridge.maybe(() -> Future.failed(failure), executor).test();

        executor.runUntilStalled();

        value.assertResult("x");
        nothing.assertResult();
        done.assertResult();
        failed.assertFailure(IOException.class);
    }

    @Test
    void disposingRunsTheCleanupOfTheBody() {
        Completable cleanup = Completable.fromAction(() -> log.add("cleanup"));
        TestObserver<String> stuck = RxJavaBridge.maybe(
                        () -> BodiesAsync.<String>cleanedUp(never("body"), cleanup), executor)
                .test();
        executor.runUntilStalled();

        stuck.dispose();
        executor.runUntilStalled();

        assertThat(log).containsExactly("subscribe body", "dispose body", "cleanup");
    }

    @Test
    void aFlowablePollsItsStreamWhileThereIsDemand() {
        TestSubscriber<Integer> subscriber = RxJavaBridge.<Integer>flowable(() -> Streams.of(1, 2, 3), executor)
                .test(2);
        executor.runUntilStalled();
        subscriber.assertValues(1, 2).assertNotComplete();

        subscriber.request(2);
        executor.runUntilStalled();

        subscriber.assertResult(1, 2, 3);
    }

    @Test
    void theValueForASubscriberThatIsGoneIsReleased() {
        TestObserver<AutoCloseable> gone = new TestObserver<>();
        gone.dispose();
        try (ThreadPool inline = ThreadPool.on(Runnable::run)) {
            RxJavaBridge.<AutoCloseable>maybe(() -> Future.ready(() -> log.add("closed")), inline)
                    .subscribe(gone);
        }
        gone.assertEmpty();
        assertThat(log).containsExactly("closed");
    }

    @Test
    void theValueThatACompletableIgnoresIsReleased() {
        TestObserver<Void> observer = RxJavaBridge.completable(
                        () -> Future.<AutoCloseable>ready(() -> log.add("closed")), executor)
                .test();
        executor.runUntilStalled();

        observer.assertResult();
        assertThat(log).containsExactly("closed");
    }

    @Test
    void aCompletableSignalsTheExceptionUnchangedAndAbortsItsTask() {
        IOException failure = new IOException("failed");
        TestObserver<Void> failed =
                RxJavaBridge.completable(() -> Future.failed(failure), executor).test();
        TestObserver<Void> stuck = RxJavaBridge.completable(
                        () -> BodiesAsync.<String>cleanedUp(
                                never("body"), Completable.fromAction(() -> log.add("cleanup"))),
                        executor)
                .test();
        executor.runUntilStalled();

        failed.assertFailure(IOException.class);
        failed.assertError(failure);
        stuck.dispose();
        executor.runUntilStalled();
        assertThat(log).containsExactly("subscribe body", "dispose body", "cleanup");
    }

    // ---- threads

    private static CompletableFuture<Object> blockOn(Scheduler scheduler) {
        CompletableFuture<Object> outcome = new CompletableFuture<>();
        scheduler.scheduleDirect(() -> {
            try {
                outcome.complete(Bodies.name(Single.just("a"), Maybe.just(2), Completable.complete()));
            } catch (Throwable e) {
                outcome.complete(e);
            }
        });
        return outcome;
    }

    @Test
    void blockOnRefusesWhereThreadsAreForComputation() {
        for (Scheduler scheduler : List.of(Schedulers.computation(), Schedulers.single())) {
            assertThat(blockOn(scheduler).join())
                    .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("would block a non-blocking thread of RxJava");
        }
    }

    @Test
    void blockOnIsAllowedWhereThreadsMayWait() {
        assertThat(blockOn(Schedulers.io()).join()).isEqualTo("name a2");
    }
}
