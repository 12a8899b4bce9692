package dev.asyncfn.samples.cluster;

import dev.asyncfn.TryFuture;
import java.util.concurrent.TimeoutException;

/** An upstream service that an account must ask before each deposit. */
interface Limits {
    /** Whether so much may be deposited at once. */
    TryFuture<Boolean, TimeoutException> allow(long amount);
}
