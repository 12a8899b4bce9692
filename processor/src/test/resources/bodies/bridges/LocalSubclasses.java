package bodies.bridges;

import static dev.asyncfn.Async.await;

import bodies.bridges.lib.Names;
import bodies.bridges.lib.Shelf;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.function.Supplier;

/** Classes of the body that inherit protected members from another package: they reach them by themselves. */
final class LocalSubclasses extends Names<String> {
    private int own = 3;

    LocalSubclasses(Trace t) {
        super(t);
    }

    @Case
    @AsyncFn
    static String anonymousClass(Trace t) {
        Shelf<String, Integer> shelf = new Shelf<>(t) {
            @Override
            protected void refuse(Integer value) {
                first = value + 1;
                this.first++;
                this.put("k", first);
                super.put("l", this.first + made);
                made++;
                Supplier<List<Integer>> s = () -> this.all;
                t.log("all " + s.get() + this.keep(5, s.get()) + join(1, 2));
            }

            @Override
            public String toString() {
                java.util.function.BiFunction<String, Integer, Integer> f = this::put;
                java.util.function.BiFunction<String, Integer, Integer> g = super::put;
                return f.apply("m", 8) + "" + g.apply("n", 9) + this.first + twice("x");
            }
        };
        await(t.tick("t"));
        try {
            var refused = shelf.toString();
            return refused + await(t.leaf("s", 1));
        } finally {
            t.log("end");
        }
    }

    @Case
    @AsyncFn
    static String localClass(Trace t) {
        class Local extends Names<Integer> {
            Local(Trace t) {
                super(t);
            }

            String all(Local other) {
                other.first = List.of(1);
                other.put("k", List.of(2));
                Local.this.first = other.first;
                class Deeper {
                    int size() {
                        return first.size() + Local.this.put("d", List.of()).size() + fill("v");
                    }
                }
                return new Deeper().size() + " " + this.all + other.all + other.first;
            }
        }
        Local a = new Local(t);
        Local b = new Local(await(t.leaf("t", t)));
        return a.all(b) + await(t.leaf("end", "."));
    }

    /** The class around the body inherits them too, and so does the local class: each its own. */
    @Case
    @AsyncFn
    String bothInherit() {
        first = await(t.leaf("first", List.of("outer")));
        LocalSubclasses outer = this;
        class Local extends Shelf<String, Integer> {
            Local() {
                super(LocalSubclasses.this.t);
            }

            @Override
            protected void refuse(Integer value) {
                first = value;
                LocalSubclasses.this.first = List.of("set");
                outer.put("k", List.of("put"));
                own++;
            }

            String show() {
                refuse(4);
                return first + " " + outer.first + outer.all + own;
            }
        }
        await(t.tick("t"));
        return new Local().show() + first + this.all;
    }
}
