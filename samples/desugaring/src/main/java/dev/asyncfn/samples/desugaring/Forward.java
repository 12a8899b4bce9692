package dev.asyncfn.samples.desugaring;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.io.PrintStream;

/** A producer, a forwarder between two channels and a consumer: three tasks on one thread that wake each other. */
public final class Forward {
    private Forward() {}

    @AsyncFn
    static <T> void forward(Channel<? extends T> receiver, Channel<T> sender) {
        T t;
        while ((t = await(receiver.next())) != null) {
            await(sender.send(t));
        }
        sender.close();
    }

    @AsyncFn
    static void produce(int count, Channel<Integer> sender, PrintStream out) {
        for (int i = 1; i <= count; i++) {
            await(sender.send(i));
            out.println("sent " + i);
        }
        sender.close();
    }

    @AsyncFn
    static int consume(Channel<Integer> receiver, PrintStream out) {
        int sum = 0;
        for (Integer t = await(receiver.next()); t != null; t = await(receiver.next())) {
            out.println("got " + t);
            sum += t;
        }
        out.println("sum " + sum);
        return sum;
    }

    static void run(PrintStream out) throws Exception {
        Channel<Integer> a = new Channel<>(2);
        Channel<Integer> b = new Channel<>(1);
        TinyExecutor executor = new TinyExecutor();
        executor.spawn(ForwardAsync.produce(5, a, out));
        executor.spawn(ForwardAsync.<Integer>forward(a, b));
        executor.spawn(ForwardAsync.consume(b, out));
        executor.run();
    }

    public static void main(String[] args) throws Exception {
        run(System.out);
    }
}
