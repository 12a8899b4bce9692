package bodies.owners;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** The classes inside have no type parameters, and are generic all the same. */
final class InnerOfInner<T> {
    private final Trace t;

    InnerOfInner(Trace t) {
        this.t = t;
    }

    final class Middle {
        final class Deep {
            final T value;

            Deep(T value) {
                this.value = value;
            }

            @AsyncFn
            T first(T given) {
                Deep other = new Deep(given);
                Middle middle = new Middle();
                await(t.tick("t"));
                Deep third = middle.new Deep(other.value);
                T found = await(t.leaf("x", third.value));
                return found == null ? value : found;
            }
        }
    }

    @Case
    @AsyncFn
    int typeParameterOfTheOutermost() {
        InnerOfInner<String> outer = new InnerOfInner<>(t);
        InnerOfInner<String>.Middle.Deep deep = outer.new Middle().new Deep(await(t.leaf("d", "deep")));
        return deep.first("first").length() + await(deep.first(null)).length();
    }
}
