package compound_assignment;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import java.util.Arrays;

/** {@code +=} with an await on its right: target and old value are read first, and the implicit cast stays. */
final class Totals {
    private Totals() {}

    @AsyncFn
    static String totals(int[] totals) {
        int i = 0;
        totals[i++] += await(later(10));
        totals[i++] += await(later(20));
        byte b = 100;
        b += await(later(100.5));
        String text = "b=" + b;
        text += await(later(", i=")) + i;
        return text;
    }

    public static void main(String[] args) {
        int[] totals = {1, 2};
        System.out.println(Async.blockOn(TotalsAsync.totals(totals)));
        System.out.println(Arrays.toString(totals));
    }
}
