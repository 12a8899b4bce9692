package dev.asyncfn.sync;

/** Permits that are held, and returned once: the core of every guard. Thread-safe. */
final class Lease {
    private final Object lock;
    private final Permits permits;
    private final String name;
    /** Zero once they were given back; written under the lock. */
    private volatile int count;

    Lease(Object lock, Permits permits, int count, String name) {
        this.lock = lock;
        this.permits = permits;
        this.count = count;
        this.name = name;
    }

    void checkHeld() {
        if (count == 0) {
            throw closed();
        }
    }

    private IllegalStateException closed() {
        return new IllegalStateException("this " + name + " has been closed");
    }

    /** Returns all permits; has no effect the second time. */
    void release() {
        WakeList woken = new WakeList();
        synchronized (lock) {
            permits.release(count, woken);
            count = 0;
        }
        woken.wakeAll();
    }

    /** Returns all except this many, which the result holds from now on. */
    Lease keep(int kept, String keptName) {
        WakeList woken = new WakeList();
        Lease smaller;
        synchronized (lock) {
            if (count == 0) {
                throw closed();
            }
            smaller = new Lease(lock, permits, kept, keptName);
            permits.release(count - kept, woken);
            count = 0;
        }
        woken.wakeAll();
        return smaller;
    }
}
