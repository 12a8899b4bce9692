package bodies.variables;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Locals with the names that a generated class is likely to use itself. */
final class MachineryNames {
    private MachineryNames() {}

    @Case
    @AsyncFn
    static String ofFields(Trace t) {
        String state = await(t.leaf("1", "a"));
        String awaited = await(t.leaf("2", "b"));
        String resumed = await(t.leaf("3", "c"));
        String output = await(t.leaf("4", "d"));
        String result = await(t.leaf("5", "e"));
        String pending = await(t.leaf("6", "f"));
        String spilled = await(t.leaf("7", "g"));
        String completion = await(t.leaf("8", "h"));
        await(t.tick("t"));
        return state + awaited + resumed + output + result + pending + spilled + completion;
    }

    @Case
    @AsyncFn
    static String ofLocalsInPoll(Trace t) {
        String self = await(t.leaf("1", "a"));
        String cx = await(t.leaf("2", "b"));
        String ready = await(t.leaf("3", "c"));
        String value = await(t.leaf("4", "d"));
        String poll = await(t.leaf("5", "e"));
        String future = await(t.leaf("6", "f"));
        String waker = await(t.leaf("7", "g"));
        String thrown = await(t.leaf("8", "h"));
        await(t.tick("t"));
        return self + cx + ready + value + poll + future + waker + thrown;
    }

    @Case
    @AsyncFn
    static String ofLocalsThatDoNotLive(Trace t) {
        int n = 0;
        for (String cx : new String[] {"a", "b"}) {
            String state = cx + 1, ready = state + 2, value = ready + 3, resumed = value + 4, awaited = resumed + 5;
            n += awaited.length() + await(t.leaf("len", 1));
        }
        boolean poll = true;
        String self = poll ? "self" : "none";
        t.log(self);
        await(t.tick("t"));
        Object ready = "r", value = "v";
        return n + "" + ready + value;
    }

    @Case
    @AsyncFn
    static String numbered(Trace t) {
        String x = await(t.leaf("1", "a"));
        String x_2 = await(t.leaf("2", "b"));
        String x2 = await(t.leaf("3", "c"));
        String x$ = await(t.leaf("4", "d"));
        String $1 = await(t.leaf("5", "e"));
        String this$0 = await(t.leaf("6", "f"));
        String val$x = await(t.leaf("7", "g"));
        String __ = await(t.leaf("8", "h"));
        await(t.tick("t"));
        {
            String y = await(t.leaf("9", "i"));
            await(t.tick("u"));
            x += y;
        }
        {
            String y = await(t.leaf("10", "j"));
            String y_2 = await(t.leaf("11", "k"));
            await(t.tick("v"));
            x += y + y_2;
        }
        return x + x_2 + x2 + x$ + $1 + this$0 + val$x + __;
    }

    @Case
    @AsyncFn
    static int parameters(Trace t) {
        return await(machine(t, 1, 2, 3, 4, 5));
    }

    @AsyncFn
    private static int machine(Trace t, int state, int awaited, int cx, int resumed, int value) {
        state += await(t.leaf("a", 10));
        awaited += await(t.leaf("b", 20));
        return state + awaited + cx + resumed + value + await(t.leaf("c", 30));
    }

    @Case
    @AsyncFn
    static int receivers(Trace t) {
        return await(new Machine(t).run(5));
    }

    static final class Machine {
        private final Trace t;
        int state = 1;
        int awaited = 2;
        int self = 3;
        int cx = 4;

        Machine(Trace t) {
            this.t = t;
        }

        @AsyncFn
        int run(int n) {
            state += await(t.leaf("state", 10));
            int self = await(t.leaf("n", n));
            this.self += await(t.leaf("self", self));
            awaited = state + poll() + drop();
            int state = await(t.leaf("local", 100));
            await(t.tick("t"));
            return state + this.state + awaited + self + this.self + cx;
        }

        private int poll() {
            return 1000;
        }

        int drop() {
            return 2000;
        }

        int suspend() {
            return 3000;
        }

        @AsyncFn
        int complete() {
            return suspend() + await(t.leaf("x", 1)) + drop();
        }
    }

    @Case
    @AsyncFn
    static int asyncFnsNamedLikeMachinery(Trace t) {
        return poll(t) + drop(t) + suspend(t) + state(t) + awaited(t) + new Machine(t).complete();
    }

    @AsyncFn
    static int poll(Trace t) {
        return await(t.leaf("poll", 1));
    }

    @AsyncFn
    static int drop(Trace t) {
        return await(t.leaf("drop", 2));
    }

    @AsyncFn
    static int suspend(Trace t) {
        return await(t.leaf("suspend", 3));
    }

    @AsyncFn
    static int state(Trace t) {
        return await(t.leaf("state", 4));
    }

    @AsyncFn
    static int awaited(Trace t) {
        return await(t.leaf("awaited", 5));
    }

    /** One operand is given up, because of the throw, where another one of its name is in scope. */
    @Case
    @AsyncFn
    static String operandEndsWhereALocalHasItsName(Trace t) {
        int[] all =
                switch (switch (t.v("selector", 7)) {
                    case 7: {
                        await(t.tick("seven"));
                        if (t.v("left", true) ? await(t.leaf("second", false)) ? false : t.v("third", true) : true) {
                            await(t.tick("tick"));
                            throw new IllegalStateException("thrown");
                        }
                    }
                    default:
                        yield Integer.valueOf(1);
                }) {
                    case 1 -> {
                        int n =
                                switch (t.v("inner", 3)) {
                                    case 3:
                                        await(t.tick("three"));
                                        yield 4;
                                    default:
                                        yield 5;
                                };
                        yield new int[] {n};
                    }
                    default -> new int[0];
                };
        return all.length + await(t.leaf("end", ""));
    }

    @Case
    @AsyncFn
    static int aroundABlock(Trace t) {
        int State = await(t.leaf("State", 1));
        int Poll = await(t.leaf("Poll", 2));
        int Bridge = await(t.leaf("Bridge", 3));
        int sum = await(async(() -> {
            int x = await(t.leaf("x", 4));
            int inner = await(async(() -> {
                int States = await(t.leaf("States", x));
                return States + await(t.leaf("y", 5));
            }));
            return x + inner + await(t.leaf("z", 6));
        }));
        return sum + await(t.leaf("end", State)) + State + Poll + Bridge;
    }
}
