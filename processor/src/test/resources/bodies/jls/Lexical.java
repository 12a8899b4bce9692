package bodies.jls;

import static dev.asyncfn.Async.await;

import dev.asyncfn.*;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.lang.annotation.*;
import java.util.*;
import java.util.function.*;

/** Literals (JLS 3). */
@SuppressWarnings("all")
final class Lexical {
    private final Trace tr;

    Lexical(Trace tr) {
        this.tr = tr;
    }
    @Target({ElementType.TYPE_USE, ElementType.TYPE_PARAMETER}) @Retention(RetentionPolicy.RUNTIME) @interface U {}
    @interface D { int value() default 0; String[] s() default {}; Class<?> c() default Object.class; D2 d() default @D2; }
    @interface D2 { D3[] value() default {}; }
    @interface D3 { int a() default 1; }
    static <T> Future<T> g(T i) { return Future.ready(i); }
    static <T> Future<T> f(T i) { return Future.ready(i); }

    @Case
    @AsyncFn
    static Object literals(Trace tr) {
        long a = 0x1FL + 0b1_0L + 017L + 1__0 + 0x0 + 00 + 0_7 + 0XaB_cDl + 0B1 + await(tr.leaf("f", 1));
        double d = 1. + .5 + 1e3 + 1E-3 + 1.5e+3f + 0x1p3 + 0x1.8P-1 + 0x.8p1f + 0x1.p1d + 1f + 1D + 1d + 0f + 1_0.0_1e1_0 + await(tr.leaf("f", 2));
        char c = '\''; c += '\\' + '\0' + '\7' + '\77' + '\377' + '\s' + '\t' + '"' + '\"' + await(tr.leaf("f", 2));
        String s = "\b\t\n\f\r\s\"\'\\\0\12\377\400" + await(tr.leaf("f", 1)) + "" + """
            a\
            b \t""\" '" \s
            """ + """
            """ + await(tr.leaf("f", 1));
        boolean t = true & !false; Object n = null;
        n = -2147483648; n = -9223372036854775808L; n = - 2147483648; n = -(-2147483648);
        return a + d + c + s + t + n + await(tr.leaf("f", -2147483648));
    }

}
