package warnings;
import static dev.asyncfn.Async.await;
import dev.asyncfn.*;
import java.util.*;
import java.io.*;
/** What javac would warn of is allowed where it stands. */
public final class Suppressed {
    private static final String RAW = "rawtypes";

    Suppressed() {}
    static Future<Integer> f(int i) { return Future.ready(i); }
    static class Res implements AutoCloseable { public void close() {} Res() {} } static int sf;
    @AsyncFn static Object lints(int p, Suppressed d) throws Exception {
        int a = await(f(p)); @SuppressWarnings({"rawtypes"}) List r2 = new ArrayList<String>();
        @SuppressWarnings("unchecked") List<String> un = r2; @SuppressWarnings("cast") String c = (String) "x" + await(f(1)); @SuppressWarnings("divzero") int dz = a == 99 ? a / 0 : await(f(1));
        @SuppressWarnings("static") int st = d.sf + await(f(2)); @SuppressWarnings("unchecked") List<String> uc = (List<String>) (Object) r2; 
        @SuppressWarnings("rawtypes") class L { List raw = new ArrayList(); L() {} } 
        @SuppressWarnings("lossy-conversions") int lc = (a += 3L) + await(f(1));
        for (@SuppressWarnings("rawtypes") List q : new ArrayList<List<String>>()) { await(f(q.size())); }
        await(f(1));
        @SuppressWarnings(value = {"cast", RAW}) List r9 = new ArrayList<String>(List.of((String) "x" + await(f(1)))); @SuppressWarnings(RAW) List r10 = new ArrayList<String>(); await(f(1)); r9.size(); r10.size(); enum En { A; @SuppressWarnings({"rawtypes"}) final List q = new ArrayList(); }  await(f(1)); En.A.q.size();
        return new L().raw.size() + c + un + dz + st + uc + lc + r2.size() + await(f(1));
    }
}
