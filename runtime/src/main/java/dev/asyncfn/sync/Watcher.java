package dev.asyncfn.sync;

/** One of those who wait for the same event and are woken together. Nothing is granted to it, so it has nothing to give back. */
abstract class Watcher<T> extends Waiter<T> {
    Watcher(Object lock, Waiters<?> home, String name) {
        super(lock, home, name);
    }

    @Override
    void abandon(WakeList woken) {
        // what it was woken for, the others were, too
    }

    @Override
    String waiting() {
        return "";
    }
}
