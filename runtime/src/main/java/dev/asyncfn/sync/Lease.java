package dev.asyncfn.sync;

/** Permits that someone holds, and gives back once: what guards are made of. Thread-safe. */
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

    /** Gives back all; nothing if that was done before. */
    void release() {
        WakeList woken = new WakeList();
        synchronized (lock) {
            permits.release(count, woken);
            count = 0;
        }
        woken.wakeAll();
    }

    /** Gives back all but so many, which are from now on held by the result. */
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
