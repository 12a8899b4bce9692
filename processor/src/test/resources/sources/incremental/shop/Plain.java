package shop;

/** Has no async fn, but calls some. */
final class Plain {
    PricesAsync.TextFuture running = PricesAsync.text(1);

    String now(Derived derived) {
        return Prices.text(derived.calls) + DerivedAsync.twice(derived, "a", 1).getClass();
    }
}
