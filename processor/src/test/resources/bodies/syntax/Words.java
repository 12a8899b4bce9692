package bodies.syntax;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;

/** Words that are keywords in some places only. */
final class Words {
    private Words() {}

    static final class open {
        static int when = 5;
        int record = 1;

        int permits() {
            return record;
        }

        static int yield(int n) {
            return n + when;
        }

        static int await(int n) {
            return -n;
        }
    }

    private static int record(int record) {
        return record + 1;
    }

    private static int sealed(int... permits) {
        return permits.length;
    }

    @Case
    @AsyncFn
    static int contextualKeywordsAsVariables(Trace t) {
        int record = 1, permits = 2, sealed = 3, when = 4, module = 5, with = 6, to = 7, opens = 8;
        int open = await(t.leaf("open", 9)), requires = 10, transitive = 11, uses = 12, provides = 13, exports = 14;
        int var = 15;
        record = await(t.leaf("record", record)) + permits++;
        sealed += record;
        when--;
        int[] non = {module};
        non[0] = sealed - non[0];
        var += with + to + opens + open + requires + transitive + uses + provides + exports;
        return record + permits + sealed + when + non[0] + var;
    }

    @Case
    @AsyncFn
    static int contextualKeywordsAsMembers(Trace t) {
        open open = new open();
        open.record = await(t.leaf("n", 2));
        open.record++;
        Words.open.when += 1;
        return record(await(t.leaf("r", 3))) + sealed(1, await(t.leaf("s", 2))) + open.permits() + Words.open.yield(1)
                + Words.open.await(await(t.leaf("t", 1)));
    }

    @Case
    @AsyncFn
    static int contextualKeywordsAsTypeParametersAndLabels(Trace t) {
        class module<open extends List<Integer>> {
            open to;
        }
        module<List<Integer>> module = new module<>();
        module.to = await(t.leaf("list", List.of(1, 2)));
        int sum = 0;
        record:
        for (int permits : module.to) {
            when:
            while (true) {
                if (permits == 1) continue record;
                sum += await(t.leaf("p", permits));
                break when;
            }
        }
        return sum;
    }

    @Case
    @AsyncFn
    static int yields(Trace t) {
        int n = await(t.leaf("n", 2));
        return switch (n) {
            case 1:
                yield n;
            case 2: {
                int[] a = {1, 2};
                if (n > 5) yield (n);
                if (n > 4) yield -n;
                if (n > 3) yield ++n;
                yield switch (a[1]) {
                    case 2 -> {
                        int y = await(t.leaf("y", 3));
                        yield y == 0 ? n : a[0];
                    }
                    default -> n;
                };
            }
            default:
                yield new int[] {n}[0];
        };
    }

    static class transitive {
        int n = 1;

        transitive(int... more) {
            n += more.length;
        }

        int transitive() {
            return n;
        }
    }

    @Case
    @AsyncFn
    static int transitiveAsType(Trace t) {
        transitive a = new transitive(await(t.leaf("a", 1))), b[] = {a};
        final transitive c;
        c = new transitive();
        for (transitive d : b) c.n += await(t.leaf("d", d.n));
        Function<transitive, Integer> f = (transitive e) -> e.n, g = transitive -> transitive.n, h = transitive::transitive;
        int transitive = await(t.leaf("int", 5));
        transitive:
        for (;;) {
            transitive++;
            if (await(t.leaf("if", transitive)) > 6) break transitive;
        }
        Object o = a;
        if (o instanceof transitive i && i.n > await(t.leaf("i", 1))) transitive += i.n;
        return transitive + f.apply(c) + g.apply(a) + h.apply(a) + ((transitive) o).n;
    }

    static final class Pair {
        int non = 8;
        int sealed = 3;
    }

    @Case
    @AsyncFn
    static int nonMinusSealed(Trace t) {
        int non = await(t.leaf("non", 9)), sealed = 2;
        Pair pair = new Pair();
        IntSupplier later = () -> pair.non-pair.sealed;
        int sum = non-sealed + await(t.leaf("difference", non-sealed)) * pair.non-sealed;
        for (int i = non-sealed; i >= non-sealed; i--) sum += await(t.leaf("i", i))-non-sealed;
        return sum + later.getAsInt() + (non)-sealed;
    }
}
