package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.executor.ChildJvm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** To wake those who wait needs no memory, and neither does it to close or drop something. */
class WokenWithoutMemoryTest {
    @Test
    void nobodyIsForgottenInAFullHeap() throws Exception {
        String output = ChildJvm.run(WokenWithoutMemory.class, List.of("-Xmx8m", "-XX:+UseSerialGC"));
        assertThat(output).isEqualTo("done" + System.lineSeparator() + "exit 0");
    }
}
