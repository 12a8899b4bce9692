package dev.asyncfn;

/** A leaf that is pending until it has a value, and after each value again: {@code Signal} is the source, each await a future of its own. */
final class Signal implements Future<Integer> {
    private Integer value;
    private Exception failure;
    private RuntimeException failureOfDrop;
    private boolean slow;
    Waker parked;
    int polls;
    int drops;

    void give(int next) {
        value = next;
    }

    void fail(Exception thrown) {
        failure = thrown;
    }

    void failDrop(RuntimeException thrown) {
        failureOfDrop = thrown;
    }

    /** Its pollDrop is pending until {@link #give}. */
    void dropSlowly() {
        slow = true;
    }

    @Override
    public Poll<Integer> poll(Context cx) throws Exception {
        polls++;
        parked = cx.waker();
        if (failure != null) {
            throw failure;
        }
        if (value == null) {
            return Poll.pending();
        }
        Poll<Integer> ready = Poll.ready(value);
        value = null;
        return ready;
    }

    @Override
    public void drop() {
        drops++;
        if (failureOfDrop != null) {
            throw failureOfDrop;
        }
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        if (slow && value == null) {
            return Poll.pending();
        }
        drop();
        return Poll.ready(null);
    }
}
