package bodies.ten;

import static dev.asyncfn.Async.await;

import bodies.ten.base.Base;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

final class ProtectedMembers extends Base {
    ProtectedMembers(Trace t) {
        super(t);
    }

    private ProtectedMembers(Trace t, int field) {
        this(t);
        this.field = field;
    }

    @Case
    @AsyncFn
    int case09ProtectedInheritedMembersFromAnotherPackage() {
        field += await(t.leaf("f", 10));
        return method(await(t.leaf("n", 100))) + this.method(field);
    }

    @Case
    @AsyncFn
    int case09NewOfTheSameClassByAPrivateConstructor() {
        ProtectedMembers other = new ProtectedMembers(t, await(t.leaf("f", 7)));
        await(t.tick("t"));
        return other.method(1);
    }
}
