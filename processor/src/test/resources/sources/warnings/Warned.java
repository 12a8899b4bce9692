package warnings;
import static dev.asyncfn.Async.await;
import dev.asyncfn.*;
import java.util.*;
import java.io.*;
/** javac warns of nearly every line. */
public final class Warned {
    static Future<Integer> f(int i) { return Future.ready(i); }
    static int sf; Warned() {}
    static void va(List<String>... x) {}
    @Deprecated static void dep() {} @Deprecated(forRemoval = true) static void rem() {}
    static final Object lock = new Object();
    static class Res implements AutoCloseable { public void close() throws InterruptedException {} Res() {} }
    @AsyncFn static Object lints(int p) throws Exception {
        int a = await(f(p));
        String tb = "x";
        Object o = (String) tb; List<String> raw = new ArrayList();
        List r2 = new ArrayList<String>(); r2.add("x");
        int dz = a == 99 ? a / 0 : 1; if (a > 5);
        switch (a) { case 9: dz++; case 10: dz--; }
        switch (a) { case 9: dz += await(f(1)); case 10: dz--; }
        try { dz++; } finally { if (dz == 77) return 1; }
        try { dz += await(f(1)); } finally { if (dz == 77) return 1; }
        try (Res r = new Res()) { dz++; } try (Res r = new Res()) { dz += await(f(1)); }
        Warned w = new Warned(); w.sf = 1; w.sf += await(f(1)); dep(); rem(); va(List.of(), List.of());
        class Ser implements Serializable { int x; Ser() {} }
        class Ov { void m(Runnable r) {} void m(java.util.concurrent.Callable<Integer> c) {} @Override public boolean equals(Object q) { return true; } Ov() {} }
        class DepAnn { /** @deprecated x */ void m() {} DepAnn() { leak(); } void leak() {} }
        class This { This() { leak(); } void leak() {} }
        Integer bx = 1; synchronized (bx) { dz++; }
        byte by = 1; by += 1.5; by += a; a += 3L; by <<= 2; a += await(f(1)) * 2L;
        Serializable lam = new Serializable() { int q; };
        strictfp class Sf { Sf() {} }
        /** dangling */ /** twice */ int dang = 1;
        class DD { DD() {} /** one */ /** two */ void m() { /** x */ return; } }
        long shift = 1 << 40; int sh = a >> 33;
        Integer ni = new Integer(3); Thread th = new Thread(); th.stop();
        List<String> un = r2; Object[] arr = (List<String>[]) new List[1]; List<String> uc = (List<String>) (Object) r2;
        return "" + o + raw + dz + by + lam + dang + shift + sh + ni + un + arr + uc + new Ser().x + await(f(1));
    }
}
