package dev.asyncfn.net;

import dev.asyncfn.TryFuture;
import dev.asyncfn.io.AsyncWrite;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** The half of a stream for writing. tokio's {@code OwnedWriteHalf}. Thread-safe. */
public final class WriteHalf extends Half implements AsyncWrite {
    WriteHalf(AsyncTcpStream stream, AtomicInteger openHalves) {
        super(stream, openHalves);
    }

    @Override
    public TryFuture<Integer, IOException> write(ByteBuffer buffer) {
        return stream.write(buffer);
    }

    @Override
    public TryFuture<Void, IOException> shutdown() {
        return stream.shutdown();
    }

    @Override
    void end() throws IOException {
        stream.shutdownOutput();
    }

    /**
     * {@linkplain AsyncTcpStream#shutdownOutput() Shuts down} the output, so that the peer reaches the end; closes the stream if the other
     * half has been closed. May be called again.
     */
    @Override
    public void close() throws IOException {
        super.close();
    }
}
