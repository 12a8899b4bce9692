package further.switch_cases;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;

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

    public static void main(String[] args) {
        for (Light light : Light.values()) {
            System.out.println(light + ": " + Async.blockOn(TrafficAsync.advice(light)));
        }
    }
}
