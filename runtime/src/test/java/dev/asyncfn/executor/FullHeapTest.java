package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link FullHeap}, in a JVM of 24 MB. */
@Timeout(
        value = 20,
        unit = TimeUnit.MINUTES) // for collections of garbage one after the other, on a machine that is busy
class FullHeapTest {
    @ParameterizedTest
    @EnumSource(
            value = AnyExecutor.Kind.class,
            names = {"OWN_THREADS", "INLINE", "LOCAL_POOL", "POLLING_EXECUTOR", "BLOCKING_THREADS"})
    void afterTasksThatFillTheHeapEachHandleHasEndedAndEachThreadIsAlive(AnyExecutor.Kind kind) throws Exception {
        String output = ChildJvm.run(FullHeap.class, List.of("-Xmx24m", "-XX:+UseSerialGC"), kind.name());
        assertThat(output).contains("failed true").contains("ended").endsWith("exit 0");
    }
}
