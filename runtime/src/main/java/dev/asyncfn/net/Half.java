package dev.asyncfn.net;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The common part of the two halves of a stream: the half that is closed last closes the stream. */
abstract class Half implements Channel {
    final AsyncTcpStream stream;
    private final AtomicInteger openHalves;
    private final AtomicBoolean closed = new AtomicBoolean();

    Half(AsyncTcpStream stream, AtomicInteger openHalves) {
        this.stream = stream;
        this.openHalves = openHalves;
    }

    /** Shuts the stream down in this half's direction. */
    abstract void end() throws IOException;

    @Override
    public boolean isOpen() {
        return stream.isOpen() && !closed.get();
    }

    @Override
    public void close() throws IOException {
        if (closed.getAndSet(true)) {
            return;
        }
        if (openHalves.decrementAndGet() == 0) {
            stream.close();
            return;
        }
        try {
            end();
        } catch (ClosedChannelException e) {
            return; // the whole stream was closed, this half with it
        }
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + " of " + stream;
    }
}
