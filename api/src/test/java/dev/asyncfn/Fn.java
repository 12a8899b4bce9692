package dev.asyncfn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** An async fn as one is generated: it awaits several futures, one after the other, and returns the sum. What happens to it is logged. */
final class Fn extends StateMachine<Integer, Fn.State> {
    enum State {
        START,
        DONE,
        PANICKED,
        DROPPED,
        AWAIT
    }

    final String name;
    private final List<String> log;
    private final Deque<Supplier<Future<Integer>>> body = new ArrayDeque<>();
    private int sum;

    Fn(String name, List<String> log, Future<Integer> awaited) {
        super(State.START);
        this.name = name;
        this.log = log;
        this.body.add(() -> awaited);
    }

    /** One more await. */
    Fn then(Supplier<Future<Integer>> awaited) {
        body.add(awaited);
        return this;
    }

    @Override
    public Poll<Integer> poll(Context cx) throws Exception {
        log.add(name);
        State next = enter(State.PANICKED);
        Object value = null;
        if (awaited != null) {
            Poll<?> polled = awaited.poll(cx);
            if (!(polled instanceof Poll.Ready<?>)) {
                return suspend(next);
            }
            value = take(polled);
        }
        switch (next) {
            case START, AWAIT:
                sum += value == null ? 0 : (Integer) value;
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
        body.clear();
    }

    @Override
    public void drop() {
        if (!hasEnded()) {
            log.add("drop " + name);
        }
        drop(State.DROPPED);
    }
}
