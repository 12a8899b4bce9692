package dev.asyncfn.samples.chat;

import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.net.AsyncTcpListener;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Sleep;
import dev.asyncfn.time.Timeouts;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * A chat for anyone with a terminal. There are two tasks for each client: {@link #lookAfter} it, that is, {@link #listen} to what it says,
 * and {@link Client#deliver} what others say. They wait independently of each other, and of all other clients.
 */
public final class ChatServer {
    private static final System.Logger LOG = System.getLogger(ChatServer.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(100);
    /** How long a client that has left may take to read its last lines. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AsyncTcpListener listener;
    private final Duration patience;
    private final ThreadPool pool = ThreadPool.create();
    private final Chat chat = new Chat();
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final JoinHandle<Void> serving;
    private final CountDownLatch ended = new CountDownLatch(1);

    private ChatServer(AsyncTcpListener listener, Duration patience) {
        this.listener = listener;
        this.patience = patience;
        this.serving = pool.spawn(ChatServerAsync.serve(this));
    }

    /** Starts a server on this address. */
    public static ChatServer start(InetSocketAddress address) throws IOException {
        return start(address, PATIENCE);
    }

    static ChatServer start(InetSocketAddress address, Duration patience) throws IOException {
        return new ChatServer(AsyncTcpListener.bind(address), patience);
    }

    /** Accepts clients, until the server is shut down. */
    @AsyncFn
    void serve() {
        while (true) {
            try {
                Client client = new Client(await(listener.accept()));
                clients.add(client);
                pool.spawn(ChatServerAsync.lookAfter(this, client));
            } catch (ClosedChannelException e) {
                return; // that was us
            } catch (IOException e) {
                LOG.log(Level.WARNING, "cannot accept a client", e);
                await(Sleep.of(PAUSE)); // if too many files are open, it gets better only when some clients leave
            }
        }
    }

    /** The life of one client. It ends when the client has received every line, or has taken too long to do so. */
    @AsyncFn
    void lookAfter(Client client) {
        try {
            JoinHandle<Void> delivery = pool.spawn(ClientAsync.deliver(client));
            listen(client);
            await(Timeouts.timeout(patience, delivery));
        } catch (ElapsedException e) {
            client.disconnect();
        } finally {
            clients.remove(client);
        }
    }

    /** Listens to one client, from its name to its last line. */
    @AsyncFn
    void listen(Client client) {
        try (client) {
            Optional<Member> member = await(introduce(client));
            if (member.isPresent()) {
                converse(member.get());
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a client vanished", e);
        }
    }

    /** Asks for a name until there is a good one; empty if the client leaves before that. */
    @AsyncFn
    Optional<Member> introduce(Client client) throws IOException {
        client.tell("Welcome! What is your name?");
        String name = await(client.lines().next());
        while (name != null) {
            Optional<Member> member = chat.enter(name, client);
            if (member.isPresent()) {
                return member;
            }
            client.tell("You cannot have that name. Another one?");
            name = await(client.lines().next());
        }
        return Optional.empty();
    }

    /** Listens to a member until the end. However that ends, the others are notified. */
    @AsyncFn
    void converse(Member member) throws IOException {
        try {
            String line = await(member.client().lines().next());
            while (line != null && chat.hear(member, line)) {
                line = await(member.client().lines().next());
            }
        } finally {
            chat.leave(member);
        }
    }

    /** The address on which it listens, or did. */
    public InetSocketAddress address() {
        return listener.localAddress();
    }

    /** How many clients there are, with and without a name. */
    public int clients() {
        return clients.size();
    }

    /** Blocks until the server has been shut down. */
    public void awaitShutdown() throws InterruptedException {
        ended.await();
    }

    /**
     * Ends the server gracefully: accepts no more clients, and hangs up on each once it has received every line.
     *
     * @param grace for how long; after that, those that are still reading are disconnected
     */
    public void shutdown(Duration grace) throws IOException, InterruptedException {
        listener.close();
        Async.blockOn(serving); // it has taken its last client
        for (Client client : clients) {
            client.tell("The server is shut down. Good-bye!");
            client.close();
        }
        pool.awaitTasks(grace);
        clients.forEach(Client::disconnect);
        pool.close();
        clients.clear(); // of those whose task had not begun yet
        ended.countDown();
    }
}
