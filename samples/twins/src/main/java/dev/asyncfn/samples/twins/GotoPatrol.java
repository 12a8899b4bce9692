package dev.asyncfn.samples.twins;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.PollingExecutor;
import java.io.PrintStream;
import java.util.List;

/** Twin of {@code goto_patrol.rs}: a unit walks one step a poll, patrols are built on that, and an executor polls all each tick. */
public final class GotoPatrol {
    private final PrintStream out;

    public GotoPatrol(PrintStream out) {
        this.out = out;
    }

    /** {@code goto} is a reserved word in Java. */
    @AsyncFn
    public void goTo(Unit unit, int pos) {
        await(new UnitGoto(unit, pos));
    }

    @AsyncFn
    public int patrol(Unit unit, List<Integer> poses, int rounds) {
        int legs = 0;
        for (int round = 0; round < rounds; round++) {
            for (int pos : poses) {
                goTo(unit, pos);
                legs++;
                out.println("reached " + pos);
            }
        }
        return legs;
    }

    @AsyncFn
    public void task(String name, Unit unit, List<Integer> poses, int rounds) {
        int legs = await(patrol(unit, poses, rounds));
        out.println("task " + name + " done " + legs);
    }

    /** A unit of the game, which only the game's thread touches. */
    public static final class Unit {
        private int pos;

        public Unit(int pos) {
            this.pos = pos;
        }
    }

    /** A leaf that moves its unit by one step a poll, and never wakes anybody. */
    record UnitGoto(Unit unit, int target) implements Future<Void> {
        @Override
        public Poll<Void> poll(Context cx) {
            if (unit.pos == target) {
                return Poll.ready(null);
            }
            unit.pos += Integer.signum(target - unit.pos);
            return Poll.pending();
        }
    }

    static void run(PrintStream out) {
        GotoPatrol game = new GotoPatrol(out);
        Unit a = new Unit(0);
        Unit b = new Unit(5);
        try (PollingExecutor executor = new PollingExecutor()) {
            executor.spawn(GotoPatrolAsync.task(game, "a", a, List.of(2, -1), 2));
            executor.spawn(GotoPatrolAsync.task(game, "b", b, List.of(5, 4), 1));
            for (int tick = 1; executor.size() > 0; tick++) {
                out.println("tick " + tick);
                executor.tick();
                out.println("a=" + a.pos + " b=" + b.pos);
            }
        }
    }

    public static void main(String[] args) {
        run(System.out);
    }
}
