package dev.asyncfn.tls;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** The operations of a TLS connection, as far as each gets in one poll. Not thread-safe. */
final class Protocol {
    /** So much of the engine's own may be unsent before no more is wrapped: a peer that asks for answers and does not read them has no end. */
    private static final int MAX_UNSENT = 64 * 1024;

    private final Records records;
    private final SSLEngine engine;
    private boolean begun;
    private boolean established;
    private boolean outputEnded;
    /** Why nothing works any more, or null. */
    private IOException failure;

    Protocol(Records records) {
        this.records = records;
        this.engine = records.engine;
    }

    Poll<Void> handshake(Context cx) throws Exception {
        try {
            if (!begun) {
                begun = true;
                engine.beginHandshake();
            }
            for (; ; ) {
                if (records.tasks(cx).isPending()) {
                    return Poll.pending();
                }
                switch (engine.getHandshakeStatus()) {
                    case NEED_TASK -> {}
                    case NEED_WRAP -> wrapForHandshake();
                    case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                        if (readForHandshake(cx).isPending()) {
                            return Poll.pending();
                        }
                    }
                    default -> {
                        established = true;
                        return finish(cx);
                    }
                }
            }
        } catch (SSLException thrown) {
            throw failed(thrown, cx);
        }
    }

    /**
     * Ready when the other end has, or will have, what it needs. A server's last records in TLS 1.3 are tickets, which a client that only writes does
     * not read: to wait until they are written could be for ever.
     */
    private Poll<Void> finish(Context cx) throws Exception {
        if (engine.getUseClientMode() || !isTls13()) {
            return records.flush(cx);
        }
        records.trySend(cx);
        return Poll.ready(null);
    }

    private boolean isTls13() {
        return engine.getSession().getProtocol().equals("TLSv1.3");
    }

    private void wrapForHandshake() throws SSLException {
        if (!records.wrapOwn() && engine.isOutboundDone()) {
            throw new SSLHandshakeException("TLS was closed during the handshake");
        }
    }

    private Poll<Boolean> readForHandshake(Context cx) throws Exception {
        Poll<Boolean> read = records.readRecord(cx);
        if (read instanceof Poll.Ready<Boolean> ready && (!ready.value() || engine.isInboundDone())) {
            throw new SSLHandshakeException("the other end closed the connection during the handshake");
        }
        return read;
    }

    Poll<Integer> read(ByteBuffer target, Context cx) throws Exception {
        if (!target.hasRemaining()) {
            return Poll.ready(0);
        }
        try {
            while (!records.hasPlain()) {
                checkFailure();
                if (records.tasks(cx).isPending()) {
                    return Poll.pending();
                }
                answer(cx);
                if (engine.isInboundDone()) {
                    records.trySend(cx); // an answer that is due in TLS 1.2, if it is possible at once
                    return Poll.ready(-1);
                }
                if (!(records.readRecord(cx) instanceof Poll.Ready<Boolean> ready)) {
                    return Poll.pending();
                }
                if (!ready.value()) {
                    throw new SSLException(
                            "the other end closed the connection without close_notify: its output may have been cut"
                                    + " off");
                }
                refuseRenegotiation();
            }
            return Poll.ready(records.take(target));
        } catch (SSLException thrown) {
            throw failed(thrown, cx);
        }
    }

    /** Wraps what the engine answers by itself: to a request for new keys, or to a close_notify in TLS 1.2. */
    private void answer(Context cx) throws Exception {
        while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && records.unsent() < MAX_UNSENT) {
            if (!records.wrapOwn()) {
                return;
            }
            records.trySend(cx);
        }
    }

    private void refuseRenegotiation() throws SSLException {
        HandshakeStatus status = engine.getHandshakeStatus();
        boolean handshakes = status == HandshakeStatus.NEED_TASK || status == HandshakeStatus.NEED_WRAP && !outputEnded;
        if (handshakes && !engine.isInboundDone() && !isTls13()) {
            throw new SSLException("the other end wants to renegotiate, which is refused");
        }
    }

    Poll<Integer> write(ByteBuffer source, Context cx) throws Exception {
        checkFailure();
        checkOutput();
        if (!source.hasRemaining()) {
            return Poll.ready(0);
        }
        try {
            if (records.tasks(cx).isPending() || records.send(cx).isPending()) {
                return Poll.pending();
            }
            int before = source.position();
            while (source.position() == before) {
                wrap(source);
            }
            records.trySend(cx); // the bytes are accepted: a failure is one of the next operation
            return Poll.ready(source.position() - before);
        } catch (SSLException thrown) {
            throw failed(thrown, cx);
        }
    }

    private void wrap(ByteBuffer source) throws IOException {
        int before = source.position();
        SSLEngineResult result = records.wrap(source);
        if (result.getStatus() == Status.CLOSED) {
            throw new ClosedChannelException();
        }
        if (source.position() == before && result.bytesProduced() == 0) {
            throw new SSLException("nothing can be written now: " + result.getHandshakeStatus());
        }
    }

    private void checkOutput() throws ClosedChannelException {
        if (outputEnded || engine.isOutboundDone()) {
            throw new ClosedChannelException();
        }
    }

    Poll<Void> flush(Context cx) throws Exception {
        checkFailure();
        return records.flush(cx);
    }

    Poll<Void> shutdown(Context cx) throws Exception {
        checkFailure();
        try {
            if (records.tasks(cx).isPending()) {
                return Poll.pending();
            }
            if (!outputEnded) {
                outputEnded = true;
                engine.closeOutbound();
            }
            while (!engine.isOutboundDone() && records.wrapOwn()) {
                // The close_notify is the last record.
            }
            return records.end(cx);
        } catch (SSLException thrown) {
            throw failed(thrown, cx);
        }
    }

    private void checkFailure() throws IOException {
        if (failure != null) {
            throw new SSLException("this TLS connection has failed: " + failure.getMessage(), failure);
        }
    }

    /** Keeps a failure, and sends the alert that describes it, if that is possible at once. */
    private SSLException failed(SSLException thrown, Context cx) {
        if (failure == null) {
            failure = thrown;
            records.failed();
            try {
                while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && records.wrapOwn()) {
                    // An alert.
                }
                records.trySend(cx);
            } catch (Exception alert) {
                if (alert != thrown) {
                    thrown.addSuppressed(alert);
                }
            }
        }
        return thrown;
    }

    boolean isEstablished() {
        return established;
    }
}
