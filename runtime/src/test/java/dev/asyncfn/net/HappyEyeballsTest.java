package dev.asyncfn.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Sleep;
import dev.asyncfn.time.Timeouts;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Connections to a host with several addresses (RFC 8305), with a resolver and connections that are made up, in virtual time. */
class HappyEyeballsTest {
    private final List<String> log = new ArrayList<>();
    private final Map<String, Attempt> plan = new TreeMap<>();
    private TestExecutor executor = new TestExecutor(1);

    /** What comes of an attempt, and after how many milliseconds; nothing ever, if that is negative. */
    private record Attempt(int millis, IOException failure) {}

    private void answers(String address, int millis) {
        plan.put(address, new Attempt(millis, null));
    }

    private void refuses(String address, int millis) {
        plan.put(address, new Attempt(millis, new ConnectException(address)));
    }

    private static InetAddress[] addresses(String... literals) {
        return Stream.of(literals)
                .map(literal -> {
                    try {
                        return InetAddress.getByName(literal);
                    } catch (UnknownHostException e) {
                        throw new AssertionError(e);
                    }
                })
                .toArray(InetAddress[]::new);
    }

    private final class Made implements TryFuture<AsyncTcpStream, IOException> {
        private final String name;
        private final Attempt attempt;
        private Sleep sleep;

        Made(String name) {
            this.name = name;
            this.attempt = plan.get(name);
        }

        @Override
        public Poll<AsyncTcpStream> poll(Context cx) throws IOException {
            if (sleep == null) {
                log.add(executor.elapsed().toMillis() + " " + name);
                sleep = Sleep.of(attempt.millis() < 0 ? Duration.ofDays(1) : Duration.ofMillis(attempt.millis()));
            }
            if (sleep.poll(cx).isPending()) {
                return Poll.pending();
            }
            if (attempt.failure() != null) {
                throw attempt.failure();
            }
            log.add(executor.elapsed().toMillis() + " connected " + name);
            return Poll.ready(null);
        }

        @Override
        public void drop() {
            log.add("gives up " + name);
            sleep.drop();
        }
    }

    private TryFuture<AsyncTcpStream, IOException> connect(String... literals) {
        TryFuture<InetAddress[], IOException> resolver = cx -> Poll.ready(addresses(literals));
        return new ConnectByName(resolver, address -> new Made(address.getHostAddress()));
    }

    // ---- the order

    @Test
    void familiesAlternateAndKeepTheirOrder() {
        assertThat(AddressOrder.interleaved(
                        addresses("2001:db8::1", "2001:db8::2", "2001:db8::3", "192.0.2.1", "192.0.2.2")))
                .containsExactly(addresses("2001:db8::1", "192.0.2.1", "2001:db8::2", "192.0.2.2", "2001:db8::3"));
        assertThat(AddressOrder.interleaved(addresses("192.0.2.1", "192.0.2.2", "2001:db8::1")))
                .containsExactly(addresses("192.0.2.1", "2001:db8::1", "192.0.2.2"));
        assertThat(AddressOrder.interleaved(addresses("192.0.2.1"))).containsExactly(addresses("192.0.2.1"));
    }

    @Test
    void hostWithoutAnAddressIsUnknown() {
        assertThatThrownBy(() -> executor.run(connect())).isInstanceOf(UnknownHostException.class);
    }

    // ---- the times

    @Test
    void oneThatAnswersInTimeIsTheOnlyOneTried() throws Exception {
        answers("192.0.2.1", 249);
        executor.run(connect("192.0.2.1", "192.0.2.2"));
        assertThat(log).containsExactly("0 192.0.2.1", "249 connected 192.0.2.1");
        assertThat(executor.held()).isZero();
    }

    @Test
    void anotherBeginsEvery250MillisecondsAndTheFirstAnswerWins() throws Exception {
        answers("192.0.2.1", 700);
        answers("192.0.2.2", -1);
        answers("192.0.2.3", 300);
        executor.run(connect("192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4"));
        assertThat(log)
                .containsExactly(
                        "0 192.0.2.1",
                        "250 192.0.2.2",
                        "500 192.0.2.3",
                        "700 connected 192.0.2.1",
                        "gives up 192.0.2.2",
                        "gives up 192.0.2.3");
        assertThat(executor.held()).isZero();
        assertThat(executor.clock().untilNextTimer()).isEmpty();
    }

