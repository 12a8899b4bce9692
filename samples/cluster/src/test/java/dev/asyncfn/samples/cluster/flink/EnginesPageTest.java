package dev.asyncfn.samples.cluster.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EnginesPageTest {
    private static final Path SOURCE = Path.of("src/test/java/dev/asyncfn/samples/cluster/flink/AsyncFnFunction.java");

    @Test
    void thePageShowsTheLinesBetweenTheMarks() throws IOException {
        String source = Files.readString(SOURCE);
        String begin = "    // begin\n";
        String shown = source.substring(source.indexOf(begin) + begin.length(), source.indexOf("    // end\n"))
                .stripTrailing()
                .stripIndent();

        assertThat(Files.readString(Path.of("ENGINES.md"))).contains("```java\n" + shown + "\n```");
    }
}
