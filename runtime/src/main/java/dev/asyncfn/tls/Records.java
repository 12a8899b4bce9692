package dev.asyncfn.tls;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.SharedFailure;
import dev.asyncfn.executor.Blocking;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.io.ByteStream;
import dev.asyncfn.transfer.ByteStep;
import dev.asyncfn.transfer.Destination;
import dev.asyncfn.transfer.Step;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/** The engine, and the records that go in and out of it. Not thread-safe. */
final class Records {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    final SSLEngine engine;
    private final ByteStream transport;
    /** Runs what takes long; null: the threads of {@link Blocking}. */
    private final Executor executor;

    /** From {@link #start} to its position are the bytes that have come and were not unwrapped. */
    private ByteBuffer encrypted;

    private int start;
    /** What remains in it was unwrapped and not read. */
    private ByteBuffer plain;
    /** What remains in it was wrapped and not written. */
    private ByteBuffer outgoing;

    private final Step<Integer> receiving;
    private final Step<Integer> sending;
    private final Step<Void> flushing;
    private final Step<Void> ending;
    private final Step<Void> tasks = new Step<>(this::startTasks);
    /** How often the task that writes may have lost its wake, as another has driven or dropped the write that it waits for. */
    private int outputChanges;
    /** How often both tasks may have lost their wake, or have to fail. */
    private int commonChanges;
    /** Why nothing can be written any more, although reads do not fail; or null. */
    private IOException broken;

