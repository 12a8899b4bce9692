package dev.asyncfn.samples.echo;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.net.AsyncTcpListener;
import dev.asyncfn.net.AsyncTcpStream;
import dev.asyncfn.time.Sleep;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Sends back to every client what it sends. The two async fns are the whole server: {@link #serve()} accepts, and {@link #echo} is the life of
 * one client. They read as if there were a thread for each; there is a task for each, on as few threads as there are processors.
 */
public final class EchoServer {
    private static final System.Logger LOG = System.getLogger(EchoServer.class.getName());
    private static final int BUFFER_SIZE = 4 * 1024;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final AsyncTcpListener listener;
    private final ThreadPool pool = ThreadPool.create();
    private final Set<AsyncTcpStream> clients = ConcurrentHashMap.newKeySet();
    private final CountDownLatch ended = new CountDownLatch(1);

    private EchoServer(AsyncTcpListener listener) {
        this.listener = listener;
    }

    /** Starts a server on this address. */
    public static EchoServer start(InetSocketAddress address) throws IOException {
        EchoServer server = new EchoServer(AsyncTcpListener.bind(address));
        server.pool.spawn(EchoServerAsync.serve(server));
        return server;
    }

    /** Gives every client a task of its own, so that none has to wait for another, until the server is shut down. */
    @AsyncFn
    void serve() {
        while (true) {
            try {
                AsyncTcpStream client = await(listener.accept());
                clients.add(client);
                pool.spawn(EchoServerAsync.echo(this, client));
            } catch (ClosedChannelException e) {
                return; // that was us
            } catch (IOException e) {
                LOG.log(Level.WARNING, "cannot accept a client", e);
                await(Sleep.of(PAUSE)); // if too many files are open, it gets better only when some clients leave
            }
        }
    }

    /** The life of one client: until it ends its output, or vanishes. */
    @AsyncFn
    void echo(AsyncTcpStream client) {
        try (client) {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);
            while (await(client.read(buffer.clear())) != -1) {
                await(client.writeAll(buffer.flip()));
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a client vanished", e);
        } finally {
            clients.remove(client);
        }
    }

    /** The address on which it listens, or did. */
    public InetSocketAddress address() {
        return listener.localAddress();
    }

    /** How many clients there are. */
    public int clients() {
        return clients.size();
    }

    /** Blocks until the server has been shut down. */
    public void awaitShutdown() throws InterruptedException {
        ended.await();
    }

    /**
     * Ends the server gracefully: accepts no more clients, and lets those that are connected finish.
     *
     * @param grace for how long; after that, they are disconnected
     */
    public void shutdown(Duration grace) throws IOException, InterruptedException {
        listener.close();
        pool.awaitTasks(grace);
        pool.close(); // drops the tasks that are left: wherever one was suspended, its `try` closes its client
        for (AsyncTcpStream client : clients) {
            client.close(); // of a task that had not begun yet
        }
        clients.clear();
        ended.countDown();
    }
}
