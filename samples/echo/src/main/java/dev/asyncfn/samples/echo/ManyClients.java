package dev.asyncfn.samples.echo;

import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.net.AsyncTcpStream;
import dev.asyncfn.time.Sleep;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Thousands of clients of one {@link EchoServer}, all connected at once; a third of them is slow, and a third vanishes without a word. From
 * the root of the project:
 *
 * <pre>mvn -B -ntp -q -pl samples/echo -am compile exec:exec -Dexec.mainClass=dev.asyncfn.samples.echo.ManyClients</pre>
 *
 * <p>These are 5,000, or as many as the argument says. Each takes two of the files that the process may open: see {@code ulimit -n}.
 */
public final class ManyClients {
    private static final int CLIENTS = 5_000;
    private static final Duration SLOWNESS = Duration.ofMillis(2);
    private static final byte[] MESSAGE = "Is there anybody out there?".getBytes(StandardCharsets.UTF_8);

    /** What a client does once it is connected. */
    enum Manner {
        /** Sends, listens to the echo, and says good-bye. */
        POLITE,
        /** As polite, but one byte at a time. */
        SLOW,
        /** Sends, and resets the connection, as if its cable had been pulled. */
        VANISHING
    }

    /** How many did what. */
    record Outcome(int connected, int echoed, int vanished) {}

    private final InetSocketAddress server;
    private final ThreadPool pool;

    private ManyClients(InetSocketAddress server, ThreadPool pool) {
        this.server = server;
        this.pool = pool;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        run(args.length == 0 ? CLIENTS : Integer.parseInt(args[0]), System.out);
    }

    /** Has this many clients talk to a server of their own. */
    static Outcome run(int clients, PrintStream out) throws IOException, InterruptedException {
        EchoServer server = EchoServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        try (ThreadPool pool = ThreadPool.create()) {
            ManyClients all = new ManyClients(server.address(), pool);
            List<AsyncTcpStream> streams = Async.blockOn(ManyClientsAsync.connect(all, clients));
            out.println(streams.size() + " clients are connected.");
            Outcome outcome = Async.blockOn(ManyClientsAsync.talk(all, streams));
            out.println(outcome.echoed() + " had their echo, " + outcome.vanished() + " vanished.");
            return outcome;
        } finally {
            server.shutdown(Duration.ofSeconds(10));
            out.println(server.clients() + " are left.");
        }
    }

    @AsyncFn
    List<AsyncTcpStream> connect(int clients) throws IOException {
        List<AsyncTcpStream> streams = new ArrayList<>();
        while (streams.size() < clients) {
            streams.add(await(AsyncTcpStream.connect(server)));
        }
        return streams;
    }

    /** Starts a task for each, then waits for each. */
    @AsyncFn
    Outcome talk(List<AsyncTcpStream> streams) {
        List<JoinHandle<Boolean>> talks = new ArrayList<>();
        Manner[] manners = Manner.values();
        for (AsyncTcpStream stream : streams) {
            talks.add(pool.spawn(ManyClientsAsync.talk(stream, manners[talks.size() % manners.length])));
        }
        int echoed = 0;
        for (JoinHandle<Boolean> talk : talks) {
            echoed += await(talk) ? 1 : 0;
        }
        return new Outcome(streams.size(), echoed, streams.size() - echoed);
    }

    /** One client; returns whether it had its echo. */
    @AsyncFn
    static boolean talk(AsyncTcpStream stream, Manner manner) throws IOException {
        try (stream) {
            send(stream, manner);
            if (manner == Manner.VANISHING) {
                stream.setOption(StandardSocketOptions.SO_LINGER, 0); // so that closing resets the connection
                return false;
            }
            ByteBuffer echo = ByteBuffer.allocate(MESSAGE.length);
            await(stream.readExactly(echo));
            stream.shutdownOutput();
            boolean atEnd = await(stream.read(ByteBuffer.allocate(1))) == -1;
            return atEnd && echo.flip().equals(ByteBuffer.wrap(MESSAGE));
        }
    }

    @AsyncFn
    static void send(AsyncTcpStream stream, Manner manner) throws IOException {
        ByteBuffer message = ByteBuffer.wrap(MESSAGE);
        if (manner == Manner.SLOW) {
            while (message.hasRemaining()) {
                await(stream.writeAll(message.limit(message.position() + 1)));
                message.limit(MESSAGE.length);
                await(Sleep.of(SLOWNESS));
            }
        }
        await(stream.writeAll(message));
    }
}
