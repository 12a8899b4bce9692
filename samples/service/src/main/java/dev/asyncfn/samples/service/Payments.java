package dev.asyncfn.samples.service;

import dev.asyncfn.AsyncFn;
import java.io.IOException;

/** The upstream: a payment provider, which is slow at times and fails at times. */
@FunctionalInterface
interface Payments {
    /**
     * Has the price of an order paid. Doing so again for the same order does no harm: it is paid once.
     *
     * @return the receipt
     * @throws Problem if the provider declines
     * @throws IOException if it could not be asked, or did not answer as it should: another attempt may help
     */
    @AsyncFn
    String charge(Order order) throws IOException;
}
