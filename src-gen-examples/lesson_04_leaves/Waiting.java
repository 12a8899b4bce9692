package lesson_04_leaves;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;

/** A generated future over two leaves that really wait: for a timer, then for a socket. */
final class Waiting {
    private Waiting() {}

    @AsyncFn
    static String pauseAndRead(ScheduledExecutorService timer, AsynchronousSocketChannel socket) {
        await(new TimerFuture(timer, 20));
        String text = await(new SocketReadFuture(socket));
        return "read: " + text;
    }

    public static void main(String[] args) throws Exception {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (AsynchronousServerSocketChannel server =
                        AsynchronousServerSocketChannel.open().bind(anyPort);
                AsynchronousSocketChannel socket = AsynchronousSocketChannel.open()) {
            socket.connect(server.getLocalAddress()).get();
            try (AsynchronousSocketChannel peer = server.accept().get()) {
                drive(WaitingAsync.pauseAndRead(timer, socket), peer);
            }
        } finally {
            timer.shutdown();
        }
    }

    private static void drive(WaitingAsync.PauseAndReadFuture future, AsynchronousSocketChannel peer) throws Exception {
        Semaphore wakes = new Semaphore(0);
        Context cx = Context.fromWaker(Waker.of(wakes::release));

        poll(1, future, cx);
        wakes.acquire(); // this thread sleeps
        System.out.println("woken, by the thread of the timer");

        poll(2, future, cx);
        System.out.println("the other side writes");
        peer.write(ByteBuffer.wrap("hello".getBytes(StandardCharsets.UTF_8))).get();
        wakes.acquire();
        System.out.println("woken, by a thread that serves the socket");

        poll(3, future, cx);
    }

    private static void poll(int n, WaitingAsync.PauseAndReadFuture future, Context cx) throws Exception {
        String before = future.state();
        Poll<String> poll = future.poll(cx);
        System.out.println("poll " + n + ": from " + before + " to " + future.state() + ", " + poll);
    }
}
