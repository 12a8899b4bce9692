package bodies.owners.b;

import static dev.asyncfn.Async.await;

import bodies.owners.a.Base;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Inherits protected members from another package. */
public final class Derived extends Base {
    Derived(Trace t) {
        super(t);
    }

    @Override
    protected int secret() {
        return 1000;
    }

    @Case
    @AsyncFn
    int inheritedFields() {
        level += await(t.leaf("a", 5));
        this.level++;
        int before = level++ + await(t.leaf("b", 0)) + level;
        made += await(t.leaf("c", 1));
        return before + level + made + Base.made + Derived.made;
    }

    @Case
    @AsyncFn
    String inheritedMethods() {
        int a = raise(await(t.leaf("a", 5)));
        int b = this.raise(1) + secret();
        return tag(a, await(t.leaf("b", b)), level) + Base.tag();
    }

    @Case
    @AsyncFn
    int inheritedMembersInLambdas() {
        Runnable r = () -> {
            level++;
            raise(10);
            made++;
        };
        await(t.tick("t"));
        r.run();
        java.util.function.IntUnaryOperator f = this::raise;
        return level + f.applyAsInt(1) + made;
    }

    @Case
    @AsyncFn
    int sameClassAnew() {
        Derived d = new Derived(await(t.leaf("t", t)));
        d.level = await(t.leaf("level", 50));
        return d.raise(1) + d.level;
    }
}
