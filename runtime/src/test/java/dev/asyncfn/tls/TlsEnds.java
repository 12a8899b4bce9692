package dev.asyncfn.tls;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Pair;
import dev.asyncfn.io.ByteStream;
import dev.asyncfn.io.DuplexStream;
import java.io.IOException;

/** Both ends of a TLS connection, after the handshake. Computations run in the polls. */
record TlsEnds(TlsStream client, TlsStream server) implements AutoCloseable {
    static final TlsConnector CONNECTOR = TlsConnector.of(Keys.ofClient()).withTasksOn(Runnable::run);
    static final TlsAcceptor ACCEPTOR = TlsAcceptor.of(Keys.ofServer()).withTasksOn(Runnable::run);

    static TlsConnector connector(String version) {
        return CONNECTOR.withParameters(parameters -> parameters.setProtocols(new String[] {version}));
    }

    /** The future of both handshakes. */
    static Future<Pair<TlsStream, TlsStream>> handshake(String version, ByteStream left, ByteStream right) {
        return Futures.tryJoin(connector(version).connect("localhost", 1, left), ACCEPTOR.accept(right));
    }

    static TlsEnds open(String version, int capacity) throws IOException {
        DuplexStream.Ends ends = DuplexStream.open(capacity);
        return open(version, ends.left(), ends.right());
    }

    static TlsEnds open(String version, ByteStream left, ByteStream right) {
        Pair<TlsStream, TlsStream> both = Async.blockOn(handshake(version, left, right));
        return new TlsEnds(both.first(), both.second());
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
