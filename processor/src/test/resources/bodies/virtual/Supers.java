package bodies.virtual;

import static dev.asyncfn.Async.await;

import bodies.virtual.other.Above;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code super} in an async fn: of async fns, of ordinary methods, of fields, of the classes around. */
final class Supers {
    private Supers() {}

    static class Base<T> {
        int field = 1;
        static String shared = "shared";

        @AsyncFn
        String name(Trace t, T value) throws IOException {
            return "base " + await(t.leaf("base", value));
        }

        @AsyncFn
        <R> R generic(Trace t, R value) {
            await(t.tick("generic"));
            return value;
        }

        @AsyncFn
        void effect(Trace t) {
            await(t.tick("effect of base"));
        }

        @AsyncFn
        final String finalFn(Trace t) {
            return await(t.leaf("final", "final"));
        }

        String plain(Object... parts) {
            return "plain of base " + List.of(parts);
        }

        void failing(Trace t) throws IOException {
            t.log("failing of base");
            throw new IOException("base");
        }

        protected T identity(T value) {
            return value;
        }

        @Override
        public String toString() {
            return "base";
        }
    }

    interface Named {
        @AsyncFn
        default String name(Trace t, String value) throws IOException {
            return "named " + await(t.leaf("named", value));
        }

        default String plain(Object... parts) {
            return "plain of named " + parts.length;
        }
    }

    static class Below extends Base<String> implements Named {
        int field = 2;

        @AsyncFn
        @Override
        public String name(Trace t, String value) throws IOException {
            String first = await(super.name(t, "first " + value));
            return "below(" + first + ", " + super.name(t, value) + ", " + Named.super.name(t, value) + ")";
        }

        @AsyncFn
        @Override
        <R> R generic(Trace t, R value) {
            R first = super.generic(t, value);
            return super.<R>generic(t, first);
        }

        @AsyncFn
        @Override
        void effect(Trace t) {
            super.effect(t);
            await(t.tick("effect of below"));
            super.effect(t);
        }

        @Override
        public String plain(Object... parts) {
            return "plain of below";
        }

        @Override
        void failing(Trace t) {
            t.log("failing of below");
        }

        @Override
        protected String identity(String value) {
            return "not " + value;
        }

        @Override
        public String toString() {
            return "below";
        }

        @AsyncFn
        String ordinary(Trace t) throws IOException {
            List<String> found = new ArrayList<>();
            found.add(super.toString() + super.plain("a", 1) + Named.super.plain(t, t, t));
            found.add(super.identity(await(t.leaf("identity", "identity"))).trim());
            found.add("" + (super.hashCode() == System.identityHashCode(this)) + super.finalFn(t));
            Supplier<String> reference = super::toString;
            Function<Object[], String> varargs = Below.super::plain;
            Supplier<String> lambda = () -> super.plain() + super.field + Below.super.toString();
            found.add(reference.get() + varargs.apply(new Object[] {1, 2}) + lambda.get());
            found.add(new Object() {
                @Override
                public String toString() {
                    return "anonymous " + Below.super.toString() + Below.super.field;
                }
            }.toString());
            super.field += 10;
            super.field++;
            found.add(super.field + " " + field + super.shared);
            try {
                super.failing(t);
            } catch (IOException e) {
                found.add(e.getMessage());
            }
            return found.toString();
        }

        class Inner extends Base<Integer> {
            @AsyncFn
            @Override
            String name(Trace t, Integer value) throws IOException {
                return super.name(t, value) + Below.super.name(t, "outer") + await(Below.this.name(t, "this"));
            }

            @AsyncFn
            String plainOfOuter(Trace t) {
                await(t.tick("outer"));
                return Below.super.plain(1) + super.plain(2) + plain(3) + Below.super.field + super.field;
            }
        }
    }

    @Case
    @AsyncFn
    static List<Object> supers(Trace t) throws IOException {
        Base<String> below = new Below();
        List<Object> found = new ArrayList<>();
        found.add(below.name(t, "value"));
        Integer generic = below.generic(t, 5);
        found.add(generic);
        below.effect(t);
        found.add(new Below().ordinary(t));
        found.add(await(new Below().new Inner().name(t, 7)));
        found.add(await(new Below().new Inner().plainOfOuter(t)));
        return found;
    }

    /** An interface, whose {@code super} is that of another one. */
    interface Louder extends Named {
        @AsyncFn
        @Override
        default String name(Trace t, String value) throws IOException {
            return Named.super.name(t, value).toUpperCase() + Named.super.plain(1) + await(t.leaf("louder", "!"));
        }

        @Override
        default String plain(Object... parts) {
            return "plain of louder";
        }
    }

    @Case
    @AsyncFn
    static String superinterfaces(Trace t) throws IOException {
        Named louder = new Louder() {};
        return await(louder.name(t, "quiet"));
    }

    /** Members that only subclasses see, of a class in another package. */
    static class OfOtherPackage extends Above {
        @AsyncFn
        @Override
        protected String hello(Trace t) {
            return super.hello(t) + super.plain(t) + super.count + await(t.leaf("hello", "!"));
        }

        @Override
        protected String plain(Trace t) {
            return "hidden";
        }

        @AsyncFn
        String next(Trace t) {
            super.count = 5;
            super.count++;
            await(t.tick("next"));
            Supplier<String> later = () -> super.plain(t);
            return later.get() + super.count;
        }
    }

    @Case
    @AsyncFn
    static String otherPackages(Trace t) {
        OfOtherPackage object = new OfOtherPackage();
        return object.hello(t) + object.next(t) + await(object.hello(t));
    }
}
