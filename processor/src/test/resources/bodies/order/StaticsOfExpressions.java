package bodies.order;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.IntSupplier;

/** Of the expression before a static member nothing counts but that it is evaluated (JLS 15.11.1, 15.12.4.1). */
final class StaticsOfExpressions {
    private static final int CONSTANT = 4;
    private static int field = 3;

    private StaticsOfExpressions() {}

    private static StaticsOfExpressions made(Trace t) {
        t.log("made");
        return null;
    }

    @AsyncFn
    static int asyncFn(Trace t) {
        return await(t.leaf("a", 1));
    }

    private static int method(Trace t, int value) {
        t.log("method");
        return value;
    }

    @Case
    @AsyncFn
    static int asyncFns(Trace t) {
        return made(t).asyncFn(t) + await(made(t).asyncFn(t));
    }

    @Case
    @AsyncFn
    static int privateMethods(Trace t) {
        return made(t).method(t, 2) + made(t).method(t, await(t.leaf("b", 1)));
    }

    @Case
    @AsyncFn
    static String privateFields(Trace t) {
        int read = made(t).field + await(t.leaf("a", 1));
        made(t).field = await(t.leaf("b", 5));
        made(t).field += 4;
        made(t).field++;
        int old = made(t).field--;
        made(t).field *= await(t.leaf("c", 2));
        return read + " " + old + " " + field;
    }

    @Case
    @AsyncFn
    static int privateConstant(Trace t) {
        return made(t).CONSTANT + await(t.leaf("a", 1));
    }

    @Case
    @AsyncFn
    static int inALambda(Trace t) {
        IntSupplier sum = () -> made(t).method(t, 2) + made(t).field + made(t).CONSTANT;
        return await(t.leaf("a", 1)) + sum.getAsInt();
    }

    @Case
    @AsyncFn
    static int nothingToEvaluate(Trace t) {
        StaticsOfExpressions none = null;
        return none.asyncFn(t) + none.field + ((StaticsOfExpressions) null).method(t, none.CONSTANT);
    }

    @Case
    @AsyncFn
    static int receiverFails(Trace t) {
        StaticsOfExpressions[] none = new StaticsOfExpressions[0];
        try {
            return none[await(t.leaf("i", 2))].asyncFn(t);
        } catch (ArrayIndexOutOfBoundsException e) {
            return -1;
        }
    }
}
