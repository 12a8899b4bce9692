package dev.asyncfn.samples.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A few hundred clients; more with {@code -Dnet.connections=5000}, if {@code ulimit -n} allows for twice as many open files. */
class ManyClientsTest {
    private static final int CLIENTS = Integer.getInteger("net.connections", 300) / 3 * 3;

    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void all_that_did_not_vanish_have_their_echo_and_nobody_is_left() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ManyClients.Outcome outcome = ManyClients.run(CLIENTS, new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(outcome).isEqualTo(new ManyClients.Outcome(CLIENTS, CLIENTS / 3 * 2, CLIENTS / 3));
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        CLIENTS + " clients are connected.",
                        CLIENTS / 3 * 2 + " had their echo, " + CLIENTS / 3 + " vanished.",
                        "0 are left.");
    }
}
