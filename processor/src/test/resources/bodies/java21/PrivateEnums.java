package bodies.java21;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.Function;

/** Switches over the constants of private enums, as Java 21 has them. */
final class PrivateEnums {
    private PrivateEnums() {}

    private enum Level {
        LOW,
        MIDDLE,
        HIGH {
            @Override
            public String toString() {
                return "top";
            }
        }
    }

    private static Level level(int n) {
        return n < 0 ? null : Level.values()[n];
    }

    @Case
    @AsyncFn
    static String qualified(Trace t) {
        String s = "";
        for (int n = 0; n < 3; n++) {
            Level level = level(n);
            s += switch (level) {
                case Level.LOW -> "l";
                case Level.MIDDLE -> await(t.leaf("m", "m"));
                case HIGH -> level;
            };
            switch (level(await(t.leaf("n", n)))) {
                case Level.LOW, Level.HIGH:
                    s += "end";
                    break;
                case Level.MIDDLE:
                    s += "middle";
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String withNull(Trace t) {
        String s = "";
        for (int n = -1; n < 3; n++) {
            Level level = await(t.leaf("l", level(n)));
            s += switch (level) {
                case null -> "null";
                case LOW -> "low";
                case MIDDLE -> "middle";
                case HIGH -> "high";
            };
            switch (level) {
                case HIGH -> s += await(t.leaf("h", "h"));
                case null, default -> s += "other";
            }
            switch (level(n)) {
                case null:
                    s += "none";
                case LOW:
                    s += await(t.leaf("i", "low"));
                    break;
                default:
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String nullInText(Trace t) {
        Function<Level, String> name = level -> switch (level) {
            case null -> "null";
            case Level.HIGH -> "high";
            default -> level.name();
        };
        await(t.tick("t"));
        String s = name.apply(null) + name.apply(Level.HIGH);
        try {
            Level none = level(-1);
            s += switch (none) {
                case LOW -> 1;
                case MIDDLE -> await(t.leaf("m", 2));
                case HIGH -> 3;
            };
        } catch (NullPointerException e) {
            s += "npe";
        }
        return s + name.apply(Level.LOW);
    }
}
