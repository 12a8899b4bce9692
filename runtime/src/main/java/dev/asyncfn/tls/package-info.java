/**
 * TLS over any {@link dev.asyncfn.io.ByteStream}, with the JDK's {@link javax.net.ssl.SSLEngine}. tokio's {@code tokio-rustls}.
 *
 * <pre>{@code
 * TlsConnector tls = TlsConnector.of(SSLContext.getDefault());
 * try (TlsStream stream = await(tls.connect("example.com", 443, await(AsyncTcpStream.connect("example.com", 443))))) {
 *     await(stream.writeAll(request));
 *     byte[] response = await(stream.readToEnd(1_000_000));
 * }
 * }</pre>
 *
 * <p>A client verifies the server's certificate and that it is for this host, and sends the host's name (SNI). Computations that take long, such as
 * those with private keys, run on the threads of {@link dev.asyncfn.executor.Blocking}, and not in polls. Renegotiation, which TLS 1.3 no longer
 * has, is refused in TLS 1.2: the connection then fails. For a limit on the time of the handshake, use
 * {@link dev.asyncfn.time.Timeouts#timeout(java.time.Duration, dev.asyncfn.TryFuture)}: a handshake that is dropped closes the connection.
 *
 * <p>No parameter and no result in this package may be null unless its description says so.
 */
package dev.asyncfn.tls;
