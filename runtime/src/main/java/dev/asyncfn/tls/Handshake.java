package dev.asyncfn.tls;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.io.ByteStream;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;

/** The handshake of a connection, which it owns until it is ready. */
final class Handshake extends OwnedFuture<TlsStream> implements TryFuture<TlsStream, IOException>, Traced {
    /** Null once it was handed over or closed. */
    private TlsStream stream;

    private final TryFuture<Void, IOException> handshake;

    private Handshake(TlsStream stream) {
        this.stream = stream;
        this.handshake = stream.handshake();
    }

    /** A handshake over a stream, which is closed if there is no engine for it: nobody would have it. */
    static Handshake over(ByteStream stream, Supplier<SSLEngine> engine, Settings settings) {
        Objects.requireNonNull(stream, "stream");
        try {
            return new Handshake(new TlsStream(engine.get(), stream, settings.executor()));
        } catch (Throwable thrown) {
            Drops drops = new Drops(thrown);
            try {
                stream.close();
            } catch (Throwable ofClose) {
                drops.and(ofClose);
            }
            throw thrown;
        }
    }

    @Override
    public Poll<TlsStream> poll(Context cx) throws Exception {
        if (stream == null) {
            throw new IllegalStateException("polled after completion");
        }
        TlsStream ready = stream;
        try {
            if (handshake.poll(cx).isPending()) {
                return Poll.pending();
            }
        } catch (Throwable failure) {
            closeAfter(failure);
            throw failure;
        }
        stream = null;
        return Poll.ready(ready);
    }

    private void closeAfter(Throwable failure) {
        try {
            close();
        } catch (Throwable thrown) {
            if (thrown != failure) {
                failure.addSuppressed(thrown);
            }
        }
    }

    private void close() throws IOException {
        TlsStream closing = stream;
        stream = null;
        try {
            handshake.drop();
        } finally {
            closing.close();
        }
    }

    @Override
    public void drop() {
        if (stream == null) {
            return;
        }
        try {
            close();
        } catch (IOException e) {
            return; // from closing a connection that is given up: nothing can be done about it
        }
    }

    @Override
    public Poll<Void> pollDrop(Context cx) {
        drop();
        return Poll.ready(null);
    }

    @Override
    public String state() {
        return stream == null ? "DONE" : "TLS handshake on " + stream;
    }

    @Override
    public Future<?> awaited() {
        return null;
    }
}
