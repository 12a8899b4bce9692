package dev.asyncfn.net;

import dev.asyncfn.TryFuture;
import dev.asyncfn.io.AsyncRead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** The half of a stream for reading. tokio's {@code OwnedReadHalf}. Thread-safe. */
public final class ReadHalf extends Half implements AsyncRead {
    ReadHalf(AsyncTcpStream stream, AtomicInteger openHalves) {
        super(stream, openHalves);
    }

    @Override
    public TryFuture<Integer, IOException> read(ByteBuffer buffer) {
        return stream.read(buffer);
    }

    @Override
    void end() throws IOException {
        stream.shutdownInput();
    }

    /**
     * {@linkplain AsyncTcpStream#shutdownInput() Shuts down} the input; closes the stream if the other half has been closed. May be called
     * again.
     */
    @Override
    public void close() throws IOException {
        super.close();
    }
}
