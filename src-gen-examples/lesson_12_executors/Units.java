package lesson_12_executors;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import java.util.List;

/** Units of a game: an async fn over a leaf that moves one step a poll, and a patrol built on that async fn. */
final class Units {
    private Units() {}

    /** Goes to a position. ({@code goto} is a reserved word in Java.) */
    @AsyncFn
    static void goTo(Unit unit, int pos) {
        await(new UnitGotoFuture(unit, pos));
    }

    @AsyncFn
    static int patrol(Unit unit, List<Integer> poses, int rounds) {
        int legs = 0;
        for (int round = 0; round < rounds; round++) {
            for (int pos : poses) {
                goTo(unit, pos);
                legs++;
            }
        }
        return legs;
    }

    static final class Unit {
        int pos;
    }

    /** Never wakes anybody: the executor of a game polls every unit each tick. */
    static final class UnitGotoFuture implements Future<Void> {
        private final Unit unit;
        private final int target;

        UnitGotoFuture(Unit unit, int target) {
            this.unit = unit;
            this.target = target;
        }

        @Override
        public Poll<Void> poll(Context cx) {
            if (unit.pos == target) {
                return Poll.ready(null);
            }
            unit.pos += Integer.signum(target - unit.pos);
            return Poll.pending();
        }
    }
}
