package bodies.owners;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Inner objects that are created in the instance of an anonymous class, from classes inside of it. */
class InnerOfAnonymous {
    final String id;
    final Trace trace;

    InnerOfAnonymous(Trace trace) {
        this(trace, "outer");
    }

    InnerOfAnonymous(Trace trace, String id) {
        this.trace = trace;
        this.id = id;
    }

    class In {
        String v = "in " + id;

        private In() {}

        private In(int i) {
            v += i;
        }

        @Override
        public String toString() {
            return v;
        }
    }

    Object make() {
        return "none";
    }

    String self() {
        return "self of " + id;
    }

    @Case
    @AsyncFn
    final String inAnAnonymousClass(Trace t) {
        InnerOfAnonymous sub = new InnerOfAnonymous(t, "sub") {
            @Override
            Object make() {
                return new Object() {
                    Object made = new In();
                }.made;
            }
        };
        await(t.tick("t"));
        return "" + sub.make() + sub.self();
    }

    @Case
    @AsyncFn
    final String inALocalClass(Trace t) {
        InnerOfAnonymous sub = new InnerOfAnonymous(t, "sub") {
            @Override
            Object make() {
                class Maker {
                    Object first = new In(1);
                    Supplier<In> second = In::new;
                    IntFunction<In> third = In::new;

                    String self() {
                        return "" + first + second.get() + third.apply(3);
                    }
                }
                return new Maker().self() + new In(4);
            }
        };
        await(t.tick("t"));
        return "" + sub.make() + new In(5) + sub.new In(6);
    }

    @Case
    @AsyncFn
    final String threeDeep(Trace t) {
        Object made = new InnerOfAnonymous(t, "first") {
            @Override
            Object make() {
                return new InnerOfAnonymous(t, "second") {
                    @Override
                    Object make() {
                        return new Object() {
                            Object get() {
                                return new Object() {
                                    Object made = new In(7);
                                }.made;
                            }
                        }.get();
                    }
                }.make() + "" + new In(8);
            }
        }.make();
        await(t.tick("t"));
        return "" + made;
    }
}