    /** What it is for: an IPv6 network that swallows everything costs a quarter of a second. */
    @Test
    void familyThatDoesNotAnswerCostsOneDelay() throws Exception {
        answers(addresses("2001:db8::1")[0].getHostAddress(), -1);
        answers("192.0.2.1", 20);
        executor.run(connect("2001:db8::1", "2001:db8::2", "2001:db8::3", "192.0.2.1"));
        assertThat(executor.elapsed()).isEqualTo(Duration.ofMillis(270));
    }

    @Test
    void failureBeginsTheNextAtOnceAndTheDelayAnew() throws Exception {
        refuses("192.0.2.1", 100);
        answers("192.0.2.2", 1_000);
        refuses("192.0.2.3", 0);
        answers("192.0.2.4", 30);
        executor.run(connect("192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4"));
        assertThat(log)
                .containsExactly(
                        "0 192.0.2.1",
                        "100 192.0.2.2",
                        "350 192.0.2.3",
                        "350 192.0.2.4",
                        "380 connected 192.0.2.4",
                        "gives up 192.0.2.2");
    }

    @Test
    void failureOfAnEarlierOneBeginsTheNextToo() throws Exception {
        refuses("192.0.2.1", 300);
        answers("192.0.2.2", -1);
        answers("192.0.2.3", 10);
        executor.run(connect("192.0.2.1", "192.0.2.2", "192.0.2.3"));
        assertThat(log)
                .containsExactly(
                        "0 192.0.2.1",
                        "250 192.0.2.2",
                        "300 192.0.2.3",
                        "310 connected 192.0.2.3",
                        "gives up 192.0.2.2");
    }

    // ---- the ends

