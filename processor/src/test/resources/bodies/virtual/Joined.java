package bodies.virtual;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.IOException;
import java.util.List;

/** Classes that implement the async fns of an interface by those of a superclass, which does not know the interface. */
final class Joined {
    private Joined() {}

    interface Op {
        @AsyncFn
        String run(Trace t, int x) throws IOException;
    }

    interface Other {
        @AsyncFn
        default String run(Trace t, int x) {
            return "the default method loses";
        }
    }

    static class Base {
        @AsyncFn
        public String run(Trace t, int x) {
            return "base " + await(t.leaf("base", x));
        }
    }

    static class Joining extends Base implements Op {}

    abstract static class Between extends Base {}

    static class Both extends Between implements Other, Op {}

    static class Overriding extends Joining {
        @AsyncFn
        @Override
        public String run(Trace t, int x) {
            return "overriding " + super.run(t, x) + await(t.leaf("more", 1));
        }
    }

    static class Plain extends Joining {
        @Override
        public String run(Trace t, int x) {
            t.log("plain");
            return "plain";
        }
    }

    /** A plain override in between is what the class inherits. */
    static class PlainBetween extends Plain {}

    static class NoAsyncFn {
        public String run(Trace t, int x) {
            return "called " + x;
        }
    }

    static class JoiningNone extends NoAsyncFn implements Op {}

    private static class Hidden {
        @AsyncFn
        public String run(Trace t, int x) throws IOException {
            if (x == 13) {
                throw new IOException("13");
            }
            return "hidden " + await(t.leaf("hidden", x));
        }
    }

    private static final class HiddenJoining extends Hidden implements Op {}

    private static Op hidden() {
        return new HiddenJoining();
    }

    @Case
    @AsyncFn
    static String classes(Trace t) throws IOException {
        String s = "";
        for (Op op : List.of(
                new Joining(), new Both(), new Overriding(), new Plain(), new PlainBetween(), new JoiningNone(), hidden())) {
            s += op.run(t, 3) + await(op.run(t, 4)) + "; ";
        }
        Other other = new Both();
        return s + await(other.run(t, 5)) + new Joining().run(t, 6);
    }

    @Case
    @AsyncFn
    static String failure(Trace t) {
        try {
            return await(hidden().run(t, 13));
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    interface Store<K, V> {
        @AsyncFn
        V get(Trace t, K key, List<? super V> into);
    }

    static class Memory<A> {
        final A value;

        Memory(A value) {
            this.value = value;
        }

        @AsyncFn
        public final A get(Trace t, String key, List<? super A> into) {
            into.add(await(t.leaf(key, value)));
            return value;
        }
    }

    static final class Cache<B extends Number> extends Memory<B> implements Store<String, B> {
        Cache(B value) {
            super(value);
        }

        @AsyncFn
        B twice(Trace t) {
            return await(get(t, "twice", new java.util.ArrayList<>()));
        }
    }

    interface Identity {
        @AsyncFn
        <X> X same(Trace t, X x);

        @AsyncFn
        void nothing(Trace t);
    }

    static class Same {
        @AsyncFn
        public <Y> Y same(Trace t, Y y) {
            return await(t.leaf("same", y));
        }

        @AsyncFn
        public void nothing(Trace t) {
            await(t.tick("nothing"));
        }
    }

    static final class JoiningSame extends Same implements Identity {}

    @Case
    @AsyncFn
    static String generic(Trace t) {
        Store<String, Integer> store = new Cache<>(4);
        List<Number> into = new java.util.ArrayList<>();
        Identity identity = new JoiningSame();
        identity.nothing(t);
        int got = store.get(t, "key", into);
        String same = identity.same(t, "text");
        return got + same + into + new Cache<>(2L).twice(t) + await(identity.<Long>same(t, 7L));
    }
}
