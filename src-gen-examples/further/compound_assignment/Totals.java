package further.compound_assignment;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.Arrays;

/** {@code +=} with an await on its right: target and old value are read first, and the implicit cast stays. */
final class Totals {
    private Totals() {}

    @AsyncFn
    static String totals(int[] totals) {
        int i = 0;
        totals[i++] += await(points());
        totals[i++] += await(bonus());
        byte b = 100;
        b += await(weight());
        String text = "b=" + b;
        text += await(label()) + i;
        return text;
    }

    static Future<Integer> points() {
        return later(10);
    }

    static Future<Integer> bonus() {
        return later(20);
    }

    static Future<Double> weight() {
        return later(100.5);
    }

    static Future<String> label() {
        return later(", i=");
    }

    public static void main(String[] args) {
        int[] totals = {1, 2};
        System.out.println(Async.blockOn(TotalsAsync.totals(totals)));
        System.out.println(Arrays.toString(totals));
    }
}
