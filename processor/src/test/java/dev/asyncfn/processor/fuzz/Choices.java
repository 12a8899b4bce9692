package dev.asyncfn.processor.fuzz;

import java.util.concurrent.Callable;
import java.util.function.IntFunction;

/** Overloads for generated programs: each says which it is. */
@SuppressWarnings("overloads") // what a lint calls ambiguous is what it is for
public final class Choices {
    private Choices() {}

    // Fixed beside varargs, boxed beside primitive, T beside concrete.

    public static String of(Run r, int x) {
        return r.v("of int", "i" + x);
    }

    public static String of(Run r, long x) {
        return r.v("of long", "l" + x);
    }

    public static String of(Run r, char x) {
        return r.v("of char", "c" + (int) x);
    }

    public static String of(Run r, Integer x) {
        return r.v("of Integer", "I" + x);
    }

    public static String of(Run r, Object x) {
        return r.v("of Object", "O");
    }

    public static String of(Run r, String x) {
        return r.v("of String", "S");
    }

    public static String of(Run r, int... xs) {
        return r.v("of ints", "i" + xs.length);
    }

    public static String of(Run r, Object x, Object... rest) {
        return r.v("of Objects", "O" + rest.length);
    }

    public static <T> String of(Run r, T x, Box box) {
        return r.v("of T Box", "TB");
    }

    public static <T extends Comparable<T>> String of(Run r, T x, T y) {
        return r.v("of T T", "TT");
    }

    // Lambdas of one functional interface beside another.

    public static int call(Run r, Callable<Integer> work) throws RuntimeException {
        r.log("call Callable");
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static int call(Run r, Runnable work) {
        r.log("call Runnable");
        work.run();
        return 1;
    }

    public static int call(Run r, Function work) {
        r.log("call Function");
        return work.at(1);
    }

    public static int map(Run r, Function work) {
        r.log("map Function");
        return work.at(2);
    }

    public static int map(Run r, IntFunction<Object> work) {
        r.log("map IntFunction");
        return work.apply(3) == null ? 2 : 3;
    }
}
