package dev.asyncfn.net;

import dev.asyncfn.TryFuture;
import dev.asyncfn.executor.Blocking;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Objects;

/** Addresses of hosts. tokio's {@code lookup_host}. */
public final class Dns {
    private Dns() {}

    /**
     * Asks the system's resolver for the addresses of a host, as {@link InetAddress#getAllByName} does, on a thread of {@link Blocking}.
     *
     * <p>The future throws {@link java.net.UnknownHostException} if there is no such host. If it is dropped, the thread finishes the lookup all
     * the same, as nothing can interrupt the resolver; answers are cached by the JDK.
     *
     * @param host a name, or an address as text, which needs no lookup
     * @return a future of its addresses, at least one, in the order of preference; it does nothing before its first poll
     */
    public static TryFuture<InetAddress[], IOException> lookup(String host) {
        Objects.requireNonNull(host, "host");
        return new Lookup(() -> Blocking.spawnBlocking(() -> Lookup.Answer.of(host)), host);
    }
}
