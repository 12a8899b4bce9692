package dev.asyncfn.io;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.waker.SingleWait;

/** The items of a reader that is borrowed. */
final class FrameStream<T> extends SingleWait implements Stream<T> {
    private final FramedReader<T> reader;
    /** Why it must not be polled any more, or null. */
    private String offence;

    private boolean atEnd;

    FrameStream(FramedReader<T> reader) {
        this.reader = reader;
    }

    @Override
    public Poll<T> pollNext(Context cx) throws Exception {
        if (offence != null) {
            throw new IllegalStateException(offence);
        }
        if (atEnd) {
            return Stream.end();
        }
        offence = "stream polled after it has thrown"; // unless it does not
        Poll<T> next = reader.pollNext(cx);
        offence = null;
        atEnd = next instanceof Poll.Ready<T> ready && ready.value() == null;
        return next;
    }

    @Override
    public void drop() {
        if (offence == null && !atEnd) {
            offence = "stream polled after it was dropped";
            reader.reading.drop();
        }
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        if (reader.reading.pollDrop(cx).isPending()) {
            return Poll.pending();
        }
        drop();
        return Poll.ready(null);
    }

    @Override
    public String toString() {
        return "items of " + reader;
    }
}
