package dev.asyncfn;

import java.util.List;

/**
 * An async fn with a finally block that awaits, as one is generated: {@code try { return await(body); } finally { await(cleanup); }}. With
 * {@link #swallowing()}, the block ends by {@code return -1}.
 */
final class GuardedFn extends GuardedStateMachine<Integer, GuardedFn.State> {
    enum State {
        START,
        DONE,
        PANICKED,
        DROPPED,
        AWAIT_BODY,
        AWAIT_CLEANUP,
        FINALLY
    }

    private final String name;
    private final List<String> log;
    private final Future<Integer> body;
    private final Future<?> cleanup;
    private boolean swallows;
    private Integer result;
    private Throwable pending;

    GuardedFn(String name, List<String> log, Future<Integer> body, Future<?> cleanup) {
        super(State.START);
        this.name = name;
        this.log = log;
        this.body = body;
        this.cleanup = cleanup;
    }

    GuardedFn swallowing() {
        swallows = true;
        return this;
    }

    @Override
    public Poll<Integer> poll(Context cx) throws Exception {
        log.add(name);
        return run(cx, enter(State.PANICKED), null);
    }

    @Override
    @SuppressWarnings("fallthrough")
    protected Poll<Integer> run(Context cx, State first, Dropped dropped) throws Exception {
        State next = first;
        Object value = null;
        Throwable thrown = null;
        for (; ; ) {
            try {
                if (awaited != null) {
                    Poll<?> polled = awaited.poll(cx);
                    if (!(polled instanceof Poll.Ready<?>)) {
                        return suspend(next);
                    }
                    value = take(polled);
                }
                switch (next) {
                    case START:
                        handler = State.FINALLY;
                        if (!(body.poll(cx) instanceof Poll.Ready<Integer> ready)) {
                            return suspend(State.AWAIT_BODY, body);
                        }
                        value = ready.value();
                    case AWAIT_BODY:
                        result = (Integer) value;
                    case FINALLY:
                        handler = null;
                        log.add("finally " + name + (thrown == null ? "" : " " + thrown.getMessage()));
                        pending = putOff(thrown);
                        if (!(cleanup.poll(cx) instanceof Poll.Ready<?>)) {
                            return suspend(State.AWAIT_CLEANUP, cleanup);
                        }
                    case AWAIT_CLEANUP:
                        log.add("end of " + name);
                        if (swallows) {
                            return complete(State.DONE, -1);
                        }
                        if (pending != null) {
                            throw rethrow(pending);
                        }
                        return complete(State.DONE, result);
                    default:
                        throw ended(next);
                }
            } catch (Throwable failure) {
                thrown = caught(failure, dropped);
                next = handler;
            }
        }
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        return pollDropGuarded(cx);
    }

    @Override
    public void drop() {
        dropGuarded(State.DROPPED);
    }
}
