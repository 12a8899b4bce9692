package dev.asyncfn.samples.cluster;

import static dev.asyncfn.Async.await;
import static dev.asyncfn.bridge.pekko.PekkoBridge.ask;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.io.FramedReader;
import dev.asyncfn.io.FramedWriter;
import dev.asyncfn.io.LinesCodec;
import dev.asyncfn.net.AsyncTcpListener;
import dev.asyncfn.net.AsyncTcpStream;
import dev.asyncfn.samples.cluster.Account.Command;
import dev.asyncfn.samples.cluster.Account.Deposit;
import dev.asyncfn.samples.cluster.Account.Receipt;
import dev.asyncfn.samples.cluster.Account.Show;
import dev.asyncfn.samples.cluster.Account.Statement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node's clients: lines over TCP, each answered by one line, wherever in the cluster the account is.
 *
 * <p>{@code deposit <account> <id> <amount>} is answered by {@code kept}, {@code refused} or {@code later}; {@code show <account>} by
 * {@code balance <sum> <id>,<id>...}.
 */
final class Front implements AutoCloseable {
    static final LinesCodec LINES = LinesCodec.of(1_000_000);

    private static final Logger LOG = LoggerFactory.getLogger(Front.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ActorSystem<?> system;
    private final ClusterSharding sharding;
    private final AsyncTcpListener listener;
    /** On the dispatcher of Pekko, so that a node has the threads of one engine, not of two. */
    private final ThreadPool pool;

    private Front(ActorSystem<?> system, AsyncTcpListener listener) {
        this.system = system;
        this.sharding = ClusterSharding.get(system);
        this.listener = listener;
        this.pool = ThreadPool.builder().name("front").build(system.executionContext());
    }

    /** Listens on a free port of this machine. */
    static Front start(ActorSystem<?> system) throws IOException {
        Front front =
                new Front(system, AsyncTcpListener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
        front.pool.spawnDetached(FrontAsync.serve(front));
        return front;
    }

    int port() {
        return listener.localAddress().getPort();
    }

    @AsyncFn
    void serve() throws IOException {
        try {
            while (true) {
                pool.spawnDetached(FrontAsync.client(this, await(listener.accept())));
            }
        } catch (ClosedChannelException closed) {
            LOG.debug("closed", closed); // by us
        }
    }

    /** Answers all requests of a client, until it goes. */
    @AsyncFn
    void client(AsyncTcpStream stream) {
        try (stream) {
            FramedReader<String> requests = FramedReader.of(stream, LINES);
            FramedWriter<String> answers = FramedWriter.of(stream, LINES);
            String request;
            while ((request = await(requests.next())) != null) {
                await(answers.send(await(FrontAsync.answer(this, request))));
            }
        } catch (IOException gone) {
            LOG.debug("a client is gone", gone);
        }
    }

    @AsyncFn
    String answer(String request) {
        String[] words = request.split(" ");
        boolean isShow = words[0].equals("show") && words.length == 2;
        if (!isShow && !(words[0].equals("deposit") && words.length == 4)) {
            return "unknown request";
        }
        EntityRef<Command> account = sharding.entityRefFor(AccountEntity.KEY, words[1]);
        try {
            if (isShow) {
                Statement statement = await(ask(account, (ActorRef<Statement> to) -> new Show(to), PATIENCE, system));
                return "balance " + statement.balance() + " " + String.join(",", statement.ids());
            }
            long amount = Long.parseLong(words[3]);
            Receipt receipt =
                    await(ask(account, (ActorRef<Receipt> to) -> new Deposit(words[2], amount, to), PATIENCE, system));
            return receipt.outcome().name().toLowerCase(Locale.ROOT);
        } catch (TimeoutException moving) {
            return "later"; // the account's node is gone, and the cluster has not moved it yet
        }
    }

    /** Takes no more clients, and drops those that are there. */
    @Override
    public void close() throws IOException {
        listener.close();
        pool.close();
    }
}
