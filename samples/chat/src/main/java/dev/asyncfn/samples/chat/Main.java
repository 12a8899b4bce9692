package dev.asyncfn.samples.chat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Runs a {@link ChatServer} until Ctrl-C, or the system, ends it. From the root of the project:
 *
 * <pre>mvn -B -ntp -q -pl samples/chat -am compile exec:exec</pre>
 *
 * <p>Then, in as many other terminals as you like: {@code nc localhost 7008}, or {@code telnet localhost 7008}. If the port is taken, give
 * another one as the argument: {@code -Dexec.args="-cp %classpath dev.asyncfn.samples.chat.Main 7009"}.
 */
public final class Main {
    private static final int PORT = 7008;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int port = args.length == 0 ? PORT : Integer.parseInt(args[0]);
        ChatServer server = ChatServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutdown(server)));
        System.out.println("The chat server listens on port " + server.address().getPort() + ". Ctrl-C ends it.");
        server.awaitShutdown();
    }

    private static void shutdown(ChatServer server) {
        System.out.println("Saying good-bye to " + server.clients() + " clients.");
        try {
            server.shutdown(GRACE);
        } catch (IOException e) {
            System.out.println("That did not go well: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
