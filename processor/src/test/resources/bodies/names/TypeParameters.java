package bodies.names;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Type parameters with the names of classes and packages that generated code uses itself. */
final class TypeParameters {
    private TypeParameters() {}

    static final class Res implements AutoCloseable {
        private final Trace t;

        Res(Trace t) {
            this.t = t;
        }

        @java.lang.Override
        public void close() {
            t.log("close");
        }
    }

    private static <X> X identity(X x) {
        return x;
    }

    static int twice(int n) {
        return 2 * n;
    }

    @AsyncFn
    static <Object> Object object(Trace t, Object o) {
        return await(t.leaf("o", o));
    }

    @AsyncFn
    static <Throwable> Throwable throwable(Trace t, Throwable o) {
        try (Res res = await(t.leaf("res", new Res(t)));
                Res plain = new Res(t)) {
            t.log(res == plain ? "same" : "two");
            return await(t.leaf("o", o));
        } finally {
            await(t.tick("finally"));
        }
    }

    @Case
    @AsyncFn
    static String ofTheTop(Trace t) {
        return await(object(t, "a")) + await(throwable(t, "b"));
    }

    @AsyncFn
    static <Object, Throwable, String, Exception, Error, Override, RuntimeException, AssertionError, Float, Objects>
            String ofLang(
                    Trace t,
                    Object a,
                    Throwable b,
                    String c,
                    Exception d,
                    Error e,
                    Override f,
                    RuntimeException g,
                    AssertionError h,
                    Float i,
                    Objects j) {
        Object o = a;
        final float nan = java.lang.Float.NaN;
        java.lang.String text = "" + o + await(t.leaf("b", b));
        text += await(t.leaf("d", d));
        assert text != await(t.leaf("none", "")) : await(t.leaf("message", e));
        try (Res res = await(t.leaf("res", new Res(t)))) {
            t.log((res != null) + "" + nan + f + g + h + i);
            List<? super Objects> list = new ArrayList<Objects>(List.of(j));
            for (java.lang.Object each : list) {
                text += await(t.leaf("each", each));
            }
            throw new java.lang.RuntimeException(text);
        } catch (java.lang.RuntimeException caught) {
            t.log(caught.getMessage().length() + "");
            await(t.tick("catch"));
            return c;
        } finally {
            await(t.tick("finally"));
        }
    }

    @Case
    @AsyncFn
    static String allOfLang(Trace t) {
        return await(ofLang(t, 1, 2, "three", 4, 5, 6, 7, 8, 9, 10)) + await(t.leaf("x", "x"));
    }

    @AsyncFn
    static <State, Poll, Future, Context, Waker, Traced, Dropped, Bridge, GeneratedFuture, TypeParametersAsync>
            State generated(
                    Trace t,
                    State a,
                    Poll b,
                    Future c,
                    Context d,
                    Waker e,
                    Traced f,
                    Dropped g,
                    Bridge h,
                    GeneratedFuture i,
                    TypeParametersAsync j) {
        State state = await(t.leaf("a", a));
        try {
            Poll poll = await(t.leaf("b", b));
            Future future = c;
            t.log("" + poll + await(t.leaf("c", future)) + d + e + f + g);
            Bridge bridge = identity(await(t.leaf("h", h)));
            t.log("" + bridge + i + await(t.leaf("j", j)));
        } finally {
            await(t.tick("finally"));
        }
        return state;
    }

    @Case
    @AsyncFn
    static String ofTheGeneratedClasses(Trace t) {
        return await(generated(t, "a", 2, 3, 4, 5, 6, 7, 8, 9, 10));
    }

    @AsyncFn
    static <java, dev, bodies> java packages(Trace t, java a, dev b, bodies c) {
        java first = identity(await(t.leaf("a", a)));
        List<dev> list = new ArrayList<dev>(await(t.leaf("b", List.of(b))));
        t.log(list + "" + twice(3));
        bodies[] array = await(t.leaf("c", null));
        t.log(array == null ? "none" : "some");
        return first;
    }

