package lesson_13_reactor;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.executor.LocalPool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;

/** Two tasks, two channels, one thread, and one call that waits for both. */
final class Listening {
    private Listening() {}

    @AsyncFn
    static void listen(String name, Reactor reactor, Pipe.SourceChannel source) {
        String text;
        while ((text = await(reactor.read(source))) != null) {
            System.out.println("  " + name + " got " + text);
        }
        System.out.println("  " + name + " is at its end");
    }

    private static void write(Pipe pipe, String text) throws IOException {
        pipe.sink().write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Pipe pipe() throws IOException {
        Pipe pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        return pipe;
    }

    /** What a thread of an executor with a reactor does, once around. */
    private static void turn(String event, LocalPool tasks, Reactor reactor) throws IOException {
        System.out.println(event);
        reactor.waitForEvents();
        tasks.runUntilStalled();
    }

    public static void main(String[] args) throws IOException {
        Pipe a = pipe();
        Pipe b = pipe();
        try (Reactor reactor = new Reactor();
                LocalPool tasks = new LocalPool()) {
            tasks.spawn(ListeningAsync.listen("a", reactor, a.source()));
            tasks.spawn(ListeningAsync.listen("b", reactor, b.source()));
            tasks.runUntilStalled();
            System.out.println("both wait");
            write(b, "hello");
            turn("hello arrives for b", tasks, reactor);
            write(a, "good morning");
            turn("good morning arrives for a", tasks, reactor);
            a.sink().close();
            turn("a is closed", tasks, reactor);
            b.sink().close();
            turn("b is closed", tasks, reactor);
            System.out.println("tasks left: " + tasks.size());
        }
    }
}