    @Test
    void ifAllFailTheLastFailureHasTheOthersInOrder() {
        refuses("192.0.2.1", 600);
        refuses("192.0.2.2", 10);
        refuses("192.0.2.3", 10);
        assertThatThrownBy(() -> executor.run(connect("192.0.2.1", "192.0.2.2", "192.0.2.3")))
                .isInstanceOf(ConnectException.class)
                .hasMessage("192.0.2.1")
                .satisfies(last -> assertThat(last.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("192.0.2.2", "192.0.2.3"));
        assertThat(log).noneMatch(line -> line.startsWith("gives up"));
        assertThat(executor.clock().untilNextTimer()).isEmpty();
    }

    @Test
    void oneFailureThatAllShareIsNotSuppressedInItself() {
        IOException shared = new ConnectException("shared");
        plan.put("192.0.2.1", new Attempt(0, shared));
        plan.put("192.0.2.2", new Attempt(0, shared));
        assertThatThrownBy(() -> executor.run(connect("192.0.2.1", "192.0.2.2")))
                .isSameAs(shared)
                .hasNoSuppressedExceptions();
    }

    @Test
    void faultOfAnAttemptGivesUpTheOthers() {
        answers("192.0.2.1", -1);
        TryFuture<InetAddress[], IOException> resolver = cx -> Poll.ready(addresses("192.0.2.1", "192.0.2.2"));
        IllegalArgumentException fault = new IllegalArgumentException("port");
        TryFuture<AsyncTcpStream, IOException> connect = new ConnectByName(resolver, address -> {
            if (address.getHostAddress().equals("192.0.2.2")) {
                throw fault;
            }
            return new Made(address.getHostAddress());
        });
        assertThatThrownBy(() -> executor.run(connect)).isSameAs(fault);
        assertThat(log).containsExactly("0 192.0.2.1", "gives up 192.0.2.1");
    }

    @Test
    void timeoutGivesUpAllThatAreUnderWay() {
        for (String address : List.of("192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4")) {
            answers(address, -1);
        }
        assertThatThrownBy(() -> executor.run(Futures.andThen(
                        Future.ready(null),
                        start -> Timeouts.timeout(
                                Duration.ofMillis(600), connect("192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4")))))
                .isInstanceOf(ElapsedException.class);
        assertThat(log)
                .containsExactly(
                        "0 192.0.2.1",
                        "250 192.0.2.2",
                        "500 192.0.2.3",
                        "gives up 192.0.2.1",
                        "gives up 192.0.2.2",
                        "gives up 192.0.2.3");
        assertThat(executor.held()).isZero();
        assertThat(executor.clock().untilNextTimer()).isEmpty();
    }

    @Test
    void dumpShowsAllAttempts() {
        answers("192.0.2.1", -1);
        answers("192.0.2.2", -1);
        TryFuture<AsyncTcpStream, IOException> connect = connect("192.0.2.1", "192.0.2.2");
        JoinHandle<AsyncTcpStream> handle = executor.spawn(connect);
        executor.runUntilStalled();
        assertThat(((Traced) connect).awaitedAll()).hasSize(1);
        executor.clock().advance(Duration.ofMillis(250));
        executor.runUntilStalled();
        assertThat(((Traced) connect).awaitedAll()).hasSize(2);
        handle.abort();
        executor.runUntilStalled();
        assertThat(((Traced) connect).awaitedAll()).isEmpty();
        assertThat(((Traced) connect).state()).isEqualTo("DONE");
    }

    @Test
    void everySchedulePicksTheSame() {
        TestExecutor.explore(100, explored -> {
            executor = explored;
            log.clear();
            answers("192.0.2.1", 400);
            answers("192.0.2.2", 200);
            explored.spawn("noise", Sleep.of(Duration.ofMillis(400), explored.clock()));
            explored.run(connect("192.0.2.1", "192.0.2.2"));
            assertThat(log).contains("400 connected 192.0.2.1", "gives up 192.0.2.2");
        });
    }

    // ---- sockets

    /** One address answers, the others of this host do not: a socket that is there for each while it waits, and none after. */
    @Test
    void losersCloseTheirSockets() throws Exception {
        TaskProbe task = new TaskProbe();
        try (AsyncTcpListener listener = AsyncTcpListener.bind(TcpPair.anyPort())) {
            int registered = TcpPair.registered();
            List<SocketChannel> opened = new ArrayList<>();
            InetAddress[] hosts = addresses("127.0.0.1", "127.0.0.2", "127.0.0.3");
            var connect = new ConnectByName(cx -> Poll.ready(hosts), address -> {
                if (address.equals(hosts[2])) {
                    return AsyncTcpStream.connect(listener.localAddress());
                }
                return unanswered(opened);
            });
            try (AsyncTcpStream stream = Async.blockOn(connect)) {
                assertThat(stream.remoteAddress()).isEqualTo(listener.localAddress());
                assertThat(opened).hasSize(2).noneMatch(SocketChannel::isOpen);
                assertThat(TcpPair.registered()).isEqualTo(registered + 1);
            }
            var dropped = new ConnectByName(cx -> Poll.ready(Arrays.copyOf(hosts, 2)), address -> unanswered(opened));
            assertThat(task.poll(dropped).isPending()).isTrue();
            dropped.drop();
            dropped.drop();
            assertThat(opened).hasSize(3).noneMatch(SocketChannel::isOpen);
            assertThat(task.held()).isZero();
        }
    }

    /** Has a socket, and no answer. */
    private static TryFuture<AsyncTcpStream, IOException> unanswered(List<SocketChannel> opened) {
        return new TryFuture<>() {
            private SocketChannel channel;

            @Override
            public Poll<AsyncTcpStream> poll(Context cx) throws IOException {
                if (channel == null) {
                    channel = SocketChannel.open();
                    opened.add(channel);
                }
                return Poll.pending();
            }

            @Override
            public void drop() {
                try {
                    channel.close();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        };
    }

    /** Real sockets: a port on which nobody listens at one loopback address, and a listener at another. */
    @Test
    void realAddressesAreTriedUntilOneAccepts() throws Exception {
        try (AsyncTcpListener listener = AsyncTcpListener.bind(TcpPair.anyPort())) {
            int port = listener.localAddress().getPort();
            InetAddress[] hosts = addresses("::1", "127.0.0.1");
            InetAddress own = listener.localAddress().getAddress();
            var connect = new ConnectByName(
                    cx -> Poll.ready(hosts), address -> AsyncTcpStream.connect(new InetSocketAddress(address, port)));
            try (AsyncTcpStream stream = Async.blockOn(connect)) {
                assertThat(List.of(hosts)).contains(own);
                assertThat(stream.remoteAddress().getPort()).isEqualTo(port);
            }
        }
    }
}
