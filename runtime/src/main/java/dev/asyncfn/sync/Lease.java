package dev.asyncfn.sync;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Permits that are held, and returned once: the core of the guards of locks. Thread-safe. */
abstract class Lease {
    private static final VarHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(Lease.class, "count", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Permits permits;
    /** Zero once they were given back. Read and changed as a volatile by the handle; its first value needs no fence. */
    private int count;

    /** @param count not zero; the permits have been taken, or will be, before anyone has this */
    Lease(Permits permits, int count) {
        this.permits = permits;
        this.count = count;
    }

    private int held() {
        return (int) COUNT.getVolatile(this);
    }

    final void checkHeld(String name) {
        if (held() == 0) {
            throw closed(name);
        }
    }

    private static IllegalStateException closed(String name) {
        return new IllegalStateException("this " + name + " has been closed");
    }

    /** Returns all permits; has no effect the second time. */
    final void release() {
        int held = held();
        if (held != 0 && COUNT.compareAndSet(this, held, 0)) {
            permits.give(held);
        }
    }

    /** Returns all except one, which is the caller's from now on. */
    final void releaseAllButOne(String name) {
        int held = held();
        if (held == 0 || !COUNT.compareAndSet(this, held, 0)) {
            throw closed(name);
        }
        permits.give(held - 1);
    }
}
