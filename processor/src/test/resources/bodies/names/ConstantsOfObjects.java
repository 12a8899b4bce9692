package bodies.names;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** The simple name of a constant is a constant, also if an object has it. */
final class ConstantsOfObjects {
    final int small = 3;
    private final int large = 100;

    /** javac need not keep the object around one of these. */
    final class Box {
        private final String unit = "cm";

        @AsyncFn
        String size(Trace t, int wanted) {
            String found =
                    switch (await(t.leaf("wanted", wanted))) {
                        case small -> "small " + small;
                        case large -> "large " + large;
                        default -> "none";
                    };
            return found + unit + await(t.leaf("sum", small + large));
        }
    }

    @Case
    @AsyncFn
    static String ofTheObjectAround(Trace t) {
        Box box = new ConstantsOfObjects().new Box();
        return await(box.size(t, 3)) + await(box.size(t, 100)) + await(box.size(t, 5));
    }
}
