package bodies.java22;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Unnamed patterns in record patterns of private records. */
final class PrivateRecords {
    private PrivateRecords() {}

    private sealed interface Shape permits Circle, Square, Line {}

    private record Circle(int radius, String name) implements Shape {}

    private record Square(int side, Object label) implements Shape {}

    private record Line(Shape from, Shape to) implements Shape {}

    private static Object shape(int n) {
        return switch (n) {
            case 0 -> new Circle(1, "c");
            case 1 -> new Square(2, null);
            case 2 -> new Line(new Circle(3, "d"), null);
            case 3 -> new Line(new Square(4, "e"), new Circle(5, "f"));
            case 4 -> 4;
            default -> "text";
        };
    }

    @Case
    @AsyncFn
    static String unnamed(Trace t) {
        String s = "";
        for (int n = 0; n < 6; n++) {
            Object o = await(t.leaf("o", shape(n)));
            if (o instanceof Circle(int radius, _)) {
                s += radius;
            }
            if (o instanceof Line(Circle(_, var name), var _)) {
                s += name + await(t.leaf("n", name));
            }
            if (o instanceof Line(Square _, Circle(int _, String _))) {
                s += "line";
            }
            s += o instanceof Shape _ ? "y" : "n";
        }
        return s;
    }

    @Case
    @AsyncFn
    static String severalLabels(Trace t) {
        String s = "";
        for (int n = 0; n < 6; n++) {
            final Object o = shape(n);
            s += switch (o) {
                case Circle(_, _), Square(var _, _) -> "round";
                case Line(Circle _, _), String _, Integer _ -> "mixed" + await(t.leaf("m", n));
                case Line(_, Circle(int r, _)) when r > 9 -> "large";
                case Line _ -> "line";
                default -> "other";
            };
            s += switch (o) {
                case Circle _, Integer _ when o.hashCode() == 4 -> "late";
                case Circle _, String _ -> "early";
                default -> "none";
            };
            await(t.tick("t"));
        }
        return s;
    }
}
