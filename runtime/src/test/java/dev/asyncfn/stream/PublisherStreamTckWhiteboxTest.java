package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.AtomicWaker;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.tck.SubscriberWhiteboxVerification.SubscriberPuppet;
import org.reactivestreams.tck.SubscriberWhiteboxVerification.WhiteboxSubscriberProbe;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowSubscriberWhiteboxVerification;
import org.testng.annotations.AfterClass;
import org.testng.annotations.Test;

/**
 * The Reactive Streams TCK on the subscriber in the stream of a publisher, which requests an item when the TCK wants one requested: a task
 * then asks the stream for one.
 */
@Test
class PublisherStreamTckWhiteboxTest extends FlowSubscriberWhiteboxVerification<Integer> {
    private static final long TIMEOUT_MILLIS = 6_000;
    private static final long QUIET_MILLIS = 50;

    private final ThreadPool pool = ThreadPool.of(2);

    PublisherStreamTckWhiteboxTest() {
        super(new TestEnvironment(TIMEOUT_MILLIS, QUIET_MILLIS));
    }

    @AfterClass(alwaysRun = true)
    public void closePool() {
        pool.close();
    }

    @Override
    protected Flow.Subscriber<Integer> createFlowSubscriber(WhiteboxSubscriberProbe<Integer> probe) {
        PublisherStream<Integer> stream = new PublisherStream<>(subscriber -> {}, 1);
        Reader reader = new Reader(stream);
        pool.spawn(reader);
        return new Probed(stream, reader, probe);
    }

    @Override
    public Integer createElement(int element) {
        return element;
    }

    /** Takes as many items from the stream as it was told to, until it is told to drop it. */
    private static final class Reader implements Future<Void>, SubscriberPuppet {
        private final Stream<Integer> stream;
        private final AtomicWaker waker = new AtomicWaker();
        private final AtomicLong wanted = new AtomicLong();
        private volatile boolean cancelled;

        Reader(Stream<Integer> stream) {
            this.stream = stream.fuse();
        }

        @Override
        public void triggerRequest(long count) {
            wanted.addAndGet(count);
            waker.wake();
        }

        @Override
        public void signalCancel() {
            cancelled = true;
            waker.wake();
        }

        @Override
        public Poll<Void> poll(Context cx) {
            waker.register(cx.waker());
            boolean over = cancelled;
            while (!over && wanted.get() > 0) {
                try {
                    if (!(stream.pollNext(cx) instanceof Poll.Ready<Integer> next)) {
                        return Poll.pending();
                    }
                    over = next.value() == null;
                } catch (Exception thrown) {
                    over = true; // the TCK looks at the signal itself
                }
                wanted.decrementAndGet();
            }
            return over ? Poll.ready(null) : Poll.pending();
        }

        @Override
        public void drop() {
            waker.drop();
            stream.drop();
        }
    }

    /** Tells the probe what the stream is told. */
    private static final class Probed implements Flow.Subscriber<Integer> {
        private final PublisherStream<Integer> stream;
        private final Reader reader;
        private final WhiteboxSubscriberProbe<Integer> probe;

        Probed(PublisherStream<Integer> stream, Reader reader, WhiteboxSubscriberProbe<Integer> probe) {
            this.stream = stream;
            this.reader = reader;
            this.probe = probe;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            stream.onSubscribe(subscription);
            probe.registerOnSubscribe(reader);
        }

        @Override
        public void onNext(Integer item) {
            stream.onNext(item);
            probe.registerOnNext(item);
        }

        @Override
        public void onError(Throwable thrown) {
            stream.onError(thrown);
            probe.registerOnError(thrown);
        }

        @Override
        public void onComplete() {
            stream.onComplete();
            probe.registerOnComplete();
        }
    }
}
