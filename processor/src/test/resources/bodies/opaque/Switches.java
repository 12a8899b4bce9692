package bodies.opaque;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

/** A switch without an await stays as it is, whatever jumps out of it. */
final class Switches {
    private Switches() {}

    @Case
    @AsyncFn
    static String returnsFromASwitch(Trace t) {
        for (int i = 0; ; i++) {
            int n = await(t.leaf("n" + i, i));
            switch (n) {
                case 0:
                    t.log("zero");
                    break;
                case 1:
                    continue;
                case 3:
                    return "three";
                default:
                    t.log("default");
            }
            await(t.tick("after"));
        }
    }

    @Case
    @AsyncFn
    @SuppressWarnings("fallthrough")
    static String jumpsToAwaitingLoops(Trace t) {
        StringBuilder s = new StringBuilder();
        outer:
        for (int i = 0; i < 4; i++) {
            while (true) {
                s.append(await(t.leaf("i" + i, i)));
                switch (i) {
                    case 0:
                        continue outer;
                    case 1:
                        for (int j = 0; ; j++) {
                            if (j == 1) continue;
                            if (j == 3) break;
                            if (j == 2) continue outer;
                        }
                    case 2:
                        break;
                    default:
                        break outer;
                }
                s.append("after");
                break;
            }
            s.append("end");
        }
        return s.toString();
    }

    @Case
    @AsyncFn
    static int arrowsWithReturnAndContinue(Trace t) {
        int sum = 0;
        for (String x : List.of("skip", "add", "add", "stop", "never")) {
            await(t.tick(x));
            switch (x) {
                case "skip" -> {
                    continue;
                }
                case "add" -> sum++;
                case "stop" -> {
                    if (sum == 2) return sum;
                }
                default -> throw t.boom("never");
            }
            sum *= await(t.leaf("one", 1));
        }
        return -1;
    }

    @Case
    @AsyncFn
    @SuppressWarnings("fallthrough")
    static int fallthroughAndSharedVariables(Trace t) {
        int n = await(t.leaf("n", 1));
        switch (n) {
            case 1:
                int x = 10;
                n += x;
            case 2:
                x = 100;
                n += x;
                break;
            case 3:
                n = -1;
        }
        return n + await(t.leaf("m", 1000));
    }

    enum Colour {
        RED,
        GREEN
    }

    @Case
    @AsyncFn
    static int onEnums(Trace t) {
        Colour c = await(t.leaf("c", Colour.GREEN));
        int r = 0;
        switch (c) {
            case RED:
                r = 1;
                break;
            case GREEN:
                r = 2;
        }
        await(t.tick("t"));
        int s = switch (c) {
            case RED -> 10;
            case GREEN -> {
                for (int i = 0; ; i++) if (i == 3) yield i * 10;
            }
        };
        return r + s;
    }

    @Case
    @AsyncFn
    static void nullSelector(Trace t) {
        String s = await(t.leaf("s", (String) null));
        switch (s) {
            case "a" -> t.log("never");
            default -> t.log("never");
        }
    }

    @Case
    @AsyncFn
    static int nestedSwitches(Trace t) {
        int n = 0;
        for (int i = 0; i < 4; i++) {
            n += await(t.leaf("i" + i, 1));
            switch (i) {
                case 0:
                    switch (n) {
                        case 1:
                            n += 10;
                            break;
                        default:
                            n += 1000;
                    }
                    n += 100;
                    break;
                case 2:
                    switch (n) {
                        default:
                            continue;
                    }
                case 3:
                    n *= 2;
            }
            n++;
        }
        return n;
    }

    @Case
    @AsyncFn
    static String yieldsOfOldStyle(Trace t) {
        int n = await(t.leaf("n", 3));
        String s = switch (n) {
            case 1, 2:
                yield "few";
            case 3: {
                String u = "three";
                yield u + n;
            }
            default:
                yield "many";
        };
        return s + await(t.leaf("e", "!"));
    }

    @Case
    @AsyncFn
    static int switchWithLambdaAndLocalClass(Trace t) {
        int n = await(t.leaf("n", 2));
        java.util.function.IntSupplier f;
        switch (n) {
            case 2:
                class Two {
                    int v = n * 2;
                }
                f = () -> new Two().v + n;
                break;
            default:
                f = () -> 0;
        }
        await(t.tick("t"));
        return f.getAsInt();
    }
}
