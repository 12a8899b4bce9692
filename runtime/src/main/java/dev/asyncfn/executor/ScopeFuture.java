package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Sneaky;
import java.util.Objects;
import java.util.function.Function;

/** The future of a scope: polls its body to the end, then waits for the children. Used by one thread at a time, as any future. */
final class ScopeFuture<R, E extends Exception> extends OwnedFuture<R> implements TryFuture<R, E>, Traced {
    private enum State {
        START,
        /** The body is being polled. */
        BODY,
        /** The body has ended or was dropped; the scope waits for its children. */
        CHILDREN,
        DONE
    }

    private final TaskScope scope;
    private final Function<? super TaskScope, ? extends Future<R>> makesBody;
    private State state = State.START;
    /** Null unless in state BODY. */
    private Future<R> body;
    /** The value of the body; null until it is ready. */
    private Poll<R> value;

    private Undelivered<? super R> ofValue = Undelivered.close();

    ScopeFuture(TaskScope scope, Function<? super TaskScope, ? extends Future<R>> body) {
        this.scope = scope;
        this.makesBody = Objects.requireNonNull(body, "body");
    }

    @Override
    public Poll<R> poll(Context cx) {
        if (state == State.DONE) {
            throw new IllegalStateException("polled after completion");
        }
        register(cx);
        if (state == State.START) {
            start();
        }
        if (state == State.BODY) {
            pollBody(cx);
        }
        if (state == State.DONE) {
            throw new IllegalStateException("dropped during its own poll");
        }
        if (state == State.BODY || !scope.tryEnd()) {
            return Poll.pending();
        }
        state = State.DONE;
        Drops drops = new Drops(scope.failure());
        drops.run(scope.awaiting()::drop);
        if (drops.failure() != null) {
            releaseAll(drops);
            throw Sneaky.asIs(drops.failure());
        }
        return value;
    }

    /** If that throws, the scope is over, and neither its body nor a child may go on. */
    private void register(Context cx) {
        try {
            scope.awaiting().register(cx.waker());
        } catch (Throwable thrown) { // by a waker written by hand
            new Drops(thrown).drop(this);
            throw thrown;
        }
    }

    /** The values that the scope can no longer hand on. */
    private void releaseAll(Drops drops) {
        if (value instanceof Poll.Ready<R> ready) {
            value = null;
            drops.release(ofValue, ready.value());
        }
        scope.releaseValues(drops);
    }

    @Override
    public Undelivered<? super R> undelivered() {
        return ofValue;
    }

    private void start() {
        state = State.CHILDREN;
        try {
            body = Objects.requireNonNull(makesBody.apply(scope), "the body is null");
            OwnedFuture.claim(body, this);
            state = State.BODY;
        } catch (Throwable thrown) {
            failed(thrown);
        }
    }

    private void pollBody(Context cx) {
        Future<R> polled = body;
        boolean waits = false;
        try {
            if (scope.hasFailed()) {
                waits = polled.pollDrop(cx).isPending();
            } else {
                Poll<R> poll = Objects.requireNonNull(polled.poll(cx), "poll returned null");
                waits = poll.isPending();
                value = waits ? null : poll;
                ofValue = waits ? ofValue : polled.undelivered();
            }
        } catch (Throwable thrown) {
            Traced.restore(thrown, polled); // which looks at the body, so before that is forgotten
            failed(thrown);
        }
        if (state == State.DONE) {
            letGoAgain(waits ? polled : null);
        } else if (!waits) {
            body = null;
            state = State.CHILDREN;
        }
    }

    /** The body has dropped the scope in its own poll: a drop that came then may have had no effect on it. */
    private void letGoAgain(Future<R> waiting) {
        Drops drops = new Drops(null);
        drops.drop(waiting);
        releaseAll(drops);
        drops.rethrow();
    }

    private void dropBody() {
        Future<R> dropped = body;
        body = null;
        state = State.CHILDREN;
        dropped.drop();
    }

    /** As when the scope fails: the children clean up, too, and are waited for. */
    @Override
    public Poll<Void> pollDrop(Context cx) {
        if (state == State.BODY || state == State.CHILDREN) {
            register(cx);
            scope.giveUp();
            if (state == State.BODY) {
                pollBody(cx);
            }
            if (state == State.DONE) { // dropped by the body
                return Poll.ready(null);
            }
            if (state == State.BODY || !scope.tryEnd()) {
                return Poll.pending();
            }
            state = State.DONE;
            Drops drops = new Drops(scope.failure());
            drops.run(scope.awaiting()::drop);
            releaseAll(drops);
            drops.rethrow();
        }
        drop();
        return Poll.ready(null);
    }

    private void failed(Throwable thrown) {
        scope.fail(thrown, UncaughtTaskHandler.ofThread());
    }

    @Override
    public void drop() {
        if (state == State.DONE) {
            return;
        }
        Drops drops = new Drops(null); // also if the drop of a waker written by hand throws
        if (state == State.BODY) {
            drops.run(this::dropBody);
        }
        state = State.DONE;
        drops.run(scope.awaiting()::drop);
        drops.run(scope::abandon);
        releaseAll(drops);
        drops.rethrow();
    }

    @Override
    public String state() {
        return "TaskScope, " + state + ", " + scope.size() + " children left";
    }

    @Override
    public Future<?> awaited() {
        return body;
    }
}
