package warnings;

import static dev.asyncfn.Async.await;

import dev.asyncfn.*;
import java.util.*;
import java.util.function.Consumer;
import java.util.function.Function;

/** The body itself names no raw type: those of its values stand in signatures and fields. */
class RawSignatures<Q> {
    List raw;
    RawSignatures<String> self;

    static Map values() {
        return new HashMap<>();
    }

    void use(List<String> list) {}

    @AsyncFn
    int ofFields(Future<Integer> f) {
        raw.add(await(f));
        values().put(1, 2);
        List<String> list = raw;
        use(raw);
        for (Object o : raw) {
            await(f);
        }
        return await(f) + list.size();
    }

    @AsyncFn
    static int ofParameters(List[] lists, Map<String, List> map, Future<List> f) {
        lists[0].add(1);
        return lists.length + await(f).size();
    }

    @AsyncFn
    static <X extends List> X ofBounds(X list) {
        list.add(1);
        return list;
    }

    @AsyncFn
    List ofResults(Future<List> f) {
        List<Integer> numbers = await(f);
        raw.addAll(numbers);
        return numbers;
    }

    static class Nested<T> {
        @AsyncFn
        int virtual(Nested nested, Comparable other) {
            return other.compareTo(nested);
        }

        @AsyncFn
        void overloaded(Function<T, T> f) {}

        @AsyncFn
        void overloaded(Consumer<T> f) {}
    }

    static class InheritsRaw extends RawSignatures {
        @AsyncFn
        int inherited(Future<Integer> f) {
            raw.add(1);
            self = null;
            return await(f);
        }
    }
}
