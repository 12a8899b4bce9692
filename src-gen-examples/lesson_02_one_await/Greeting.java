package lesson_02_one_await;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Waker;

/** One await and one parameter: the parts of every generated class. */
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

    public static void main(String[] args) throws Exception {
        Context cx = Context.fromWaker(Waker.noop());

        GreetingAsync.GreetFuture future = GreetingAsync.greet("Hello");
        System.out.println("created: " + future.state());
        System.out.println("poll 1 gives " + future.poll(cx) + ": " + future.state());
        System.out.println("poll 2 gives " + future.poll(cx) + ": " + future.state());

        GreetingAsync.GreetFuture abandoned = GreetingAsync.greet("Goodbye");
        System.out.println("another one");
        System.out.println("poll 1 gives " + abandoned.poll(cx) + ": " + abandoned.state());
        abandoned.drop();
        System.out.println("dropped: " + abandoned.state());
    }
}
