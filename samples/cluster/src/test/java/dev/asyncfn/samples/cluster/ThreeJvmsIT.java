package dev.asyncfn.samples.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The proof of the README, with fewer requests. Not part of the ordinary build, as it takes minutes on a small machine: run it by name. */
class ThreeJvmsIT {
    @Test
    @Timeout(1200)
    void noAcknowledgedRequestIsLostWithTheNodeThatIsKilled(@TempDir Path folder) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Proof proof = new Proof(folder, new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (proof) {
            Findings findings = proof.run(150);

            assertThat(findings.passed()).as(findings.toString()).isTrue();
            assertThat(findings.acknowledged()).isEqualTo(143);
            assertThat(findings.refused()).isEqualTo(7);
        }
        List<Child> left = proof.children();
        assertThat(left).hasSize(4).noneMatch(Child::isAlive);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("node 1 is killed after");
    }
}
