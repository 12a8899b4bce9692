package dev.asyncfn.net;

import dev.asyncfn.Async;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;

/** A program that moves data from and to heap buffers of 64 MB, in each way. */
final class DirectMemory {
    private static final int LARGE = 64 << 20;

    private DirectMemory() {}

    public static void main(String[] arguments) throws Exception {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (AsyncUdpSocket one = AsyncUdpSocket.bind(anyPort);
                AsyncUdpSocket other = AsyncUdpSocket.bind(anyPort)) {
            datagrams(one, other);
        }
        try (AsyncTcpListener listener = AsyncTcpListener.bind(anyPort);
                AsyncTcpStream client = Async.blockOn(AsyncTcpStream.connect(listener.localAddress()));
                AsyncTcpStream server = Async.blockOn(listener.accept())) {
            streams(client, server);
        }
        System.out.println("moved");
    }

    private static void datagrams(AsyncUdpSocket one, AsyncUdpSocket other) throws Exception {
        ByteBuffer received = ByteBuffer.allocate(LARGE);
        Async.blockOn(one.sendTo(ByteBuffer.wrap(new byte[] {1, 2, 3}), other.localAddress()));
        Async.blockOn(other.receiveFrom(received));
        one.connect(other.localAddress());
        other.connect(one.localAddress());
        Async.blockOn(one.send(ByteBuffer.wrap(new byte[] {4, 5})));
        int count = Async.blockOn(other.receive(received));
        System.out.println("received " + count + ", " + received.position() + " of " + received.limit());
        refuse(() -> Async.blockOn(one.send(ByteBuffer.allocate(LARGE))));
        refuse(() -> Async.blockOn(one.sendTo(ByteBuffer.allocate(LARGE), other.localAddress())));
    }

    private interface Attempt {
        void make() throws Exception;
    }

    private static void refuse(Attempt attempt) throws Exception {
        try {
            attempt.make();
        } catch (java.io.IOException tooLarge) {
            System.out.println("refused");
        }
    }

    private static void streams(AsyncTcpStream client, AsyncTcpStream server) throws Exception {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            try {
                ByteBuffer all = ByteBuffer.allocate(LARGE);
                Async.blockOn(server.readExactly(all));
                System.out.println("read " + all.position());
            } catch (Throwable thrown) {
                failure.set(thrown);
            }
        });
        reader.start();
        Async.blockOn(client.writeAll(ByteBuffer.allocate(LARGE)));
        reader.join();
        if (failure.get() != null) {
            throw new AssertionError(failure.get());
        }
    }
}
