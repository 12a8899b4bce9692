package bodies.variables;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

final class TypeNames {
    private TypeNames() {}

    @Case
    @AsyncFn
    static String ofTypes(Trace t) {
        String State = await(t.leaf("1", "a"));
        String Poll = await(t.leaf("2", "b"));
        String Future = await(t.leaf("3", "c"));
        String OfTypesFuture = await(t.leaf("4", "d"));
        String START = await(t.leaf("5", "e"));
        String DONE = await(t.leaf("6", "f"));
        String PANICKED = await(t.leaf("7", "g"));
        String TypeNamesAsync = await(t.leaf("8", "h"));
        await(t.tick("t"));
        return State + Poll + Future + OfTypesFuture + START + DONE + PANICKED + TypeNamesAsync;
    }
}
