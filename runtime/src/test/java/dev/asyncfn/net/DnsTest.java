package dev.asyncfn.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.executor.Blocking;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Names of hosts. */
class DnsTest {
    private final TaskProbe task = new TaskProbe();

    @Test
    void aNameHasAddresses() throws Exception {
        assertThat(Async.blockOn(Dns.lookup("localhost"))).contains(InetAddress.getByName("localhost"));
        assertThat(Async.blockOn(Dns.lookup("127.0.0.1"))).containsExactly(InetAddress.getByName("127.0.0.1"));
    }

    @Test
    void aNameThatNoHostHasFails() {
        assertThatThrownBy(() -> Async.blockOn(Dns.lookup("nowhere.invalid"))).isInstanceOf(UnknownHostException.class);
        assertThatThrownBy(() -> Async.blockOn(AsyncTcpStream.connect("nowhere.invalid", 80)))
                .isInstanceOf(UnknownHostException.class);
    }

    @Test
    void theResolverRunsOutsideThePollAndMayBeLate() throws Exception {
        Queue<Runnable> jobs = new ArrayDeque<>();
        TryFuture<InetAddress[], IOException> lookup =
                new Lookup(() -> Blocking.spawnBlocking(() -> Lookup.Answer.of("127.0.0.1"), jobs::add), "127.0.0.1");
        assertThat(jobs).isEmpty();
        assertThat(task.poll(lookup)).isSameAs(Poll.pending());
        jobs.remove().run();
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(lookup).isReady()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> task.poll(lookup));
        TryFuture<InetAddress[], IOException> dropped =
                new Lookup(() -> Blocking.spawnBlocking(() -> Lookup.Answer.of("x.invalid"), jobs::add), "x.invalid");
        task.poll(dropped);
        dropped.drop();
        jobs.remove().run();
        assertThat(task.held()).isZero();
    }

    @Test
    void aHostIsConnectedToByName() throws Exception {
        try (AsyncTcpListener listener = AsyncTcpListener.bind(TcpPair.anyPort());
                AsyncTcpStream stream = Async.blockOn(AsyncTcpStream.connect(
                        "localhost", listener.localAddress().getPort()))) {
            assertThat(stream.remoteAddress()).isEqualTo(listener.localAddress());
        }
        assertThatIllegalArgumentException().isThrownBy(() -> AsyncTcpStream.connect("localhost", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> AsyncTcpStream.connect("localhost", 65_536));
    }

    private static TryFuture<InetAddress[], IOException> answer(int count) throws IOException {
        InetAddress[] addresses = new InetAddress[count];
        for (int i = 0; i < count; i++) {
            addresses[i] = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (i + 1)});
        }
        return cx -> Poll.ready(addresses);
    }

    @Test
    void theAddressesAreTriedInOrderUntilOneAccepts() throws Exception {
        List<InetAddress> tried = new ArrayList<>();
        try (AsyncTcpListener listener = AsyncTcpListener.bind(TcpPair.anyPort());
                AsyncTcpStream stream = Async.blockOn(new ConnectByName(answer(4), address -> {
                    tried.add(address);
                    if (tried.size() < 3) {
                        return cx -> {
                            throw new ConnectException("refused by " + address.getHostAddress());
                        };
                    }
                    return AsyncTcpStream.connect(listener.localAddress());
                }))) {
            assertThat(stream.isOpen()).isTrue();
            assertThat(tried)
                    .extracting(InetAddress::getHostAddress)
                    .containsExactly("127.0.0.1", "127.0.0.2", "127.0.0.3");
        }
    }

    @Test
    void ifNoneAcceptsTheLastFailureHasTheOthers() throws Exception {
        ConnectByName connect = new ConnectByName(answer(2), address -> cx -> {
            throw new ConnectException("refused by " + address.getHostAddress());
        });
        assertThatThrownBy(() -> task.poll(connect))
                .isInstanceOf(ConnectException.class)
                .hasMessage("refused by 127.0.0.2")
                .satisfies(thrown -> assertThat(thrown.getSuppressed()[0]).hasMessage("refused by 127.0.0.1"));
        assertThatIllegalStateException().isThrownBy(() -> task.poll(connect));
    }

    @Test
    void aDropGivesUpTheAttemptThatIsUnderWay() throws Exception {
        boolean[] dropped = new boolean[1];
        ConnectByName connect = new ConnectByName(answer(2), address -> new TryFuture<>() {
            @Override
            public Poll<AsyncTcpStream> poll(dev.asyncfn.Context cx) {
                return Poll.pending();
            }

            @Override
            public void drop() {
                dropped[0] = true;
            }
        });
        assertThat(task.poll(connect)).isSameAs(Poll.pending());
        assertThat(task.poll(connect)).isSameAs(Poll.pending());
        connect.drop();
        assertThat(dropped[0]).isTrue();
    }
}
