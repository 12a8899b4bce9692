package dev.asyncfn.samples.desugaring;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.PollingExecutor;
import java.io.PrintStream;
import java.util.List;

/**
 * Units of a game as async fns: the executor is the game loop, each tick polls every unit, and a unit moves one step per poll. No unit
 * ever wakes its task.
 */
public final class GameUnits {
    private GameUnits() {}

    static final class Unit {
        final String name;
        int pos;

        Unit(String name, int pos) {
            this.name = name;
            this.pos = pos;
        }
    }

    /** The leaf: the only future here that really waits, because the world moves between two polls. */
    record UnitGotoFuture(Unit unit, int target) implements Future<Void> {
        @Override
        public Poll<Void> poll(Context cx) {
            if (unit.pos == target) {
                return Poll.ready(null);
            }
            unit.pos += Integer.signum(target - unit.pos);
            return Poll.pending();
        }
    }

    @AsyncFn
    static void goTo(Unit unit, int pos) {
        await(new UnitGotoFuture(unit, pos));
    }

    @AsyncFn
    static int patrol(Unit unit, List<Integer> poses, PrintStream out) {
        int legs = 0;
        for (int pos : poses) {
            goTo(unit, pos);
            legs++;
            out.println("  " + unit.name + " reached " + pos);
        }
        out.println("  " + unit.name + " is done");
        return legs;
    }

    static void run(PrintStream out) {
        Unit scout = new Unit("scout", 0);
        Unit guard = new Unit("guard", 5);
        try (PollingExecutor game = new PollingExecutor()) {
            game.spawn(GameUnitsAsync.patrol(scout, List.of(2, -1), out));
            game.spawn(GameUnitsAsync.patrol(guard, List.of(5, 4), out));
            for (int tick = 1; game.size() > 0; tick++) {
                out.println("tick " + tick);
                game.tick();
                out.println("  scout at " + scout.pos + ", guard at " + guard.pos);
            }
        }
    }

    public static void main(String[] args) {
        run(System.out);
    }
}
