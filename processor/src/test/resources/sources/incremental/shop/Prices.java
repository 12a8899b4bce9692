package shop;

import dev.asyncfn.AsyncFn;

/** No class of the package knows what stands in its bodies. */
final class Prices {
    static final String NAME = "price";

    @AsyncFn
    static String text(int amount) {
        return amount + NAME;
    }
}
