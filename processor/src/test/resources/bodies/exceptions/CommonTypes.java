package bodies.exceptions;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** What the alternatives of a multi-catch have in common is several types together, which the clause uses. */
final class CommonTypes {
    interface Told {
        int told();
    }

    static final class Sharp extends Exception implements Told, Comparable<Sharp> {
        @Override
        public int told() {
            return 1;
        }

        @Override
        public int compareTo(Sharp other) {
            return 10;
        }
    }

    static final class Flat extends RuntimeException implements Told, Comparable<Flat> {
        @Override
        public int told() {
            return 2;
        }

        @Override
        public int compareTo(Flat other) {
            return 20;
        }
    }

    private static final class Natural extends RuntimeException implements Told {
        @Override
        public int told() {
            return 3;
        }
    }

    private static final class Double extends RuntimeException implements Told {
        @Override
        public int told() {
            return 4;
        }
    }

    private static void fail(int i) throws Sharp {
        switch (i) {
            case 1 -> throw new Sharp();
            case 2 -> throw new Flat();
            case 3 -> throw new Natural();
            default -> throw new Double();
        }
    }

    private static int tell(Told told) {
        return told.told();
    }

    private static <T extends Exception & Told> int tellBoth(T both) {
        return both.told() + (both.getMessage() == null ? 100 : 0);
    }

    @Case
    @AsyncFn
    static int usedBeforeTheNextAwait(Trace t) {
        int sum = 0;
        for (int i = 1; i < 3; i++) {
            try {
                fail(await(t.leaf("i", i)));
            } catch (Sharp | Flat e) {
                sum += e.told() + tell(e) + tellBoth(e);
            }
        }
        return sum;
    }

    @Case
    @AsyncFn
    static int captured(Trace t) {
        int sum = 0;
        for (int i = 1; i < 3; i++) {
            try {
                fail(await(t.leaf("i", i)));
            } catch (Sharp | Flat e) {
                var same = e;
                IntSupplier both = () -> e.told() + same.told();
                class Local {
                    int told() {
                        return e.told();
                    }
                }
                sum += both.getAsInt() + new Local().told() + same.told() + await(t.leaf("three", 3));
            }
        }
        return sum;
    }

    @Case
    @AsyncFn
    static int keptOverAnAwait(Trace t) {
        int sum = 0;
        for (int i = 1; i < 3; i++) {
            try {
                fail(await(t.leaf("i", i)));
            } catch (Sharp | Flat e) {
                await(t.tick("caught"));
                Told told = e;
                Exception exception = e;
                IntSupplier bound = e::told;
                sum += told.told() + tellBoth(e) + bound.getAsInt() + (exception == told ? 1000 : 0);
            }
        }
        return sum;
    }

    @Case
    @AsyncFn
    static int withDifferentTypeArguments(Trace t) {
        int sum = 0;
        for (int i = 1; i < 3; i++) {
            try {
                fail(await(t.leaf("i", i)));
            } catch (Sharp | Flat e) {
                Comparable<?> comparable = e;
                sum += e.compareTo(null) + (comparable == e ? 1 : 0);
            }
        }
        return sum;
    }

    @Case
    @AsyncFn
    static int privateAlternatives(Trace t) throws Sharp {
        int sum = 0;
        for (int i = 3; i < 5; i++) {
            try {
                fail(await(t.leaf("i", i)));
            } catch (Natural | Double e) {
                IntSupplier bound = e::told;
                sum += e.told() + tell(e) + bound.getAsInt();
                await(t.tick("caught"));
                sum += e.told();
            }
        }
        return sum;
    }

    @Case
    @AsyncFn
    static int inferredFrom(Trace t) {
        try {
            fail(await(t.leaf("one", 1)));
        } catch (Sharp | Flat e) {
            int sum = 0;
            for (var each : List.of(e, e)) {
                sum += each.told() + await(t.leaf("each", 1));
            }
            return sum + Optional.of(e).map(some -> some.told()).orElse(0);
        }
        return 0;
    }

    @Case
    @AsyncFn
    static int inAnAsyncBlock(Trace t) {
        try {
            fail(await(t.leaf("one", 1)));
        } catch (Sharp | Flat e) {
            return await(async(() -> {
                int one = await(t.leaf("in the block", 1));
                return e.told() + one;
            }));
        }
        return 0;
    }

    @Case
    @AsyncFn
    static String clausesAround(Trace t) throws Sharp {
        String said = "";
        for (int i = 1; i < 5; i++) {
            try {
                fail(await(t.leaf("i", i)));
            } catch (Sharp | Double | Flat e) {
                said += e.told() + tell(e);
            } catch (Natural e) {
                said += "natural" + e.told();
            }
        }
        return said;
    }

    /** What was caught must not be thrown again at the end of a finally around it. */
    @Case
    @AsyncFn
    static int caughtBeforeAFinally(Trace t) {
        int sum = 0;
        for (int i = 1; i < 3; i++) {
            try {
                try {
                    fail(await(t.leaf("i", i)));
                } catch (Sharp | Flat e) {
                    sum += e.told();
                }
                sum += await(t.leaf("ten", 10));
            } finally {
                sum += await(t.leaf("hundred", 100));
            }
            try {
                fail(await(t.leaf("again", i)));
            } catch (Flat | Sharp e) {
                sum += tell(e) + e.getStackTrace().length * 0;
            } finally {
                await(t.tick("end"));
            }
        }
        return sum;
    }
}
