package bodies.syntax;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Constants of every form in case labels. */
final class Labels {
    private static final int A = 10;
    static final int B = 20;
    private static final String S = "s";
    private static final char C = 'c';

    private Labels() {}

    @Case
    @AsyncFn
    static String ofStatements(Trace t) {
        String s = "";
        for (int n : new int[] {10, 11, 21, 3, -1, 99, 97, -21, 8, 40}) {
            switch (await(t.leaf("n" + n, n))) {
                case A:
                    s += "A";
                case A + 1:
                    s += await(t.leaf("+", "+"));
                    break;
                case (B) + 1, ~B:
                    s += "B";
                    break;
                case (int) 3L:
                    s += "cast";
                    break;
                case -1:
                    s += "minus";
                    break;
                case (int) C:
                case 'a' + 0:
                    s += await(t.leaf("char", "char"));
                    break;
                case Labels.A == 10 ? 1 << 3 : 2:
                    s += "conditional";
                    break;
                default:
                    s += "default";
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String ofExpressions(Trace t) {
        String s = "";
        for (int n : new int[] {10, 11, 20, -21, 3, 13}) {
            s += switch (n) {
                case A -> await(t.leaf("A", "A"));
                case (A + 1) -> "plus";
                case (B) -> "B";
                case ~B, 3 -> await(t.leaf("two", "two"));
                default -> "default";
            };
        }
        return s + switch (await(t.leaf("s", "st"))) {
            case S -> 1;
            case S + "t" -> await(t.leaf("st", 2));
            case ("x"), "y" + S -> 3;
            default -> 4;
        };
    }
}
