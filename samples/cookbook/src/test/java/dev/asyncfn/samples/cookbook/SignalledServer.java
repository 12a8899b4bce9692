package dev.asyncfn.samples.cookbook;

import dev.asyncfn.future.Futures;
import dev.asyncfn.time.Sleep;
import java.time.Duration;

/** A server in a process of its own, with one request that hears of the end and needs some time for it. */
final class SignalledServer {
    private SignalledServer() {}

    public static void main(String[] args) throws InterruptedException {
        Server server = new Server();
        server.stopOnSignals();
        server.accept(stopping -> Futures.andThen(
                Futures.lazy(() -> {
                    System.out.println("started");
                    return null;
                }),
                begun -> Futures.andThen(
                        stopping.cancelled(),
                        end -> Futures.map(Sleep.of(Duration.ofMillis(50)), slept -> {
                            System.out.println("finished");
                            return slept;
                        }))));
        Thread.currentThread().join(); // until the signal
    }
}
