package bodies.names;

import static bodies.names.other.Date.first;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.Date;
import java.util.function.IntUnaryOperator;

/** Two classes of one name: generated code has to qualify one of them. */
final class QualifiedNames {
    private QualifiedNames() {}

    @Case
    @AsyncFn
    static int whoIsImported(Trace t) {
        Date date = await(t.leaf("date", new Date(3)));
        return (int) date.getTime() + (int) Date.from(await(t.leaf("date", date)).toInstant()).getTime();
    }

    @Case
    @AsyncFn
    static int whoIsQualifiedWhereVariablesHaveTheNamesOfPackages(Trace t) {
        var date = first();
        int java = 1, bodies = await(t.leaf("bodies", 2)), dev = 3;
        var again = await(t.leaf("again", first()));
        IntUnaryOperator plus = names -> names + first().n;
        IntUnaryOperator minus = java_2 -> java_2 - first().n;
        t.log("" + java + bodies + dev);
        return date.n + again.n + plus.applyAsInt(java) + minus.applyAsInt(bodies);
    }

    @Case
    @AsyncFn
    static int whoIsQualifiedInALambda(Trace t) {
        int n = await(t.leaf("n", 1));
        IntUnaryOperator plus = bodies -> bodies + first().n;
        IntUnaryOperator minus = (final int java) -> java - first().n + (int) new Date(2).getTime();
        return n + plus.applyAsInt(2) + minus.applyAsInt(3);
    }
}
