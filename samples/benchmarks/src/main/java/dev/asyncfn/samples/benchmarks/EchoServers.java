package dev.asyncfn.samples.benchmarks;

import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.net.AsyncTcpListener;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.function.IntConsumer;

/** An echo server of one thread. Argument: contender. It prints its port, and for each line of its input the CPU time that it has used. */
final class EchoServers {
    private static final int BACKLOG = 4096;
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private EchoServers() {}

    public static void main(String[] args) throws IOException {
        Thread server = new Thread(() -> {
            try {
                serve(args[0], port -> Fork.answer(port));
            } catch (Exception e) {
                e.printStackTrace();
                Runtime.getRuntime().halt(1);
            }
        });
        server.setDaemon(true);
        server.start();
        var questions = Fork.questions();
        while (questions.readLine() != null) {
            Fork.answer(Fork.cpu());
        }
        Runtime.getRuntime().halt(0);
    }

    private static void serve(String contender, IntConsumer port) throws Exception {
        switch (contender) {
            case "asyncfn" -> {
                LocalPool pool = new LocalPool();
                AsyncTcpListener listener = AsyncTcpListener.bind(ANY, BACKLOG);
                port.accept(listener.localAddress().getPort());
                pool.runUntil(EchoAsync.serve(pool, listener));
            }
            case "nio" -> nio(port);
            case "netty" -> netty(port);
            default -> virtual(port);
        }
    }

    private static void virtual(IntConsumer port) throws IOException {
        try (ServerSocket server = new ServerSocket()) {
            server.bind(ANY, BACKLOG);
            port.accept(server.getLocalPort());
            for (; ; ) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                VirtualThreads.start(() -> echo(socket));
            }
        }
    }

    private static void echo(Socket socket) {
        try (socket) {
            byte[] bytes = new byte[1024];
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                out.write(bytes, 0, n);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void netty(IntConsumer port) throws InterruptedException {
        var loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        var bound = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<io.netty.channel.socket.SocketChannel>() {
                    @Override
                    protected void initChannel(io.netty.channel.socket.SocketChannel channel) {
                        channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
                            @Override
                            public void channelRead(ChannelHandlerContext context, Object message) {
                                context.writeAndFlush(message, context.voidPromise());
                            }
                        });
                    }
                })
                .bind(ANY)
                .sync()
                .channel();
        port.accept(((InetSocketAddress) bound.localAddress()).getPort());
        bound.closeFuture().sync();
    }

    /** By hand: what is possible. */
    private static void nio(IntConsumer port) throws IOException {
        Selector selector = Selector.open();
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(ANY, BACKLOG);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        port.accept(((InetSocketAddress) server.getLocalAddress()).getPort());
        for (; ; ) {
            selector.select(key -> serve(selector, key));
        }
    }

    private static void serve(Selector selector, SelectionKey key) {
        try {
            if (key.channel() instanceof ServerSocketChannel server) {
                SocketChannel accepted = server.accept();
                if (accepted != null) {
                    accepted.configureBlocking(false);
                    accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
                    accepted.register(selector, SelectionKey.OP_READ, ByteBuffer.allocateDirect(1024));
                }
                return;
            }
            SocketChannel channel = (SocketChannel) key.channel();
            ByteBuffer buffer = (ByteBuffer) key.attachment();
            if (channel.read(buffer) < 0) {
                channel.close();
                return;
            }
            buffer.flip();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            buffer.clear();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
