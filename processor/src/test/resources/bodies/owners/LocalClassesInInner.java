package bodies.owners;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.function.Supplier;

/** Classes in async fns of inner classes, which have no type parameters of their own but see those of the classes around them. */
final class LocalClassesInInner {
    private LocalClassesInInner() {}

    static class Outer<T extends Comparable<T>> {
        final Trace t;
        private final T val;

        Outer(Trace t, T val) {
            this.t = t;
            this.val = val;
        }

        class Base {
            T base = val;
        }

        class Deep {
            private int z = 1;

            @AsyncFn
            String field() {
                class L {
                    T tt = val;
                }
                L l = new L();
                await(t.tick("t"));
                return "" + l.tt;
            }

            @AsyncFn
            String parameter(T p) {
                class L {
                    T tt = p;
                }
                var l = new L();
                await(t.tick("t"));
                return "" + l.tt.compareTo(val);
            }

            @AsyncFn
            String fieldOfTheInnerClass() {
                class L {
                    int y = z;
                }
                L l = new L();
                z = await(t.leaf("z", 7));
                return "" + l.y + z;
            }

            @AsyncFn
            String anonymous(T p) {
                var l = new Object() {
                    int y = z;
                    T q = p;
                };
                await(t.tick("t"));
                return l.y + "" + l.q.compareTo(p);
            }

            @AsyncFn
            String loop(List<T> all) {
                class L {
                    String join() {
                        String s = "";
                        for (T x : all) {
                            s += x.compareTo(val);
                        }
                        return s;
                    }
                }
                L l = new L();
                await(t.tick("t"));
                return l.join();
            }

            @AsyncFn
            String block(T p) {
                Future<String> block = async(() -> {
                    class L {
                        T tt = p;
                        int y = z;
                    }
                    L l = new L();
                    await(t.tick("t"));
                    return "" + l.tt + l.y;
                });
                return await(block);
            }

            @AsyncFn
            String subclass() {
                class L extends Base {
                    int y = z;
                }
                L l = new L();
                await(t.tick("t"));
                return "" + l.base.compareTo(val) + l.y;
            }

            @AsyncFn
            String membersOfClasses(T p) {
                class L {
                    T tt = p;

                    record R(int a) {}

                    class In {
                        T more = tt;
                    }

                    R r() {
                        return new R(2);
                    }
                }
                L.In in = new L().new In();
                var r = new L().r();
                await(t.tick("t"));
                return r.a() + "" + in.more;
            }

            @AsyncFn
            String repeated(T p) {
                String s = "";
                {
                    class L {
                        T tt = p;
                    }
                    L l = new L();
                    await(t.tick("t"));
                    s += l.tt;
                }
                {
                    class L {
                        int y = 3;
                    }
                    L l = new L();
                    await(t.tick("u"));
                    s += l.y;
                }
                return s;
            }

            class Deeper {
                @AsyncFn
                String both(T p) {
                    class L {
                        T tt = p;
                        T vv = val;
                        int y = z;
                    }
                    L l = new L();
                    await(t.tick("t"));
                    return "" + l.tt + l.vv + l.y;
                }
            }
        }

        class Mid<U> {
            class Deepest {
                @AsyncFn
                String all(T p, List<U> us) {
                    class L {
                        T tt = p;
                        List<U> list = us;

                        U first() {
                            return list.get(0);
                        }
                    }
                    L l = new L();
                    U u = l.first();
                    await(t.tick("t"));
                    return "" + l.tt + u + l.first();
                }
            }
        }

        static class Fixed {
            @AsyncFn
            static String staticOfNested(Trace t, int n) {
                class L {
                    int y = n;
                }
                L l = new L();
                await(t.tick("t"));
                return "" + l.y;
            }
        }

        @AsyncFn
        static String staticOfGeneric(Trace t, int n) {
            class L {
                int y = n;

                record R(int a) {}
            }
            class Free {
                static int count = 4;
                int x = 2;
            }
            L l = new L();
            Free free = new Free();
            L.R r = new L.R(5);
            await(t.tick("t"));
            return "" + l.y + free.x + Free.count + r;
        }

        @AsyncFn
        static String exceptionOfStatic(Trace t, int n) {
            Supplier<RuntimeException> thrown = () -> {
                class Refused extends RuntimeException {
                    final int code = n;

                    @Override
                    public String getMessage() {
                        return "code " + code;
                    }
                }
                return new Refused();
            };
            RuntimeException refused = thrown.get();
            await(t.tick("t"));
            try {
                throw refused;
            } catch (RuntimeException e) {
                return e.getMessage();
            }
        }
    }

    @Case
    @AsyncFn
    static String ofAField(Trace t) {
        return new Outer<>(t, "v").new Deep().field();
    }

    @Case
    @AsyncFn
    static String ofAParameter(Trace t) {
        return new Outer<>(t, 3).new Deep().parameter(4);
    }

    @Case
    @AsyncFn
    static String ofAFieldOfTheInnerClass(Trace t) {
        return new Outer<>(t, "v").new Deep().fieldOfTheInnerClass();
    }

    @Case
    @AsyncFn
    static String anonymousOne(Trace t) {
        return new Outer<>(t, "v").new Deep().anonymous("w");
    }

    @Case
    @AsyncFn
    static String withALoop(Trace t) {
        return new Outer<>(t, 2).new Deep().loop(List.of(1, 2, 3));
    }

    @Case
    @AsyncFn
    static String inABlock(Trace t) {
        return new Outer<>(t, 2).new Deep().block(5);
    }

    @Case
    @AsyncFn
    static String subclassOfAnInnerClass(Trace t) {
        return new Outer<>(t, 2).new Deep().subclass();
    }

    @Case
    @AsyncFn
    static String withMembers(Trace t) {
        return new Outer<>(t, 2).new Deep().membersOfClasses(6);
    }

    @Case
    @AsyncFn
    static String ofOneNameTwice(Trace t) {
        return new Outer<>(t, 2).new Deep().repeated(6);
    }

    @Case
    @AsyncFn
    static String twoLevelsOfInnerClasses(Trace t) {
        return new Outer<>(t, 'a').new Deep().new Deeper().both('b');
    }

    @Case
    @AsyncFn
    static String typeParametersOfTwoClassesAround(Trace t) {
        return new Outer<>(t, 'a').new Mid<String>().new Deepest().all('b', List.of("c"));
    }

    @Case
    @AsyncFn
    static String staticFnsSeeNoTypeParameters(Trace t) {
        return Outer.Fixed.staticOfNested(t, 1) + Outer.staticOfGeneric(t, 2);
    }

    @Case
    @AsyncFn
    static String staticFnsDeclareExceptionsInLambdas(Trace t) {
        return Outer.exceptionOfStatic(t, 3);
    }
}
