package bodies.blocks;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Blocks in blocks whose whole body is one expression that names something: where it was cut out, nothing is named any more. */
final class BlockValues {
    private static int calls;

    private int kept = 3;

    BlockValues(Trace t) {}

    private static int next() {
        return ++calls % 2;
    }

    abstract static class Counter {
        int count;

        abstract int next();
    }

    @Case
    @AsyncFn
    static int anObjectOfAnAnonymousClass(Trace t) {
        int step = await(t.leaf("step", 2));
        IntSupplier made = await(async(() -> {
            await(t.tick("outer"));
            return await(async(() -> new IntSupplier() {
                @Override
                public int getAsInt() {
                    return step;
                }
            }));
        }));
        return made.getAsInt();
    }

    @Case
    @AsyncFn
    int anObjectOfAnAnonymousClassWithMembers(Trace t) {
        Counter made = await(await(async(() -> async(() -> {
            await(t.tick("outer"));
            return await(async(() -> new Counter() {
                private int own = kept;

                @Override
                int next() {
                    return own += ++count;
                }
            }));
        }))));
        return made.next() * 100 + made.next();
    }

    @Case
    @AsyncFn
    static int oneInEachWayOut(Trace t) {
        int step = await(t.leaf("step", 2));
        Supplier<Integer> made = await(async(() -> {
            try {
                t.log("attempt");
                if (step > 1) {
                    await(t.fail("boom"));
                }
                return await(async(() -> new Supplier<Integer>() {
                    @Override
                    public Integer get() {
                        return step;
                    }
                }));
            } catch (Boom e) {
                return await(async(() -> new Supplier<Integer>() {
                    @Override
                    public Integer get() {
                        return -step;
                    }
                }));
            }
        }));
        return made.get();
    }

    @Case
    @AsyncFn
    static int aPrivateMember(Trace t) {
        TryFuture<Integer, RuntimeException> made = async(() -> {
            await(t.tick("outer"));
            return await(async(() -> next())) + await(async(() -> calls)) * 0;
        });
        return await(made) >= 0 ? 1 : 0;
    }

    @Case
    @AsyncFn
    String aLambdaAReferenceAndAnArray(Trace t) {
        return await(async(() -> {
            await(t.tick("outer"));
            Supplier<Integer> lambda = await(async(() -> () -> kept));
            Supplier<String> reference = await(async(() -> this::toString));
            int[] array = await(async(() -> new int[] {kept, 4}));
            return lambda.get() + reference.get() + array.length;
        }));
    }

    @Case
    @AsyncFn
    static String aLocalClassOfTheBlockAround(Trace t) {
        return await(async(() -> {
            record Point(int x) {}
            await(t.tick("outer"));
            Future<Point> made = async(() -> new Point(5));
            return "" + await(made);
        }));
    }

    @Override
    public String toString() {
        return "values";
    }
}
