package bodies.owners;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.Map;

/** Parameters about whose types javac is silent must not warn in factories and futures. */
final class SuppressedParameters {
    private SuppressedParameters() {}

    @AsyncFn
    static int used(
            Trace t,
            @SuppressWarnings("rawtypes") List list,
            @SuppressWarnings({"rawtypes", "unused"}) Map<String, List> map) {
        return await(t.leaf("size", list.size())) + map.size() + list.size();
    }

    @AsyncFn
    static int unused(Trace t, @SuppressWarnings("rawtypes") List list) {
        return await(t.leaf("n", 1));
    }

    @AsyncFn
    int ofAnInstance(Trace t, int n, @SuppressWarnings("rawtypes") Class<Map>[] types) {
        return await(t.leaf("n", n));
    }

    @Case
    @AsyncFn
    static int rawTypes(Trace t) {
        return await(used(t, List.of(1), Map.of("a", List.of())))
                + await(unused(t, List.of()))
                + await(new SuppressedParameters().ofAnInstance(t, 2, null));
    }
}
