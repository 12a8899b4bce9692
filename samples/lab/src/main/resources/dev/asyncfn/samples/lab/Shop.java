package demo;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Pair;

/** The page of a shop: the user and the cart at once, then a price for each item. */
final class Shop {
    @AsyncFn
    static String page(int id) {
        Pair<String, Integer> both = await(Futures.join(user(id), cart(id)));
        int total = 0;
        for (int i = 0; i < both.second(); i++) {
            total += await(price(i));
        }
        return both.first() + " pays " + total;
    }

    static Future<String> user(int id) {
        return later("Ada"); // you decide when it is ready
    }

    static Future<Integer> cart(int id) {
        return later(2);
    }

    @AsyncFn
    static int price(int item) {
        return await(stock(item)) ? 10 + item : 0;
    }

    static Future<Boolean> stock(int item) {
        return later(true);
    }

    /** What is played: the future that main runs. */
    public static void main(String[] args) {
        Async.blockOn(ShopAsync.page(7));
    }
}
