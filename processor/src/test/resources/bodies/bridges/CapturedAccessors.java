package bodies.bridges;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Private members whose types have wildcards, as arguments of what is inferred: the accessor's own type arguments must not be. */
final class CapturedAccessors {
    private CapturedAccessors() {}

    record Made<R, I>(Supplier<? extends R> resource, Function<? super R, ? extends Supplier<I>> use) {
        I get() {
            return use.apply(resource.get()).get();
        }
    }

    static <R, I> Made<R, I> made(Supplier<? extends R> resource, Function<? super R, ? extends Supplier<I>> use) {
        return new Made<>(resource, use);
    }

    static final class Resource<R, I> {
        private final R value;
        private final Function<? super R, ? extends Supplier<I>> use;

        Resource(R value, Function<? super R, ? extends Supplier<I>> use) {
            this.value = value;
            this.use = use;
        }

        private Function<? super R, ? extends Supplier<I>> use() {
            return use;
        }

        @AsyncFn
        List<I> field(Trace t) {
            return await(t.stage("s", List.of(value).stream()))
                    .map(each -> made(() -> each, use).get())
                    .toList();
        }

        @AsyncFn
        List<I> fieldOfThis(Trace t) {
            return await(t.stage("s", List.of(value).stream()))
                    .map(each -> made(() -> each, (this.use)).get())
                    .toList();
        }

        @AsyncFn
        List<I> method(Trace t) {
            return await(t.stage("s", List.of(value).stream()))
                    .map(each -> made(() -> each, use()).get())
                    .toList();
        }

        @AsyncFn
        List<I> diamond(Trace t) {
            return await(t.stage("s", List.of(value).stream()))
                    .map(each -> new Made<>(() -> each, this.use()).get())
                    .toList();
        }

        static class Kept<R, I> {
            final Function<? super R, ? extends Supplier<I>> kept;

            Kept(Function<? super R, ? extends Supplier<I>> kept) {
                this.kept = kept;
            }
        }

        @AsyncFn
        List<I> superConstructor(Trace t) {
            class Below extends Kept<R, I> {
                Below() {
                    super(Resource.this.use);
                }
            }
            Kept<R, I> below = await(t.stage("b", new Below()));
            return List.of(below.kept.apply(value).get());
        }

        @AsyncFn
        List<I> choice(Trace t, boolean first) {
            return await(t.stage("s", List.of(value).stream()))
                    .map(each -> made(() -> each, first ? use : use()).get())
                    .toList();
        }
    }

    private static Resource<String, Integer> resource() {
        return new Resource<>("abc", s -> s::length);
    }

    @Case
    @AsyncFn
    static String field(Trace t) {
        return await(resource().field(t)) + "";
    }

    @Case
    @AsyncFn
    static String fieldOfThis(Trace t) {
        return await(resource().fieldOfThis(t)) + "";
    }

    @Case
    @AsyncFn
    static String method(Trace t) {
        return await(resource().method(t)) + "";
    }

    @Case
    @AsyncFn
    static String diamond(Trace t) {
        return await(resource().diamond(t)) + "";
    }

    @Case
    @AsyncFn
    static String superConstructor(Trace t) {
        return await(resource().superConstructor(t)) + "";
    }

    @Case
    @AsyncFn
    static String choice(Trace t) {
        return await(resource().choice(t, true)) + "" + await(resource().choice(t, false));
    }
}
