package dev.asyncfn.samples.benchmarks;

import java.util.List;

/**
 * One row of the table: the same work by several contenders.
 *
 * @param id the simple name of the class that does the work
 * @param title as the table shows it
 * @param unit of the numbers
 * @param contenders in the order of the columns; the first is asyncfn
 * @param targets limits of the ratio of asyncfn to another, which the page checks
 */
record Row(String id, String title, String unit, List<String> contenders, List<Target> targets) {

    /**
     * A limit that asyncfn is to keep.
     *
     * @param opponent the contender that it is compared with
     * @param ratio the largest quotient of asyncfn's median and the opponent's
     * @param params the parameters for which it holds; empty for all
     * @param base the parameters of the opponent, or null for the same
     * @param times how much more work asyncfn then has, by which the quotient is divided
     */
    record Target(String opponent, double ratio, List<String> params, String base, double times) {
        boolean isFor(String given) {
            return params.isEmpty() || params.contains(given);
        }
    }

    static Target atMost(double ratio, String opponent, String... params) {
        return new Target(opponent, ratio, List.of(params), null, 1);
    }

    /** That asyncfn needs about as much for its work with {@code params} as for that with {@code base}. */
    static Target flat(double ratio, String base, String params, double times) {
        return new Target("asyncfn", ratio, List.of(params), base, times);
    }

    /** Whether it takes so long that a quick run leaves it out. */
    boolean isLong() {
        return id.equals("SpawnMillion") || id.equals("Skynet");
    }

    /** Whether it is measured by JMH, in forks that JMH makes; the others have processes of their own. */
    boolean isHarnessed() {
        return unit.equals("ns");
    }
}
