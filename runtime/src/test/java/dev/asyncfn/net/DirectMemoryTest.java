package dev.asyncfn.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.executor.ChildJvm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The JDK copies a heap buffer to a direct one of its size: no transfer gives it a large one. */
class DirectMemoryTest {
    @Test
    void largeHeapBuffersNeedNoDirectMemoryOfTheirSize() throws Exception {
        String output = ChildJvm.run(DirectMemory.class, List.of("-XX:MaxDirectMemorySize=1m", "-Xmx400m"));
        assertThat(output)
                .isEqualTo(String.join(
                        System.lineSeparator(),
                        "received 2, 5 of 67108864",
                        "refused",
                        "refused",
                        "read 67108864",
                        "moved",
                        "exit 0"));
    }
}
