package dev.asyncfn.samples.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** Connections that each send the next request when the last was answered, all in one thread. Arguments: port, connections, requests. */
final class EchoClient {
    private static final int SIZE = 32;

    private final ByteBuffer request = ByteBuffer.allocateDirect(SIZE);
    private final ByteBuffer response = ByteBuffer.allocateDirect(2 * SIZE);
    private int unsent;
    private int unanswered;

    private EchoClient(int requests) {
        unsent = requests;
        unanswered = requests;
    }

    public static void main(String[] args) throws IOException {
        new EchoClient(Integer.parseInt(args[2])).run(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    }

    /** Prints how long all took, in nanoseconds. */
    private void run(int port, int connections) throws IOException {
        Selector selector = Selector.open();
        for (int i = 0; i < connections; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.register(selector, SelectionKey.OP_READ);
        }
        long start = System.nanoTime();
        for (SelectionKey key : selector.keys()) {
            send((SocketChannel) key.channel());
        }
        while (unanswered > 0) {
            selector.select(this::receive);
        }
        Fork.answer(System.nanoTime() - start);
        Runtime.getRuntime().halt(0);
    }

    private void send(SocketChannel channel) throws IOException {
        if (unsent > 0) {
            unsent--;
            request.clear();
            channel.write(request);
        }
    }

    private void receive(SelectionKey key) {
        try {
            SocketChannel channel = (SocketChannel) key.channel();
            response.clear();
            int read = channel.read(response);
            if (read != SIZE) {
                throw new AssertionError("an answer of " + read + " bytes");
            }
            unanswered--;
            send(channel);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
