package dev.asyncfn.samples.cluster.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Async fns on Flink's mini cluster, in this JVM. */
@Tag("one-jdk")
class AsyncFnFunctionTest {
    private static final long LONG = TimeUnit.MINUTES.toMillis(10);
    private static final long SHORT = 50;

    private final StreamExecutionEnvironment flink = StreamExecutionEnvironment.createLocalEnvironment(1);

    private DataStream<String> pipeline(AsyncFnFunction<Integer, String> function, long timeout, int elements) {
        return AsyncDataStream.orderedWait(
                        flink.fromData(IntStream.range(0, elements).boxed().toList()),
                        function,
                        timeout,
                        TimeUnit.MILLISECONDS,
                        10)
                .returns(Types.STRING);
    }

    @Test
    void eachElementIsThatOfTheAsyncFn() throws Exception {
        DataStream<String> results = pipeline(new AsyncFnFunction<>(EnrichAsync::name), LONG, 100);

        assertThat(results.executeAndCollect(100))
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(id -> "user " + id).toList());
    }

    @Test
    void aTimeoutFailsTheJobAndDropsTheFuture() throws Exception {
        pipeline(new AsyncFnFunction<>(id -> EnrichAsync.never(Enrich.TIMED_OUT)), SHORT, 1)
                .sinkTo(new DiscardingSink<>());

        assertThatThrownBy(flink::execute).isInstanceOf(JobExecutionException.class);
        Enrich.TIMED_OUT.dropped().await(); // or the test times out
    }

    @Test
    void aCancelledJobDropsItsFutures() throws Exception {
        pipeline(new AsyncFnFunction<>(id -> EnrichAsync.never(Enrich.CANCELLED)), LONG, 1)
                .sinkTo(new DiscardingSink<>());
        JobClient job = flink.executeAsync();
        Enrich.CANCELLED.waiting().await();

        job.cancel().join();

        Enrich.CANCELLED.dropped().await();
    }
}
