package lib.api;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** Virtual async fns that are deprecated, in classes that are not: tables call them. */
public interface DatedVirtual<T> {
    @Deprecated
    @AsyncFn
    int find(T key);

    @Deprecated(forRemoval = true)
    @AsyncFn
    <U extends T> U same(U key, int... more);

    @AsyncFn
    int joined(T key);

    @AsyncFn
    <U extends T> U joinedGeneric(U key);

    @Deprecated
    @AsyncFn
    default int byDefault(T key) {
        return await(Future.ready(1));
    }

    abstract class Base<T> {
        Base() {}

        @Deprecated
        @AsyncFn
        public int joined(T key) {
            return await(Future.ready(2));
        }

        @Deprecated(forRemoval = true)
        @AsyncFn
        public <U extends T> U joinedGeneric(U key) {
            return await(Future.ready(key));
        }
    }

    @SuppressWarnings({"deprecation", "removal"})
    final class Implementation extends Base<String> implements DatedVirtual<String> {
        Implementation() {}

        @AsyncFn
        @Override
        public int find(String key) {
            return await(Future.ready(3));
        }

        @AsyncFn
        @Override
        public <U extends String> U same(U key, int... more) {
            return await(Future.ready(key));
        }
    }
}
