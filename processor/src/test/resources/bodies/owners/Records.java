package bodies.owners;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

record Records(Trace t, int x, List<String> names) {
    static int created;

    Records {
        created++;
        if (names == null) throw new IllegalArgumentException("names");
    }

    Records(Trace t) {
        this(t, 1, List.of("a", "b"));
    }

    @Case
    @AsyncFn
    String components() {
        int sum = x + x();
        String s = "";
        for (String n : names) s += await(t.leaf(n, n)) + names().size();
        return s + (sum + this.x) + await(t().leaf("last", "."));
    }

    @Case
    @AsyncFn
    Records copies() {
        Records r = new Records(t, await(t.leaf("x", 5)), names);
        await(t.tick("t"));
        return new Records(r.t, r.x + created, List.of("z"));
    }

    @Case
    @AsyncFn
    static void canonicalConstructorThrows(Trace t) {
        new Records(t, await(t.leaf("x", 5)), await(t.leaf("names", (List<String>) null)));
    }

    @Override
    public String toString() {
        return "Records " + x + names;
    }
}
