package dev.asyncfn.stream;

import dev.asyncfn.executor.ThreadPool;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.stream.LongStream;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.AfterClass;
import org.testng.annotations.Test;

/** The Reactive Streams TCK on the publisher of one stream, on threads that are lent. What it skips it cannot
 * verify, or is about several subscribers. */
@Test(groups = "one-jdk")
class UnicastPublisherTckTest extends FlowPublisherVerification<Long> {
    private static final long TIMEOUT_MILLIS = 6_000;
    private static final long QUIET_MILLIS = 50;
    /** How often it looks for an error that must come; without this, once, when the whole time is over. */
    private static final long LOOK_MILLIS = 20;

    private final ExecutorService lender = Executors.newFixedThreadPool(2);
    private final ThreadPool pool = ThreadPool.on(lender);

    UnicastPublisherTckTest() {
        super(new TestEnvironment(TIMEOUT_MILLIS, QUIET_MILLIS, LOOK_MILLIS));
    }

    @AfterClass(alwaysRun = true)
    public void closePool() {
        pool.close();
        lender.shutdown();
    }

    @Override
    public Flow.Publisher<Long> createFlowPublisher(long elements) {
        return Streams.<Long>fromIterator(LongStream.range(0, elements).iterator())
                .map(item -> item * 2)
                .toPublisher(pool);
    }

    /** A publisher whose stream is taken already. */
    @Override
    public Flow.Publisher<Long> createFailedFlowPublisher() {
        Flow.Publisher<Long> taken = Streams.<Long>empty().toPublisher(pool);
        taken.subscribe(new Recorder<>());
        return taken;
    }

    /** Without the fixed time that the TCK leaves to the cancellation and to the collector. */
    @Override
    @Test(timeOut = 300_000)
    public void required_spec313_cancelMustMakeThePublisherEventuallyDropAllReferencesToTheSubscriber()
            throws Exception {
        Recorder.assertForgottenAfterCancel(createFlowPublisher(3));
    }
}
