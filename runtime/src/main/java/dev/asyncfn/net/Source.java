package dev.asyncfn.net;

import dev.asyncfn.SharedFailure;
import dev.asyncfn.waker.WakerSlot;
import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** A channel, and the operations that wait for it in each direction. tokio's {@code ScheduledIo}. Thread-safe. */
final class Source {
    private static final int INBOUND = SelectionKey.OP_READ | SelectionKey.OP_ACCEPT;
    private static final int OUTBOUND = SelectionKey.OP_WRITE | SelectionKey.OP_CONNECT;

    private final SelectableChannel channel;
    private final Reactor reactor;
    private final Direction inbound = new Direction();
    private final Direction outbound = new Direction();
    /** Guarded by this, since it changes when the reactor changes its selector. */
    private SelectionKey key;

    private Source(SelectableChannel channel, Reactor reactor) {
        this.channel = channel;
        this.reactor = reactor;
    }

    /** Makes a new channel a source of {@code reactor}. If that fails the channel is closed. */
    static Source of(SelectableChannel channel, Reactor reactor) throws IOException {
        try {
            channel.configureBlocking(false);
            Source source = new Source(channel, reactor);
            reactor.register(source);
            return source;
        } catch (Throwable failure) {
            closeAfter(failure, channel);
            throw failure;
        }
    }

    /** Closes a channel that was opened without success; an exception is suppressed in {@code failure}. */
    static void closeAfter(Throwable failure, AutoCloseable opened) {
        try {
            opened.close();
        } catch (Exception thrown) {
            SharedFailure.suppress(failure, thrown);
        }
    }

    Direction direction(int op) {
        return (op & INBOUND) != 0 ? inbound : outbound;
    }

    /** Registers with {@code selector}, with the interest that there was before; called by the reactor. */
    synchronized void attach(Selector selector) throws ClosedChannelException {
        SelectionKey old = key;
        key = channel.register(selector, old == null ? 0 : old.interestOps(), this);
        if (old != null) {
            old.cancel();
        }
    }

    /**
     * Has the waker of {@code op}'s direction woken once the channel is ready for it, which it may be already. The waker has been registered
     * before.
     */
    void arm(int op) throws ClosedChannelException {
        int before;
        synchronized (this) {
            try {
                before = key.interestOpsOr(op);
            } catch (CancelledKeyException e) {
                throw new ClosedChannelException();
            }
        }
        if ((before & op) == 0) {
            reactor.wakeup();
        }
    }

    /** The channel is ready; called by the reactor. The interest ends before the wake, so that a poll that follows can turn it on again. */
    void ready(SelectionKey selected) {
        int ops;
        try {
            ops = selected.readyOps();
            selected.interestOpsAnd(~ops);
        } catch (CancelledKeyException e) {
            return; // closed in the meantime, which wakes by itself
        }
        try {
            if ((ops & INBOUND) != 0) {
                inbound.waker.wake();
            }
        } finally {
            if ((ops & OUTBOUND) != 0) {
                outbound.waker.wake();
            }
        }
    }

    /** Has the direction of {@code op} look at the channel again, on which something was changed. */
    void wake(int op) {
        direction(op).waker.wake();
    }

    /** Closes the channel, and wakes the operations that wait for it. */
    void close() throws IOException {
        try {
            channel.close();
        } finally {
            reactor.sourceClosed();
            try {
                inbound.waker.wake();
            } finally {
                outbound.waker.wake();
            }
        }
    }

    /** One direction, in which one operation at a time waits. */
    static final class Direction {
        final WakerSlot waker = new WakerSlot();
        private Object operation;

        /** Whether the direction is free for {@code operation}, or already its own; it is then reserved until the operation leaves. */
        synchronized boolean enter(Object operation) {
            if (this.operation == null) {
                this.operation = operation;
            }
            return this.operation == operation;
        }

        /** Frees the direction; does nothing if it was not this operation's. */
        void leave(Object operation) {
            synchronized (this) {
                if (this.operation != operation) {
                    return;
                }
            }
            try {
                waker.drop(); // while no other waker can be there
            } finally {
                synchronized (this) {
                    this.operation = null;
                }
            }
        }
    }
}
