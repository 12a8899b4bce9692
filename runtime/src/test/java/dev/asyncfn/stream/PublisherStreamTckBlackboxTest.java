package dev.asyncfn.stream;

import dev.asyncfn.Future;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import java.util.concurrent.Flow;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;
import org.testng.annotations.AfterClass;
import org.testng.annotations.Test;

/** The Reactive Streams TCK on the subscriber in the stream of a publisher, which a task reads to its end. */
@Test
class PublisherStreamTckBlackboxTest extends FlowSubscriberBlackboxVerification<Integer> {
    private static final long TIMEOUT_MILLIS = 6_000;
    private static final long QUIET_MILLIS = 50;

    private final ThreadPool pool = ThreadPool.of(2);

    PublisherStreamTckBlackboxTest() {
        super(new TestEnvironment(TIMEOUT_MILLIS, QUIET_MILLIS));
    }

    @AfterClass(alwaysRun = true)
    public void closePool() {
        pool.close();
    }

    @Override
    public Flow.Subscriber<Integer> createFlowSubscriber() {
        PublisherStream<Integer> stream = new PublisherStream<>(subscriber -> {}, 4);
        // What the TCK signals as an error is nobody's failure here.
        pool.spawn(Futures.<Object>orElse(stream.count(), signalled -> Future.ready(signalled)));
        return stream;
    }

    @Override
    public Integer createElement(int element) {
        return element;
    }
}
