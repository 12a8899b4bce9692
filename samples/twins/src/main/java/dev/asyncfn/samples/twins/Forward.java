package dev.asyncfn.samples.twins;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Waker;
import java.io.PrintStream;

/** Twin of {@code forward.rs}: from one channel to another until the first is closed, polled by hand. */
public final class Forward {
    private Forward() {}

    @AsyncFn
    public static void forward(Chan receiver, Chan sender) {
        Integer t;
        while ((t = await(receiver.next())) != null) {
            await(sender.send(t));
        }
    }

    static void run(PrintStream out) throws Exception {
        Chan a = new Chan(out, "a", 4);
        Chan b = new Chan(out, "b", 1);
        Future<?> forward = ForwardAsync.forward(a, b);
        poll(forward, "poll empty", out);
        a.fill(1, 2, 3);
        poll(forward, "poll after 3 queued", out);
        b.drain();
        poll(forward, "poll after b drained", out);
        b.drain();
        a.close();
        poll(forward, "poll after b drained and a closed", out);
    }

    private static void poll(Future<?> forward, String what, PrintStream out) throws Exception {
        out.println(what);
        boolean ready = forward.poll(Context.fromWaker(Waker.noop())).isReady();
        out.println("=> " + (ready ? "ready" : "pending"));
    }

    public static void main(String[] args) throws Exception {
        run(System.out);
    }
}