    @Case
    @AsyncFn
    static String ofPackages(Trace t) {
        return await(packages(t, "a", 2, 3));
    }

    @AsyncFn
    static <
                    Object extends Comparable<Object>,
                    String extends List<? super Object>,
                    Exception extends java.lang.Exception & Comparable<? extends Number>>
            Object bounds(Trace t, Object o, String s, Class<Exception> type) throws Exception {
        Object[] array = await(t.leaf("array", null));
        List<Object> list = new ArrayList<Object>();
        list.add(await(t.leaf("o", o)));
        for (Object each : list) {
            Object same = TypeParameters.<Object>identity(await(t.leaf("each", each)));
            Function<Object, Object> f = (Object x) -> {
                Object y = x;
                return y;
            };
            s.add(f.apply(same));
        }
        if (o.compareTo(await(t.leaf("same", o))) != 0 || array != null) {
            throw await(t.<Exception>leaf("none", null));
        }
        return await(t.leaf("result", TypeParameters.<Object>identity(o)));
    }

    @Case
    @AsyncFn
    static int inBoundsAndBodies(Trace t) throws Exception {
        List<Integer> list = new ArrayList<>();
        return await(TypeParameters.<Integer, List<Integer>, None>bounds(t, 4, list, None.class)) + list.size();
    }

    abstract static class None extends Exception implements Comparable<Integer> {
        private static final long serialVersionUID = 1L;
    }

    static final class Outer<Object, String> {
        final class Inner<Throwable> {
            private Throwable failure;
            private Object value;

            Inner(Throwable failure, Object value) {
                this.failure = failure;
                this.value = value;
            }

            private Throwable swap(Object o) {
                value = o;
                return failure;
            }

            @AsyncFn
            Throwable run(Trace t, String s) {
                try {
                    Object o = await(t.leaf("value", value));
                    java.lang.String text = "s" + await(t.leaf("s", s));
                    t.log(text);
                    return swap(o);
                } finally {
                    failure = await(t.leaf("failure", failure));
                }
            }
        }
    }

    @Case
    @AsyncFn
    static String ofClassAndOuterClass(Trace t) {
        return await(new Outer<Integer, String>().new Inner<String>("failure", 2).run(t, "s"));
    }

    static final class Same<A, A_2> {
        private final A a;

        Same(A a) {
            this.a = a;
        }

        final class Inner<A> {
            private A b;

            Inner(A b) {
                this.b = b;
            }

            private A swap(A with) {
                A old = b;
                b = with;
                return old;
            }

            @AsyncFn
            String ofInner(Trace t, A x, A_2 y) {
                A z = swap(await(t.leaf("x", x)));
                return "" + a + z + b + await(t.leaf("y", y));
            }

            @AsyncFn
            <A> String ofMethod(Trace t, A x, A_2 y) {
                A z = await(t.leaf("x", x));
                return "" + a + z + b + await(t.leaf("y", y));
            }
        }
    }

    @Case
    @AsyncFn
    static String hiddenTwice(Trace t) {
        return await(new Same<String, Integer>("a").new Inner<Long>(1L).ofInner(t, 2L, 3))
                + await(new Same<String, Integer>("a").new Inner<Long>(1L).ofMethod(t, "x", 4));
    }

    @Case
    @AsyncFn
    static <Throwable> String ofLocalClasses(Trace t) {
        class Local<TypeParameters, String> {
            final TypeParameters a;
            final String b;

            Local(TypeParameters a, String b) {
                this.a = a;
                this.b = b;
            }

            <Object> Object same(Object o, Throwable none) {
                return o;
            }
        }
        Local<Integer, Long> local = new Local<>(1, 2L);
        Throwable none = await(t.leaf("none", null));
        return "" + local.a + local.b + await(t.leaf("local", local)).same("o", none);
    }
}
