package dev.asyncfn.stream;

import dev.asyncfn.executor.ThreadPool;
import java.util.concurrent.Flow;
import java.util.stream.LongStream;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.AfterClass;
import org.testng.annotations.Test;

/** The Reactive Streams TCK on the publisher of a stream, which has a stream for each subscriber. What it skips it cannot verify. */
@Test(groups = "one-jdk")
class StreamPublisherTckTest extends FlowPublisherVerification<Long> {
    /** How long the TCK waits for what must come; what must not come, it waits for a tenth of that. */
    private static final long TIMEOUT_MILLIS = 6_000;

    private static final long QUIET_MILLIS = 50;
    /** How often it looks for an error that must come; without this, once, when the whole time is over. */
    private static final long LOOK_MILLIS = 20;

    private final ThreadPool pool = ThreadPool.of(2);

    StreamPublisherTckTest() {
        super(new TestEnvironment(TIMEOUT_MILLIS, QUIET_MILLIS, LOOK_MILLIS));
    }

    @AfterClass(alwaysRun = true)
    public void closePool() {
        pool.close();
    }

    @Override
    public Flow.Publisher<Long> createFlowPublisher(long elements) {
        return Streams.toPublisher(
                () -> Streams.fromIterator(LongStream.range(0, elements).iterator()), pool);
    }

    @Override
    public Flow.Publisher<Long> createFailedFlowPublisher() {
        return Streams.toPublisher(
                () -> {
                    throw new IllegalStateException("no stream for this subscriber");
                },
                pool);
    }

    /** Without the fixed time that the TCK leaves to the cancellation and to the collector. */
    @Override
    @Test(timeOut = 300_000)
    public void required_spec313_cancelMustMakeThePublisherEventuallyDropAllReferencesToTheSubscriber()
            throws Exception {
        Recorder.assertForgottenAfterCancel(createFlowPublisher(3));
    }
}
