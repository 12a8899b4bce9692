package further.short_circuit;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** {@code &&}, {@code ||} and {@code ?:} around awaits: what is not evaluated in the source is not awaited either. */
final class Guests {
    private Guests() {}

    @AsyncFn
    static String greet(String name) {
        boolean welcome = !name.isEmpty() && await(isInvited(name)) || await(isFriend(name));
        return welcome ? "Hello " + await(title(name)) + name : "Sorry";
    }

    static Future<Boolean> isInvited(String name) {
        System.out.println("invited?");
        return later(name.startsWith("A"));
    }

    static Future<Boolean> isFriend(String name) {
        System.out.println("friend?");
        return later(name.startsWith("B"));
    }

    static Future<String> title(String name) {
        System.out.println("title?");
        return later(name.endsWith("a") ? "Ms " : "Mr ");
    }

    public static void main(String[] args) {
        for (String name : new String[] {"Ada", "Bob", ""}) {
            System.out.println(Async.blockOn(GuestsAsync.greet(name)));
        }
    }
}
