package bodies.calls;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.function.Supplier;

/** Calls whose descriptors come from the types of what is passed, and from the cast around (JLS 15.12.3). */
final class PolymorphicSignatures {
    private int count = 3;
    private String text = "t";
    private final long[] longs = {1, 2, 3};

    private static final MethodHandle NONE = find("none", MethodType.methodType(String.class));
    private static final MethodHandle JOIN =
            find("join", MethodType.methodType(String.class, String.class, int.class, Object.class));
    private static final MethodHandle BOXED =
            find("boxed", MethodType.methodType(Object.class, Integer.class, List.class));
    private static final MethodHandle WIDE = find("wide", MethodType.methodType(long.class, long.class, char.class));
    private static final MethodHandle RUN = find("run", MethodType.methodType(void.class, Trace.class, String.class));
    private static final MethodHandle MANY = find("many", MethodType.methodType(String.class, Object[].class));
    private static final VarHandle COUNT = field("count", int.class);
    private static final VarHandle TEXT = field("text", String.class);
    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle TOTAL = total();
    private static int total = 5;

    private static MethodHandle find(String name, MethodType type) {
        try {
            return MethodHandles.lookup().findStatic(PolymorphicSignatures.class, name, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static VarHandle field(String name, Class<?> type) {
        try {
            return MethodHandles.lookup().findVarHandle(PolymorphicSignatures.class, name, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static VarHandle total() {
        try {
            return MethodHandles.lookup().findStaticVarHandle(PolymorphicSignatures.class, "total", int.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static String none() {
        return "none";
    }

    static String join(String a, int b, Object c) {
        return a + b + c;
    }

    static Object boxed(Integer n, List<?> list) {
        return n + "" + list;
    }

    static long wide(long n, char c) {
        return n * c;
    }

    static void run(Trace t, String s) {
        t.log("run " + s);
    }

    static String many(Object... all) {
        return List.of(all) + "";
    }

    @Case
    @AsyncFn
    static String withoutArguments(Trace t) throws Exception {
        try {
            String s = (String) NONE.invokeExact();
            s += await(t.leaf("a", "a"));
            s += (String) NONE.invoke() + (String) await(t.leaf("handle", NONE)).invokeExact();
            return s + (int) TOTAL.get();
        } catch (Throwable e) {
            return "failed " + e;
        }
    }

    @Case
    @AsyncFn
    static String exactTypes(Trace t) {
        try {
            String s = (String) JOIN.invokeExact("x", 1, (Object) await(t.leaf("o", "o")));
            s += (String) JOIN.invokeExact(s, (int) await(t.leaf("n", 2)), (Object) s);
            s += (String) JOIN.invokeExact(await(t.leaf("y", "y")), s.length(), (Object) null);
            s += BOXED.invokeExact(await(t.leaf("boxed", 4)), List.of().isEmpty() ? null : (List<?>) null) == null;
            return s;
        } catch (Throwable e) {
            return "failed " + e;
        }
    }

    @Case
    @AsyncFn
    static String boxedValues(Trace t) {
        try {
            List<?> list = List.of(1);
            Object first = BOXED.invokeExact(await(t.leaf("n", 5)), (List) list);
            Object second = (Object) BOXED.invokeExact((Integer) 7, (List) await(t.leaf("list", List.of("l"))));
            return first + "" + second;
        } catch (Throwable e) {
            return "failed " + e;
        }
    }

    @Case
    @AsyncFn
    static String wrongTypesStayWrong(Trace t) {
        String s = "";
        try {
            s += (long) WIDE.invokeExact(2L, (char) await(t.leaf("c", 'c')));
            s += (long) WIDE.invokeExact(await(t.leaf("n", 3)), 'd');
        } catch (Throwable e) {
            s += e.getClass().getSimpleName() + e.getMessage();
        }
        try {
            Object o = WIDE.invokeExact(4L, (char) await(t.leaf("c", 'c')));
            s += o;
        } catch (Throwable e) {
            s += e.getMessage();
        }
        return s;
    }

    @Case
    @AsyncFn
    static String adapted(Trace t) {
        try {
            long wide = (long) WIDE.invoke(await(t.leaf("n", 3)), 'd');
            Object all = MANY.invoke(await(t.leaf("a", "a")), 2, 'c');
            Object none = MANY.invoke();
            Object array = MANY.invoke(new Object[] {await(t.leaf("b", "b"))});
            Object list = MANY.invokeWithArguments(1, await(t.leaf("i", 2)));
            return "" + wide + all + none + array + list + JOIN.invoke("s", (short) await(t.leaf("s", (short) 1)), null);
        } catch (Throwable e) {
            return "failed " + e;
        }
    }

    @Case
    @AsyncFn
    static String statements(Trace t) {
        try {
            RUN.invokeExact(t, await(t.leaf("s", "s")));
            for (int i = 0; i < 2; RUN.invokeExact(t, "update"), i++) await(t.tick("body"));
            if (total > 0) RUN.invokeExact(t, "kept");
            Runnable later = () -> {
                try {
                    RUN.invokeExact(t, "in a lambda");
                } catch (Throwable e) {
                    t.log("failed " + e);
                }
            };
            later.run();
            NONE.invoke();
            await(t.tick("end"));
            return "done";
        } catch (Throwable e) {
            return "failed " + e;
        }
    }

    @AsyncFn
    private String fields(Trace t) {
        int before = (int) COUNT.getAndAdd(this, await(t.leaf("n", 2)).intValue());
        boolean set = COUNT.compareAndSet(this, 5, (int) await(t.leaf("seven", 7)));
        COUNT.setVolatile(this, count + (int) await(t.leaf("one", 1)));
        String old = (String) TEXT.getAndSet(this, await(t.leaf("text", "new")));
        TEXT.set(await(t.leaf("self", this)), text + old);
        LONGS.set(longs, await(t.leaf("i", 1)).intValue(), 9L);
        long sum = (long) LONGS.get(longs, 1) + (long) LONGS.getAndAdd(longs, 2, (long) await(t.leaf("l", 4L)));
        return before + "" + set + count + text + sum + longs[2];
    }

    @Case
    @AsyncFn
    static String variables(Trace t) {
        return new PolymorphicSignatures().fields(t);
    }

    @Case
    @AsyncFn
    static int onlyInts(Trace t) {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            try {
                sum += await(t.leaf("i", i));
                sum += (int) TOTAL.getAndAdd(await(t.leaf("j", i)).intValue());
                TOTAL.set(5);
                Object boxed = BOXED.invokeExact(await(t.leaf("k", i)), (List) null);
                sum += boxed.toString().length();
            } catch (Throwable e) {
                t.log("failed " + e);
            }
        }
        return sum;
    }

    @Case
    @AsyncFn
    static String inABlock(Trace t) {
        String captured = "c";
        var block = async(() -> {
            try {
                String s = (String) JOIN.invokeExact(captured, 1, (Object) await(t.leaf("o", "o")));
                return s + (String) NONE.invokeExact();
            } catch (Throwable e) {
                return "failed " + e;
            }
        });
        return await(block);
    }

    @AsyncFn
    static <T extends CharSequence> String generic(Trace t, T value, Supplier<? extends T> more) {
        try {
            Object kept = MANY.invoke(value, await(t.leaf("m", more.get())), more.get());
            return kept + (String) JOIN.invoke((String) value, 1, (T) await(t.leaf("v", value)));
        } catch (Throwable e) {
            return "failed " + e;
        }
    }

    @Case
    @AsyncFn
    static String inGenericCode(Trace t) {
        return generic(t, "g", () -> "m");
    }
}
