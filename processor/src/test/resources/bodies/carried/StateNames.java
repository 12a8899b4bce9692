package bodies.carried;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

/** Private types that have the name which the states of a future usually have. */
final class StateNames {
    private enum State {
        IDLE,
        RUNNING {
            @Override
            State next() {
                return IDLE;
            }
        };

        State next() {
            return RUNNING;
        }
    }

    private record States(List<State> all) {}

    private State state = State.IDLE;

    @Case
    @AsyncFn
    static String stopWatch(Trace t) {
        StateNames watch = new StateNames();
        watch.toggle(t);
        String s = watch.state + await(watch.name(t, State.IDLE));
        await(watch.toggle(t, 2));
        return s + watch.state;
    }

    @AsyncFn
    void toggle(Trace t) {
        if (state == State.IDLE) {
            await(t.tick("t"));
        }
        state = state.next();
    }

    @AsyncFn
    private String name(Trace t, State of) {
        return switch (of) {
            case IDLE -> "idle" + await(t.leaf("i", 1));
            case RUNNING -> "running" + await(t.leaf("r", 2));
        };
    }

    @AsyncFn
    private State toggle(Trace t, int times) {
        var block = async(() -> {
            State before = state;
            await(t.tick("b"));
            return new States(List.of(before, state.next()));
        });
        States states = await(block);
        for (int i = 0; i < times; i++) {
            toggle(t);
        }
        return states.all().get(await(t.leaf("one", 1)));
    }
}
