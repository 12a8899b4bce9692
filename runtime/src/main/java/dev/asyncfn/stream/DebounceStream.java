package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.time.Clock;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.Objects;

/** The newest item, when no other has come for a while. */
final class DebounceStream<T> extends StreamAdapter<T, T> {
    private final Duration quiet;
    private final Clock clock = Clock.current();
    /** The newest, which nobody has got; null if there is none. */
    private T held;

    private Undelivered<? super T> ofHeld = Undelivered.close();
    /** Since that came; null if there is none. */
    private Sleep sleep;

    DebounceStream(Stream<T> upstream, Duration quiet) {
        super(upstream);
        this.quiet = Objects.requireNonNull(quiet, "quiet");
    }

    @Override
    Poll<T> advance(Context cx) throws Exception {
        while (!upstreamEnded() && pollUpstream(cx) instanceof Poll.Ready<T> next) {
            if (next.value() != null) {
                replace(next.value());
            }
        }
        if (upstreamEnded()) {
            return held == null ? Stream.end() : pass();
        }
        return held != null && sleep.poll(cx).isReady() ? pass() : Poll.pending();
    }

    private void replace(T newer) {
        Drops drops = new Drops(null);
        T left = held;
        Undelivered<? super T> how = ofHeld;
        held = newer;
        ofHeld = ofUpstream();
        if (sleep == null) {
            sleep = Sleep.of(quiet, clock);
        } else {
            sleep.reset(quiet);
        }
        if (left != null) {
            drops.release(how, left);
        }
        drops.rethrow();
    }

    private Poll<T> pass() {
        T passed = held;
        Sleep left = sleep;
        held = null;
        sleep = null;
        Drops.dropBefore(left, ofHeld, passed); // if that throws, there is no way to hand on the item
        return Streams.item(passed);
    }

    @Override
    void dropChildren() {
        Drops drops = new Drops(null);
        T left = held;
        held = null;
        drops.drop(sleep);
        sleep = null;
        if (left != null) {
            drops.release(ofHeld, left);
        }
        drops.rethrow();
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return ofHeld;
    }
}
