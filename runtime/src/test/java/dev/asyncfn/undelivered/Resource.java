package dev.asyncfn.undelivered;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Something that must be closed, and counts how often it is. */
final class Resource implements AutoCloseable {
    final AtomicInteger closes = new AtomicInteger();
    private final IOException ofClose;

    Resource() {
        this(null);
    }

    /** One whose close throws. */
    Resource(IOException ofClose) {
        this.ofClose = ofClose;
    }

    int closes() {
        return closes.get();
    }

    @Override
    public void close() throws IOException {
        closes.incrementAndGet();
        if (ofClose != null) {
            throw ofClose;
        }
    }
}