    Records(SSLEngine engine, ByteStream transport, Executor executor) {
        this.engine = engine;
        this.transport = transport;
        this.executor = executor;
        encrypted = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        outgoing =
                ByteBuffer.allocate(engine.getSession().getPacketBufferSize()).limit(0);
        plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize())
                .limit(0);
        receiving = ByteStep.reading(() -> transport.read(encrypted), () -> encrypted);
        sending = ByteStep.writing(() -> transport.write(outgoing), () -> outgoing);
        flushing = new Step<>(transport::flush);
        ending = new Step<>(transport::shutdown);
    }

    private Future<Void> startTasks() {
        return executor == null
                ? Blocking.spawnBlocking(this::runTasks)
                : Blocking.spawnBlocking(this::runTasks, executor);
    }

    private Void runTasks() {
        for (Runnable task; (task = engine.getDelegatedTask()) != null; ) {
            task.run();
        }
        return null;
    }

    /** Ready when the engine has no task. Nothing else may be done with it before. */
    Poll<Void> tasks(Context cx) throws Exception {
        if (tasks.future() == null && engine.getHandshakeStatus() != HandshakeStatus.NEED_TASK) {
            return Poll.ready(null);
        }
        commonChanges++;
        try {
            Poll<Void> outcome = tasks.poll(cx);
            commonChanges -= outcome.isPending() ? 1 : 0;
            return outcome;
        } catch (JoinException notRun) {
            throw new SSLException("a computation of TLS could not be run", notRun);
        }
    }

    /** Moves what was unwrapped to {@code target}. */
    int take(ByteBuffer target) {
        return Destination.move(plain, target);
    }

    boolean hasPlain() {
        return plain.hasRemaining();
    }

    /** Reads and unwraps a record, with nothing unwrapped left. Ready with false at the end of the transport, which TLS does not know about. */
    Poll<Boolean> readRecord(Context cx) throws Exception {
        for (; ; ) {
            if (receiving.future() == null) {
                SSLEngineResult result = unwrap();
                if (result.getStatus() == Status.CLOSED || madeProgress(result)) {
                    return Poll.ready(true);
                }
                makeRoom();
            }
            trySend(cx); // the other end may wait for it
            if (!(receiving.poll(cx) instanceof Poll.Ready<Integer> ready)) {
                return Poll.pending();
            }
            if (ready.value() < 0) {
                return Poll.ready(false);
            }
        }
    }

    private static boolean madeProgress(SSLEngineResult result) {
        if (result.getStatus() != Status.OK) {
            return false;
        }
        return result.bytesConsumed() > 0
                || result.bytesProduced() > 0
                || result.getHandshakeStatus() == HandshakeStatus.NEED_TASK
                || result.getHandshakeStatus() == HandshakeStatus.NEED_WRAP;
    }

    private SSLEngineResult unwrap() throws SSLException {
        for (; ; ) {
            ByteBuffer input = encrypted.duplicate().flip().position(start);
            plain.clear();
            SSLEngineResult result;
            try {
                result = engine.unwrap(input, plain);
            } finally {
                plain.flip();
                start = input.position();
            }
            if (result.getStatus() != Status.BUFFER_OVERFLOW) {
                return result;
            }
            int needed = engine.getSession().getApplicationBufferSize();
            plain = ByteBuffer.allocate(Math.max(needed, 2 * plain.capacity())).limit(0);
        }
    }

    private void makeRoom() {
        if (start == encrypted.position()) {
            encrypted.clear();
        } else if (!encrypted.hasRemaining() && start > 0) {
            encrypted.flip().position(start).compact();
        } else if (!encrypted.hasRemaining()) {
            encrypted = ByteBuffer.allocate(2 * encrypted.capacity()).put(encrypted.flip());
        } else {
            return;
        }
        start = 0;
    }

    /** Wraps what the engine itself has to send, such as an alert. Returns whether there was anything. */
    boolean wrapOwn() throws SSLException {
        return wrap(NOTHING).bytesProduced() > 0;
    }

    /** Wraps bytes behind those that are not written yet. */
    SSLEngineResult wrap(ByteBuffer source) throws SSLException {
        outputChanges++;
        sending.drop(); // which has written nothing: its buffer changes
        for (; ; ) {
            outgoing.compact();
            SSLEngineResult result;
            try {
                result = engine.wrap(source, outgoing);
            } finally {
                outgoing.flip();
            }
            if (result.getStatus() != Status.BUFFER_OVERFLOW) {
                return result;
            }
            int more = engine.getSession().getPacketBufferSize();
            outgoing = ByteBuffer.allocate(outgoing.remaining() + Math.max(more, outgoing.capacity()))
                    .put(outgoing)
                    .flip();
        }
    }

    /** How many bytes are wrapped and not written. */
    int unsent() {
        return outgoing.remaining();
    }

    /** Writes as much as is possible now. A failure is left to the operations that write: a reader reads what there is. */
    void trySend(Context cx) throws Exception {
        try {
            send(cx);
        } catch (IOException failure) {
            SharedFailure.mark(failure); // for all writes that follow
            broken = failure;
        }
    }

    /** Ready when everything is written. */
    Poll<Void> send(Context cx) throws Exception {
        if (broken != null && outgoing.hasRemaining()) {
            throw broken;
        }
        while (outgoing.hasRemaining()) {
            if (isPending(sending, cx)) {
                return Poll.pending();
            }
        }
        return Poll.ready(null);
    }

    private boolean isPending(Step<Integer> step, Context cx) throws Exception {
        outputChanges++; // also if it throws
        boolean pending = step.poll(cx).isPending();
        outputChanges -= pending ? 1 : 0;
        return pending;
    }

    /** A failure that the other task has to see, too. */
    void failed() {
        commonChanges++;
    }

    int outputChanges() {
        return outputChanges;
    }

    int commonChanges() {
        return commonChanges;
    }

    /** Ready when everything is written and flushed. */
    Poll<Void> flush(Context cx) throws Exception {
        return flushing.future() == null && send(cx).isPending() ? Poll.pending() : flushing.poll(cx);
    }

    /** Ready when everything is written and the transport's output has ended. */
    Poll<Void> end(Context cx) throws Exception {
        return ending.future() == null && send(cx).isPending() ? Poll.pending() : ending.poll(cx);
    }

    /** Lets go of the transfers that no operation drives any more. A task that runs is awaited by the next operation. */
    void tidy(boolean reads, boolean writes) {
        if (!reads) {
            receiving.drop();
        }
        if (!writes) {
            flushing.drop();
            ending.drop();
        }
        if (!reads && !writes) {
            sending.drop();
        }
    }

    @Override
    public String toString() {
        return engine.getSession().getProtocol() + " over " + transport;
    }
}
