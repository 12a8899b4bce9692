package bodies.names;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Kept variables that have the names of local types, where these are out of their scope. */
final class LocalTypeNames {
    @Case
    @AsyncFn
    static String variableBeforeTheType(Trace t) {
        String s = "";
        {
            int State = await(t.leaf("one", 1)), Kind = 2;
            State += await(t.leaf("two", Kind));
            s += State++ + Kind;
        }
        enum State {
            START,
            DROPPED
        }
        record Kind(int kept) {
            static Kind of(int kept) {
                return new Kind(kept);
            }
        }
        State last = State.values()[1];
        await(t.leaf("last", last));
        return s + last + State.valueOf("START") + Kind.of(await(t.leaf("three", 3))).kept();
    }

    @Case
    @AsyncFn
    static String variableBehindTheType(Trace t) {
        String s = "";
        {
            class Maker {
                static int made;

                static String make() {
                    made++;
                    return "made";
                }
            }
            s += Maker.make() + Maker.made;
            await(t.leaf("made", new Maker() instanceof Maker));
        }
        int Maker = await(t.leaf("one", 1));
        await(t.leaf("two", 2));
        return s + Maker;
    }

    @Case
    @AsyncFn
    static String besideABlock(Trace t) {
        String s = "";
        {
            String Kind = await(t.leaf("kind", "k"));
            await(t.leaf("between", 1));
            s += Kind;
        }
        enum Kind {
            A
        }
        s += await(dev.asyncfn.Async.async(() -> Kind.valueOf(await(t.leaf("name", "A")))));
        return s + Kind.A;
    }
}
