package dev.asyncfn.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.UndroppableWaker;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The stream of a publisher, which here also breaks the rules. */
class PublisherStreamTest {
    /** Does what the test says. */
    private static final class Manual implements Flow.Publisher<Integer>, Flow.Subscription {
        final List<Object> calls = new ArrayList<>();
        LongConsumer onRequest = count -> {};
        Flow.Subscriber<? super Integer> subscriber;
        boolean early = true;

        @Override
        public void subscribe(Flow.Subscriber<? super Integer> newcomer) {
            calls.add("subscribe");
            subscriber = newcomer;
            if (early) {
                newcomer.onSubscribe(this);
            }
        }

        @Override
        public void request(long count) {
            calls.add(count);
            onRequest.accept(count);
        }

        @Override
        public void cancel() {
            calls.add("cancel");
        }
    }

    private final TaskProbe task = new TaskProbe();
    private final Manual publisher = new Manual();
    private final Stream<Integer> stream = Streams.fromPublisher(publisher);

    private Poll<Integer> poll() throws Exception {
        return stream.pollNext(task.context());
    }

    @Test
    void subscribesAtTheFirstPoll() throws Exception {
        assertThat(publisher.calls).isEmpty();
        assertThat(poll()).isSameAs(Poll.pending());
        assertThat(publisher.calls).containsExactly("subscribe", 1L);
    }

    @Test
    void requestsOneItemForEachThatIsAskedFor() throws Exception {
        poll();
        publisher.subscriber.onNext(1);
        assertThat(task.takeWoken()).isTrue();
        assertThat(poll()).isEqualTo(Poll.ready(1));
        assertThat(publisher.calls).as("before it is asked for another").containsExactly("subscribe", 1L);
        poll();
        poll();
        assertThat(publisher.calls).containsExactly("subscribe", 1L, 1L);
    }

    @Test
    void requestsAheadAndAgainWhenHalfWasTaken() throws Exception {
        Stream<Integer> ahead = Streams.fromPublisher(publisher, 4);
        ahead.pollNext(task.context());
        assertThat(publisher.calls).containsExactly("subscribe", 4L);
        for (int i = 0; i < 4; i++) {
            publisher.subscriber.onNext(i);
        }
        ahead.pollNext(task.context());
        ahead.pollNext(task.context());
        assertThat(publisher.calls).hasSize(2);
        assertThat(ahead.pollNext(task.context())).isEqualTo(Poll.ready(2));
        assertThat(publisher.calls).containsExactly("subscribe", 4L, 2L);
    }

    @Test
    void aSubscriptionThatComesLateIsAskedThen() throws Exception {
        publisher.early = false;
        assertThat(poll()).isSameAs(Poll.pending());
        assertThat(publisher.calls).containsExactly("subscribe");
        publisher.subscriber.onSubscribe(publisher);
        assertThat(task.takeWoken()).isTrue();
        poll();
        assertThat(publisher.calls).containsExactly("subscribe", 1L);
    }

    @Test
    void aPublisherThatSignalsFromWithinRequestIsReadyAtOnceAndWakesNobody() throws Exception {
        publisher.onRequest = count -> publisher.subscriber.onNext(publisher.calls.size());
        assertThat(poll()).isEqualTo(Poll.ready(2));
        assertThat(poll()).isEqualTo(Poll.ready(3));
        assertThat(task.wakes()).isZero();
    }

    @Test
    void manyItemsFromWithinRequestNeedNoStack() {
        int many = 100_000;
        publisher.onRequest = count -> {
            if (publisher.calls.size() <= many) {
                publisher.subscriber.onNext(1);
            } else {
                publisher.subscriber.onComplete();
            }
        };
        assertThat(Async.blockOn(stream.count())).isEqualTo(many - 1);
    }

    @Test
    void theItemsComeBeforeTheEnd() throws Exception {
        poll();
        publisher.subscriber.onNext(1);
        publisher.subscriber.onComplete();
        assertThat(poll()).isEqualTo(Poll.ready(1));
        assertThat(poll()).isEqualTo(Stream.end());
        assertThat(poll()).isEqualTo(Stream.end());
        stream.drop();
        assertThat(publisher.calls).doesNotContain("cancel");
        assertThat(task.held()).isZero();
    }

