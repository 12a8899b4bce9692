package bodies.blocks;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Async blocks of references whose receiver is evaluated when the block is created, once, and then must not be null (JLS 15.13.3). */
final class BlockReferences {
    private static Source<Integer> shared;
    private Source<String> source;
    Source<?> any;
    private final Trace t;

    BlockReferences(Trace t) {
        this.t = t;
    }

    /** Of a value, after a wait. */
    static final class Source<T> {
        private final Trace t;
        private final T value;
        Source<T> next;

        Source(Trace t, T value) {
            this.t = t;
            this.value = value;
            t.log("new source of " + value);
        }

        Source<T> self() {
            t.log("self of " + value);
            return this;
        }

        @AsyncFn
        T load() {
            t.log("load " + value);
            return await(t.leaf("wait for " + value, value));
        }
    }

    private Source<String> made(String name) {
        t.log("made " + name);
        return new Source<>(t, name);
    }

    @Case
    @AsyncFn
    String ofFields() {
        source = new Source<>(t, "first");
        source.next = new Source<>(t, "next");
        Future<String> simple = async(source::load);
        Future<String> qualified = async(this.source::load);
        Future<String> longer = async(source.next::load);
        source = null;
        return await(simple) + await(qualified) + await(longer);
    }

    @Case
    @AsyncFn
    static int ofStaticFields(Trace t) {
        shared = new Source<>(t, 1);
        var simple = async(shared::load);
        var qualified = async(BlockReferences.shared::load);
        shared = null;
        await(t.tick("between"));
        return await(simple) + await(qualified);
    }

    @Case
    @AsyncFn
    Object ofWildcards() {
        any = new Source<>(t, "any");
        Source<? extends CharSequence> local = new Source<>(t, "local");
        var some = async(local::load);
        return await(async(any::load)) + ", " + await(some).length();
    }

    @Case
    @AsyncFn
    String ofExpressions() {
        Future<String> call = async(made("call")::load);
        Future<String> creation = async(new Source<>(t, "creation")::load);
        Future<String> enclosed = async((made("enclosed"))::load);
        Source<String> none = await(t.leaf("none", null));
        Future<String> choice = async((none == null ? made("choice") : none)::load);
        t.log("nothing has run");
        return await(choice) + await(enclosed) + await(creation) + await(call);
    }

    @Case
    @AsyncFn
    String inABlock() {
        source = await(t.leaf("source", new Source<>(t, "outer")));
        Source<String> local = made("local");
        local.next = made("next");
        Future<String> outer = async(() -> {
            Future<String> inner = async(local.next::load);
            await(t.tick("in the block"));
            return await(inner) + await(async(source::load));
        });
        return await(outer);
    }

    @Case
    @AsyncFn
    String ofNull() {
        source = await(t.leaf("none", null));
        try {
            Future<String> never = async(source::load);
            t.log("not reached");
            return await(never);
        } catch (NullPointerException e) {
            return await(t.leaf("caught", "checked where it is made"));
        }
    }

    @AsyncFn
    private Source<String> fetched(String name) {
        t.log("fetching " + name);
        return await(t.leaf("fetched " + name, new Source<>(t, name)));
    }

    /** The await is of the fn, where the block is created. */
    @Case
    @AsyncFn
    String ofAwaits() {
        Future<String> awaited = async(await(t.leaf("a", made("awaited")))::load);
        var direct = async(fetched("direct")::load);
        Future<String> selected = async(await(fetched("selected")).self()::load);
        Source<?>[] all = {made("zero"), made("one")};
        Future<?> element = async(all[await(t.leaf("index", 1))]::load);
        t.log("nothing has run");
        return await(element) + await(selected) + await(direct) + await(awaited);
    }

    @Case
    @AsyncFn
    String ofAwaitsAmongOperands() {
        String both = first(await(t.leaf("left", "left")), async(fetched("middle")::load), made("right"));
        Future<String> in = async(() -> await(async(await(fetched("in")).self()::load)) + await(async(fetched("block")::load)));
        return both + await(in);
    }

    private static String first(String left, Future<String> middle, Source<String> right) {
        return left + right.value;
    }

    @Case
    @AsyncFn
    String ofAnAwaitedNull() {
        try {
            Future<String> never = async(await(t.leaf("none", source))::load);
            t.log("not reached");
            return await(never);
        } catch (NullPointerException e) {
            return await(t.leaf("caught", "checked after the wait"));
        }
    }
}
