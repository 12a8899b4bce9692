package further.async_blocks;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;

/** An async block is a closure that can be suspended: a lambda's body as a future of its own. */
final class Pages {
    private Pages() {}

    @AsyncFn
    static String page(int id) {
        String name = await(later("user " + id));
        var cart = async(() -> {
            System.out.println("the cart of " + name);
            return await(later(3 * id));
        });
        System.out.println("the cart has not been read yet");
        return name + " has " + await(cart) + " items";
    }

    public static void main(String[] args) {
        System.out.println(Async.blockOn(PagesAsync.page(2)));
    }
}