    @Test
    void theErrorIsThrownAsItIsAfterTheItems() throws Exception {
        IOException failure = new IOException("of the publisher");
        poll();
        publisher.subscriber.onNext(1);
        publisher.subscriber.onError(failure);
        assertThat(poll()).isEqualTo(Poll.ready(1));
        assertThatThrownBy(this::poll).isSameAs(failure);
        assertThatThrownBy(this::poll).isInstanceOf(IllegalStateException.class);
        stream.drop();
        assertThat(publisher.calls).doesNotContain("cancel");
        assertThat(task.held()).isZero();
    }

    @Test
    void droppingItCancelsOnce() throws Exception {
        poll();
        stream.drop();
        stream.drop();
        assertThat(publisher.calls).containsExactly("subscribe", 1L, "cancel");
        assertThat(task.held()).isZero();
        publisher.subscriber.onNext(1);
        publisher.subscriber.onComplete();
        publisher.subscriber.onError(new IOException("late"));
        assertThat(task.takeWoken()).isFalse();
    }

    @Test
    void droppedBeforeTheFirstPollItNeverSubscribes() {
        stream.drop();
        assertThat(publisher.calls).isEmpty();
    }

    @Test
    void droppedBeforeItsSubscriptionCameItCancelsThat() throws Exception {
        publisher.early = false;
        poll();
        stream.drop();
        assertThat(publisher.calls).containsExactly("subscribe");
        publisher.subscriber.onSubscribe(publisher);
        assertThat(publisher.calls).containsExactly("subscribe", "cancel");
        assertThat(task.held()).isZero();
    }

    @Test
    void aSecondSubscriptionIsCancelledAndTheFirstGoesOn() throws Exception {
        poll();
        Manual second = new Manual();
        publisher.subscriber.onSubscribe(second);
        assertThat(second.calls).containsExactly("cancel");
        publisher.subscriber.onNext(1);
        assertThat(poll()).isEqualTo(Poll.ready(1));
    }

    @Test
    void moreItemsThanWereRequestedCancelAndThrowAfterThoseThatWere() throws Exception {
        poll();
        publisher.subscriber.onNext(1);
        publisher.subscriber.onNext(2);
        publisher.subscriber.onNext(3);
        publisher.subscriber.onComplete();
        assertThat(poll()).isEqualTo(Poll.ready(1));
        assertThat(publisher.calls).containsExactly("subscribe", 1L);
        assertThatThrownBy(this::poll)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("rule 1.1 of Reactive Streams: the publisher signalled more items than were requested");
        assertThat(publisher.calls).containsExactly("subscribe", 1L, "cancel");
        assertThatThrownBy(this::poll).hasMessage("stream polled after it has thrown");
        assertThat(task.held()).isZero();
    }

    @Test
    void droppedAfterSuchABreachItCancelsAsWell() throws Exception {
        poll();
        publisher.subscriber.onNext(1);
        publisher.subscriber.onNext(2);
        stream.drop();
        assertThat(publisher.calls).containsExactly("subscribe", 1L, "cancel");
    }

    @Test
    void signalsAfterTheEndAreIgnored() throws Exception {
        poll();
        publisher.subscriber.onComplete();
        publisher.subscriber.onNext(1);
        publisher.subscriber.onError(new IOException("late"));
        publisher.subscriber.onComplete();
        Manual late = new Manual();
        publisher.subscriber.onSubscribe(late);
        assertThat(late.calls).containsExactly("cancel");
        assertThat(poll()).isEqualTo(Stream.end());
    }

    @Test
    void anEndWithoutASubscriptionEndsItToo() throws Exception {
        publisher.early = false;
        poll();
        publisher.subscriber.onError(new IOException("no subscription"));
        assertThat(task.takeWoken()).isTrue();
        assertThatThrownBy(this::poll).hasMessage("no subscription");
    }

