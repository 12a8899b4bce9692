package bodies.capture;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

final class LocalEnums {
    private static int count;

    private LocalEnums() {}

    private static int counted() {
        return ++count;
    }

    @Case
    @AsyncFn
    static String namesInTheirMethods(Trace t) {
        enum Side {
            LEFT {
                @Override
                String text() {
                    return "left" + ordinal() + own();
                }
            },
            RIGHT;

            int own() {
                return counted() + count;
            }

            String text() {
                return name() + this.ordinal() + own() + values().length;
            }
        }
        await(t.tick("t"));
        String left = Side.LEFT.text();
        return left + await(t.leaf("x", "x")) + Side.RIGHT.text() + Side.valueOf("LEFT");
    }
}
