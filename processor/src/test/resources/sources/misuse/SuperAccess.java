package misuse;

import dev.asyncfn.AsyncFn;
import java.util.ArrayList;
import java.util.function.Supplier;

/** The future is not a subclass, so its {@code super} is another. */
final class SuperAccess extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    @AsyncFn
    int outside() {
        Supplier<String> lambda = () -> super.toString();
        Supplier<Integer> reference = super::hashCode;
        return sup\u0065r.modCount + reference.get();
    }

    @AsyncFn
    String qualified() {
        return new Object() {
            @Override
            public String toString() {
                return SuperAccess.super.toString();
            }
        }.toString();
    }

    /** A class in the body brings its own. */
    @AsyncFn
    String inside() {
        class Local extends ArrayList<String> {
            private static final long serialVersionUID = 1;

            @Override
            public String toString() {
                Supplier<String> lambda = () -> super.toString();
                return lambda.get() + Local.super.hashCode();
            }
        }
        return new Local().toString();
    }
}
