package bodies.syntax.java25;

import module java.base;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Code before a constructor's call of another one, module imports, Markdown in comments. */
final class Newest {
    private final int given;
    private final Trace t;

    Newest(Trace t) {
        int computed = 2 * 3;
        if (t == null) throw new IllegalArgumentException();
        this.given = computed;
        super();
        this.t = t;
    }

    /// Doubles what it is _given_, **twice**.
    @AsyncFn
    int doubled() {
        /// no doc comment
        return given + await(t.leaf("given", given));
    }

    @Case
    @AsyncFn
    String moduleImports() {
        List<Integer> list = new ArrayList<>(List.of(doubled()));
        Function<Integer, Stream<Integer>> f = Stream::of;
        list.add(await(t.leaf("n", 3)));
        return list.stream().flatMap(f).map(String::valueOf).collect(Collectors.joining(","));
    }

    @Case
    @AsyncFn
    int flexibleConstructorsOfLocalClasses() {
        int n = await(t.leaf("n", 5));
        class Base {
            final int size;

            Base(int size) {
                this.size = size;
                overridden();
            }

            void overridden() {}
        }
        class Local extends Base {
            final int early;
            int seen;

            Local(int z) {
                int k = z + n;
                if (k < 0) throw new IllegalArgumentException();
                early = k;
                super(k * 2);
            }

            Local() {
                var x = n;
                this(x);
            }

            @Override
            void overridden() {
                seen = early;
            }
        }
        Local one = new Local(await(t.leaf("z", 1)));
        Local other = new Local();
        return one.size + one.early * 10 + other.early * 100 + other.size + other.seen * 1000;
    }
}
