package dev.asyncfn.sync;

/** One of several futures that wait for the same event and are woken together. Nothing is granted to it, so it has nothing to return. */
abstract class Watcher<T> extends Waiter<T> {
    @Override
    void abandon(WakeList woken) {
        // the others were woken for the same event
    }

    @Override
    String waiting() {
        return "";
    }
}
