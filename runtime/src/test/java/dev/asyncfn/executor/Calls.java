package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** An async fn as one is generated: it awaits several futures, one after the other, and returns the sum. */
final class Calls extends StateMachine<Integer, Calls.State> {
    enum State {
        START,
        DONE,
        PANICKED,
        DROPPED,
        AWAIT
    }

    private final Queue<Supplier<Future<Integer>>> body;
    /** Counts those that have been polled and have not ended. */
    private final AtomicInteger live;

    private int sum;

    private Calls(List<Supplier<Future<Integer>>> body, AtomicInteger live) {
        super(State.START);
        this.body = new ArrayDeque<>(body);
        this.live = live;
    }

    /** An async fn that calls another one, and so on; the last of them awaits {@code body}. */
    static Calls nested(int depth, AtomicInteger live, List<Supplier<Future<Integer>>> body) {
        return new Calls(depth == 1 ? body : List.of(() -> nested(depth - 1, live, body)), live);
    }

    @Override
    public Poll<Integer> poll(Context cx) throws Exception {
        State next = enter(State.PANICKED);
        Object value = 0;
        if (awaited != null) {
            Poll<?> polled = awaited.poll(cx);
            if (!(polled instanceof Poll.Ready<?>)) {
                return suspend(next);
            }
            value = take(polled);
        }
        switch (next) {
            case START, AWAIT:
                if (next == State.START) {
                    live.incrementAndGet();
                }
                sum += (Integer) value;
                while (!body.isEmpty()) {
                    Future<Integer> child = body.remove().get();
                    if (!(child.poll(cx) instanceof Poll.Ready<Integer> ready)) {
                        return suspend(State.AWAIT, child);
                    }
                    sum += ready.value();
                }
                return complete(State.DONE, sum);
            default:
                throw ended(next);
        }
    }

    @Override
    protected void letGo() {
        if (!state().equals("DROPPED") || suspendedAt().equals("AWAIT")) {
            live.decrementAndGet();
        }
        body.clear();
    }

    @Override
    public void drop() {
        drop(State.DROPPED);
    }
}
