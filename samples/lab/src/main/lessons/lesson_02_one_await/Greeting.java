package lesson_02_one_await;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** One await: poll, let the name be there, and poll again; or drop the future while it waits. */
final class Greeting {
    private Greeting() {}

    @AsyncFn
    static String greet(String greeting) {
        String name = await(askName());
        return greeting + ", " + name + "!";
    }

    static Future<String> askName() {
        return later("Ada");
    }

    public static void main(String[] args) {
        Async.blockOn(GreetingAsync.greet("Hello"));
    }
}
