package further.labelled_break;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** Labelled {@code break} and {@code continue} out of loops that were taken apart become jumps between states. */
final class Search {
    private Search() {}

    @AsyncFn
    static int firstOver(int limit, int[][] rows) {
        int found = -1;
        rows:
        for (int[] row : rows) {
            for (int cell : row) {
                if (cell < 0) {
                    continue rows;
                }
                if (await(isOver(cell, limit))) {
                    found = cell;
                    break rows;
                }
            }
        }
        return found;
    }

    static Future<Boolean> isOver(int cell, int limit) {
        System.out.println("look at " + cell);
        return later(cell > limit);
    }

    public static void main(String[] args) {
        int[][] rows = {{1, -1, 9}, {2, 5, 8}};
        System.out.println("found " + Async.blockOn(SearchAsync.firstOver(4, rows)));
    }
}
