package bodies.names;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Anonymous classes that are kept over an await are named after their variables, which are called as parts of the machine. */
final class AnonymousState {
    private AnonymousState() {}

    @Case
    @AsyncFn
    static int stateAndPoll(Trace t) {
        var state = new Object() {
            int count = 3;
        };
        var poll = new Object() {
            int count = 4;
        };
        state.count += await(t.leaf("one", 1));
        poll.count += await(t.leaf("two", 2));
        return state.count * poll.count;
    }
}