    @Test
    void nullSignalsAreRefused() throws Exception {
        poll();
        assertThatNullPointerException().isThrownBy(() -> publisher.subscriber.onNext(null));
        assertThatNullPointerException().isThrownBy(() -> publisher.subscriber.onError(null));
        assertThatNullPointerException().isThrownBy(() -> publisher.subscriber.onSubscribe(null));
    }

    @Test
    void whatSubscribeThrowsEndsIt() {
        IllegalStateException failure = new IllegalStateException("of subscribe");
        Stream<Integer> refused = Streams.fromPublisher(subscriber -> {
            throw failure;
        });
        assertThatThrownBy(() -> refused.pollNext(task.context())).isSameAs(failure);
        refused.drop();
        assertThat(task.held()).isZero();
    }

    @Test
    void whatRequestThrowsCancelsAndEndsIt() {
        IllegalStateException failure = new IllegalStateException("of request");
        publisher.onRequest = count -> {
            throw failure;
        };
        assertThatThrownBy(this::poll).isSameAs(failure);
        assertThat(publisher.calls).containsExactly("subscribe", 1L, "cancel");
        assertThat(task.held()).isZero();
    }

    @Test
    void anItemThatTheBudgetHoldsBackIsNotLost() throws Exception {
        poll();
        publisher.subscriber.onNext(1);
        Context spent = Context.withBudget(task.waker(), 1);
        spent.proceed();
        task.takeWoken();
        assertThat(stream.pollNext(spent)).isSameAs(Poll.pending());
        assertThat(task.takeWoken()).isTrue();
        assertThat(poll()).isEqualTo(Poll.ready(1));
    }

    @Test
    void noSignalIsLostThatComesWhileTheWakerIsRegistered() throws Exception {
        Interloper task = new Interloper(() -> publisher.subscriber.onNext(1));
        assertThat(stream.pollNext(task.context())).isEqualTo(Poll.ready(1));
        Stream<Integer> ending = Streams.fromPublisher(publisher);
        task = new Interloper(() -> publisher.subscriber.onComplete());
        assertThat(ending.pollNext(task.context())).isEqualTo(Stream.end());
    }

    @Test
    void aSubscriptionThatComesWhileTheWakerIsRegisteredIsAsked() throws Exception {
        publisher.early = false;
        Interloper task = new Interloper(() -> publisher.subscriber.onSubscribe(publisher));
        assertThat(stream.pollNext(task.context())).isSameAs(Poll.pending());
        assertThat(publisher.calls).containsExactly("subscribe", 1L);
    }

    @Test
    void tellsWhereItStands() throws Exception {
        Stream<Integer> ahead = Streams.fromPublisher(publisher, 4);
        ahead.pollNext(task.context());
        publisher.subscriber.onNext(1);
        assertThat(((Traced) ahead).state()).isEqualTo("PublisherStream, 1 queued, 3 requested");
    }

    @Test
    void readsAPublisherOfTheJdkToItsEnd() {
        try (ThreadPool pool = ThreadPool.of(2)) {
            JoinHandle<List<Integer>> items;
            try (SubmissionPublisher<Integer> jdk = new SubmissionPublisher<>()) {
                items = pool.spawn(Streams.<Integer>fromPublisher(jdk, 8).toList());
                while (!jdk.hasSubscribers()) {
                    Thread.yield();
                }
                IntStream.range(0, 1_000).forEach(jdk::submit);
            }
            assertThat(Async.blockOn(items))
                    .isEqualTo(IntStream.range(0, 1_000).boxed().toList());
        }
    }

    @Test
    void aWakerWhoseDropThrowsDoesNotKeepItFromCancelling() throws Exception {
        UndroppableWaker bad = new UndroppableWaker();
        stream.pollNext(bad.context());
        assertThatThrownBy(stream::drop).isSameAs(bad.thrown);
        assertThat(publisher.calls).containsExactly("subscribe", 1L, "cancel");
    }
}
