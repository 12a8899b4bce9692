package lesson_04_leaves;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.charset.StandardCharsets;

/** A leaf that waits until bytes arrive at a socket. */
final class SocketReadFuture implements Future<String> {
    private final AsynchronousSocketChannel socket;
    private final ByteBuffer buffer = ByteBuffer.allocate(64);
    private boolean started;

    // Two threads use these: the one that polls, and the one that has read.
    private boolean completed;
    private Exception failure;
    private Waker waker;

    SocketReadFuture(AsynchronousSocketChannel socket) {
        this.socket = socket;
    }

    @Override
    public Poll<String> poll(Context cx) throws Exception {
        synchronized (this) {
            if (failure != null) {
                throw failure;
            }
            if (completed) {
                return Poll.ready(StandardCharsets.UTF_8.decode(buffer.flip()).toString());
            }
            waker = cx.waker().clone();
        }
        if (!started) {
            started = true;
            socket.read(buffer, null, new Done());
        }
        return Poll.pending();
    }

    private final class Done implements CompletionHandler<Integer, Void> {
        @Override
        public void completed(Integer count, Void attachment) {
            complete(null);
        }

        @Override
        public void failed(Throwable cause, Void attachment) {
            complete(new Exception("cannot read", cause));
        }
    }

    private void complete(Exception reason) {
        Waker toWake;
        synchronized (this) {
            completed = true;
            failure = reason;
            toWake = waker;
        }
        toWake.wake();
    }
}
