package bodies.owners;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;

/** The generated class stands beside the user's: what is private is reached all the same. */
final class PrivateMembers {
    private int count;
    private static long total = 1;
    private final List<String> names = new ArrayList<>();
    private int[] cells = {1, 2, 3};
    private byte small = 120;
    private String text = "t";
    private Integer boxed = 5;
    private final Trace t;

    PrivateMembers(Trace t) {
        this.t = t;
    }

    private PrivateMembers(Trace t, int count) {
        this.t = t;
        this.count = count;
        t.log("private constructor");
    }

    private int bump() {
        return ++count;
    }

    private static long grow(long by) {
        return total += by;
    }

    private void record(String... names) {
        this.names.addAll(List.of(names));
    }

    private int fails(String name) throws java.io.IOException {
        throw t.tag(name, new java.io.IOException(name));
    }

    @Case
    @AsyncFn
    int compoundAssignments() {
        this.count += await(t.leaf("a", 5));
        count -= await(t.leaf("b", 1));
        count += bump();
        count *= await(t.leaf("c", 2)) + count;
        return count;
    }

    @Case
    @AsyncFn
    String increments() {
        count++;
        int a = count++ + await(t.leaf("a", 0)) + --count;
        this.count--;
        small += 10;
        small++;
        boxed++;
        int b = boxed-- + await(t.leaf("b", 0)) + boxed;
        cells[count]++;
        cells[bump()] += await(t.leaf("c", 10)) + cells[count];
        return a + " " + b + " " + count + " " + small + " " + cells[0] + cells[1] + cells[2];
    }

    @Case
    @AsyncFn
    long statics() {
        total += await(t.leaf("a", 5));
        total++;
        PrivateMembers.total <<= 2;
        long before = total-- + await(t.leaf("b", 0)) + total;
        return before + grow(await(t.leaf("c", 100L))) + PrivateMembers.grow(1) + total;
    }

    @Case
    @AsyncFn
    String strings() {
        text += await(t.leaf("a", "a"));
        text += 1 + 2;
        this.text += 'c';
        return text + await(t.leaf("b", text += "!")) + text;
    }

    @Case
    @AsyncFn
    int valuesOfAssignments() {
        int a = count = await(t.leaf("a", 3));
        int b = this.count += 4;
        int c = (cells = await(t.leaf("cells", new int[] {9}))).length;
        int d = small += 100;
        return a + b * 10 + c * 100 + cells[0] * 1000 + d * 10000;
    }

    @Case
    @AsyncFn
    String methods() {
        record();
        record(await(t.leaf("a", "a")), "b");
        record(new String[] {await(t.leaf("c", "c"))});
        return names + " " + bump() + this.bump();
    }

    @Case
    @AsyncFn
    int otherInstances() {
        PrivateMembers other = new PrivateMembers(t, await(t.leaf("n", 40)));
        other.count += await(t.leaf("m", 2));
        other.bump();
        PrivateMembers none = new PrivateMembers(t, 0);
        none.names.add("x");
        return other.count + none.bump() + none.names.size() + other.cells[0];
    }

    @Case
    @AsyncFn
    void nullReceiverOfAPrivateField() {
        PrivateMembers none = null;
        none.count = await(t.leaf("value", 1));
    }

    @Case
    @AsyncFn
    void nullReceiverOfAPrivateCompoundAssignment() {
        PrivateMembers none = null;
        none.count += await(t.leaf("never", 1));
    }

    @Case
    @AsyncFn
    void nullReceiverOfAPrivateMethod() {
        PrivateMembers none = null;
        none.record(await(t.leaf("argument", "x")));
    }

    @Case
    @AsyncFn
    void exceptionOfAPrivateMethodIsNotWrapped() throws java.io.IOException {
        await(t.tick("t"));
        fails("private");
    }

    @Case
    @AsyncFn
    void exceptionOfAPrivateConstructorIsNotWrapped() {
        new Fragile(t, await(t.leaf("name", "fragile")));
    }

    static final class Fragile {
        private Fragile(Trace t, String name) {
            throw t.boom(name);
        }
    }

    @Case
    @AsyncFn
    int privateMembersInsideLambdas() {
        Runnable r = () -> {
            count++;
            bump();
            total += count;
        };
        r.run();
        await(t.tick("t"));
        r.run();
        java.util.function.IntSupplier f = this::bump;
        return count + f.getAsInt() + (int) total;
    }
}
