package pages;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** Switches whose selector, cases and results await. */
final class Traffic {
    private Traffic() {}

    enum Light {
        RED,
        YELLOW,
        GREEN
    }

    @SuppressWarnings("fallthrough")
    @AsyncFn
    static String advice(Light light) {
        String verb = switch (await(later(light))) {
            case RED -> "stop";
            case YELLOW -> await(later("slow down"));
            case GREEN -> {
                String speed = await(later("at 50"));
                yield "go " + speed;
            }
        };
        switch (verb) {
            case "stop":
                System.out.println("wait");
                await(later("a minute"));
            case "slow down":
                System.out.println("brake");
                break;
            default:
                System.out.println("no brake");
        }
        return verb;
    }

    static <T> Future<T> later(T value) {
        return Future.ready(value);
    }
}
