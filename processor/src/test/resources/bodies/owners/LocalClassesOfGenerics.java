package bodies.owners;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

/** Local classes that live across awaits, where a generic class is around them, and their own members. */
final class LocalClassesOfGenerics {
    private LocalClassesOfGenerics() {}

    static final class Owner<K> {
        private final K k;

        Owner(K k) {
            this.k = k;
        }

        @AsyncFn
        <V> String ofMethod(Trace t, V v) {
            class Pair<W> {
                K key = k;
                V value = v;
                W other;

                class In {
                    String all() {
                        return key + "" + value + other;
                    }
                }

                In in() {
                    return new In();
                }
            }
            class Plain {
                class Deep<D> {
                    D d;
                    K key = k;
                }
            }
            var pair = new Pair<List<V>>();
            pair.other = await(t.leaf("other", List.of(v)));
            Pair<List<V>>.In in = pair.in();
            Plain.Deep<K> deep = new Plain().new Deep<>();
            deep.d = k;
            await(t.tick("t"));
            return in.all() + pair.in().all() + deep.d + deep.key;
        }
    }

    static class Outer<A> {
        A a;

        Outer(A a) {
            this.a = a;
        }

        class In {
            A b = a;

            class Deep<Q> {
                A d = a;
                Q q;
            }
        }

        In in() {
            return new In();
        }
    }

    @Case
    @AsyncFn
    static String genericOwner(Trace t) {
        return new Owner<>(5).ofMethod(t, 'v');
    }

    @Case
    @AsyncFn
    static String membersOfALocalClassThatCaptures(Trace t) {
        int n = await(t.leaf("n", 3));
        class Local {
            int m = n;

            record R(int a) {}

            enum E {
                A,
                B
            }

            class In {
                int sum = m + n;
            }
        }
        Local.R r = new Local.R(3);
        var e = Local.E.B;
        Local.In in = new Local().new In();
        await(t.tick("t"));
        for (Local.E x : Local.E.values()) {
            await(t.leaf("e", x));
            e = x;
        }
        return r + "" + e + in.sum;
    }

    @Case
    @AsyncFn
    static int innerClassOfACapturedWildcard(Trace t) {
        Outer<? extends Number> outer = await(t.leaf("outer", new Outer<>(4)));
        var in = outer.new In();
        var deep = in.new Deep<List<?>>();
        Outer<?>.In other = new Outer<>("x").in();
        var list = List.of(outer.in());
        await(t.tick("t"));
        int sum = in.b.intValue() + deep.d.intValue() + other.b.toString().length();
        for (var each : list) {
            await(t.tick("u"));
            sum += each.b.intValue();
        }
        return deep.q == null ? sum : 0;
    }
}
