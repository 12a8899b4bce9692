package bodies.thirty;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Of the thirty cases of the checklist those about the order in which operands are evaluated. */
final class Operands {
    private static Cell[] cells;
    private static int index;

    private Operands() {}

    static final class Cell {
        int x;

        Cell(int x) {
            this.x = x;
        }

        Cell m(Trace t, Cell argument) {
            t.log("m of " + x + " with " + (argument == null ? "null" : argument.x));
            return this;
        }

        @Override
        public String toString() {
            return "cell " + x;
        }
    }

    private static int h(int a, int b, int c) {
        return a * 100 + b * 10 + c;
    }

    @Case
    @AsyncFn
    static int case01CompoundAssignmentInACompoundAssignment(Trace t) {
        Cell[] a = {new Cell(1), new Cell(10)};
        a[await(t.leaf("i", 1))].x += (a[await(t.leaf("j", 1))].x += await(t.leaf("v", 5)));
        return a[1].x;
    }

    @Case
    @AsyncFn
    static String case02ValueOfACompoundAssignmentOfAnElement(Trace t) {
        int[] x = {1, 2, 3};
        int val = x[await(t.leaf("i", 2))] += await(t.leaf("v", 40));
        return val + " " + x[2];
    }

    @Case
    @AsyncFn
    static String case03ArgumentsThatAssignElements(Trace t) {
        int[] a = {0, 1, 2, 3};
        int r = h(a[1] += 2, a[3] += await(t.leaf("g", 1)), 4);
        return r + " " + a[1] + " " + a[3];
    }

    @Case
    @AsyncFn
    static int case04NullArrayOfACompoundAssignmentFailsBeforeTheRightSide(Trace t) {
        int[] x = null;
        x[0] += t.v("f", 1) + await(t.leaf("g", 2));
        return t.v("never", 0);
    }

    private static int reassignsArrayAndIndex(Trace t) {
        cells = new Cell[] {new Cell(-1), new Cell(-2)};
        index = 0;
        return 7;
    }

    @Case
    @AsyncFn
    static String case05AssignmentKeepsTheOldTarget(Trace t) {
        cells = new Cell[] {new Cell(1), new Cell(2)};
        index = 1;
        Cell[] old = cells;
        cells[index].x = await(t.effect("reassigns", () -> reassignsArrayAndIndex(t)));
        return old[0].x + " " + old[1].x + " " + cells[0].x + " " + cells[1].x;
    }

    @Case
    @AsyncFn
    static String case06ShortCircuitSkipsTheAwait(Trace t) {
        boolean and = t.v("f", false) && await(t.leaf("never", true));
        boolean or = t.v("g", true) || await(t.leaf("never", false));
        boolean both = t.v("h", true) && await(t.leaf("k", true)) || await(t.leaf("never", false));
        return and + " " + or + " " + both;
    }

    @Case
    @AsyncFn
    static int case07AwaitedTargetOfAnAssignment(Trace t) {
        Cell cell = new Cell(1);
        await(t.leaf("s", cell)).x = await(t.leaf("v", 9));
        return cell.x;
    }

    @AsyncFn
    static int p(Trace t, int q) {
        return await(t.leaf("p", q)) + 1;
    }

    @Case
    @AsyncFn
    static String case08AwaitsOnBothSidesOfACondition(Trace t) {
        if (await(p(t, await(t.leaf("q", 2)))) != await(t.leaf("r", 3))) return "differ";
        return "equal";
    }

    @AsyncFn
    static String f(Trace t, StringBuilder doc, int g) {
        return doc.append(await(t.leaf("f", g))).toString();
    }

    @Case
    @AsyncFn
    static String case09ArgumentIsKeptUntilTheCallConsumesIt(Trace t) {
        StringBuilder doc = new StringBuilder("doc ");
        return await(f(t, doc, await(t.leaf("g", 3))));
    }

    @Case
    @AsyncFn
    static String case20ReceiverThatIsAssignedInPlace(Trace t) {
        Cell r = null;
        Cell result = (r = await(t.leaf("f", new Cell(4)))).m(t, r);
        return result + " " + r;
    }

    @Case
    @AsyncFn
    static String case21ElementOfAnArrayThatChangesMeanwhile(Trace t) {
        int[][] o = {{1, 2, 3}};
        int[] old = o[0];
        o[0][await(t.leaf("k", 1))] += await(t.effect("v", () -> {
            old[1] = 50;
            o[0] = new int[] {100, 100, 100};
            return 5;
        }));
        return old[1] + " " + o[0][1];
    }

    @Case
    @AsyncFn
    static String case22StringOperandIsConvertedBeforeTheAwait(Trace t) {
        StringBuilder sb = new StringBuilder("old");
        return sb + await(t.effect("f", () -> {
            sb.append(" changed");
            return " value";
        }));
    }
}
