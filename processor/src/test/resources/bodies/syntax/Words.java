package bodies.syntax;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

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
}
