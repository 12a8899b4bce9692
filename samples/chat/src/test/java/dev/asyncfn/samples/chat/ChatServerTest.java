package dev.asyncfn.samples.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatServerTest {
    private static final Duration LONG = Duration.ofHours(1);

    private ChatServer server;

    @BeforeEach
    void start() throws IOException {
        server = ChatServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void shutdown() throws Exception {
        server.shutdown(Duration.ZERO);
        assertThat(server.clients()).isZero();
    }

    private void awaitClients(int count) {
        while (server.clients() != count) {
            Thread.yield();
        }
    }

    @Test
    void what_one_says_all_others_hear() throws Exception {
        try (TestClient ada = TestClient.named("Ada", server);
                TestClient grace = TestClient.named("Grace", server);
                TestClient tony = TestClient.named("Tony", server)) {
            ada.assertHears("Grace has come in.", "Tony has come in.");
            grace.assertHears("Tony has come in.");
            ada.say("Good morning!");
            ada.say("");
            ada.say("Überall Grüße");
            for (TestClient other : new TestClient[] {grace, tony}) {
                other.assertHears("Ada: Good morning!", "Ada: Überall Grüße");
            }
            tony.say("Hi");
            ada.assertHears("Tony: Hi"); // and nothing of her own
        }
        awaitClients(0);
    }

    @Test
    void rooms_are_among_themselves() throws Exception {
        try (TestClient ada = TestClient.named("Ada", server);
                TestClient grace = TestClient.named("Grace", server);
                TestClient tony = TestClient.named("Tony", server)) {
            ada.say("/join  compilers");
            ada.assertHears("Grace has come in.", "Tony has come in.", "This is compilers.");
            grace.assertHears("Tony has come in.", "Ada has gone to compilers.");
            tony.assertHears("Ada has gone to compilers.");
            grace.say("/join compilers");
            ada.assertHears("Grace has come in.");
            grace.assertHears("This is compilers.");
            grace.say("just us");
            ada.assertHears("Grace: just us");
            ada.say("/who");
            ada.assertHears("In compilers: Ada, Grace");
            ada.say("/join");
            ada.assertHears("This is lobby.");
            tony.assertHears("Grace has gone to compilers.", "Ada has come in.");
        }
    }

    @Test
    void every_member_has_a_name_of_its_own() throws Exception {
        try (TestClient ada = TestClient.named("Ada", server);
                TestClient other = new TestClient(server)) {
            for (String name : new String[] {"Ada", "", "  ", "/quit"}) {
                other.say(name);
                other.assertHears("You cannot have that name. Another one?");
            }
            other.say("Ada 2");
            ada.assertHears("Ada 2 has come in.");
            ada.say("/quit");
            ada.assertHearsTheEnd();
        }
        TestClient.named("Ada", server).close();
    }

    @Test
    void unknown_commands_are_answered_not_told() throws Exception {
        try (TestClient ada = TestClient.named("Ada", server)) {
            ada.say("/dance now");
            ada.assertHears("There is no /dance, only /join <room>, /who and /quit.");
        }
    }

    @Test
    void lines_may_come_in_pieces_and_several_at_once() throws Exception {
        try (TestClient ada = TestClient.named("Ada", server);
                TestClient grace = TestClient.named("Grace", server)) {
            grace.send("one\r\ntwo\nth");
            ada.assertHears("Grace has come in.", "Grace: one", "Grace: two");
            grace.send("r");
            grace.send("ee\n" + "x".repeat(900) + "\n");
            ada.assertHears("Grace: three", "Grace: " + "x".repeat(900));
        }
    }

    @Test
    void who_sends_an_endless_line_is_disconnected() throws Exception {
        try (TestClient ada = TestClient.named("Ada", server);
                TestClient grace = TestClient.named("Grace", server)) {
            grace.send("x".repeat(1_001));
            ada.assertHears("Grace has come in.", "Grace has left.");
        }
    }

    @Test
    void who_ends_its_output_has_left_and_still_hears_what_it_was_told() throws Exception {
        try (TestClient ada = TestClient.named("Ada", server);
                TestClient grace = TestClient.named("Grace", server)) {
            ada.assertHears("Grace has come in.");
            ada.say("a last word");
            ada.say("/who");
            ada.assertHears("In lobby: Ada, Grace");
            grace.socket.shutdownOutput();
            grace.assertHears("Ada: a last word");
            grace.assertHearsTheEnd();
            ada.assertHears("Grace has left.");
        }
    }

    @Test
    void a_client_may_leave_without_ever_saying_its_name() throws Exception {
        try (TestClient nameless = new TestClient(server)) {
            nameless.socket.shutdownOutput();
            nameless.assertHearsTheEnd();
        }
        awaitClients(0);
    }

    @Test
    void who_vanishes_has_left() throws Exception {
        try (TestClient ada = TestClient.named("Ada", server)) {
            TestClient.named("Grace", server).vanish();
            ada.assertHears("Grace has come in.", "Grace has left.");
            new TestClient(server).vanish();
            awaitClients(1);
        }
    }

    @Test
    void who_does_not_listen_keeps_nobody_waiting_and_is_disconnected_in_the_end() throws Exception {
        try (TestClient ada = TestClient.named("Ada", server);
                TestClient grace = TestClient.named("Grace", server);
                TestClient deaf = TestClient.named("Deaf", server)) {
            ada.assertHears("Grace has come in.", "Deaf has come in.");
            grace.assertHears("Deaf has come in.");
            int heard = 0;
            String line;
            do {
                String word = "x".repeat(900) + heard++;
                ada.say(word);
                line = grace.hear();
                if (!line.equals("Deaf has left.")) {
                    assertThat(line).isEqualTo("Ada: " + word);
                }
            } while (!line.equals("Deaf has left."));
            assertThat(heard).isGreaterThan(100);
            ada.assertHears("Deaf has left.");
            assertThatThrownBy(() -> {
                        for (; ; ) {
                            deaf.say("anybody there?");
                        }
                    })
                    .isInstanceOf(SocketException.class);
        }
    }

    @Test
    void who_has_left_without_hearing_everything_is_disconnected_after_a_while() throws Exception {
        ChatServer strict =
                ChatServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Duration.ofMillis(1));
        try (TestClient ada = TestClient.named("Ada", strict);
                TestClient grace = TestClient.named("Grace", strict)) {
            int told = 0;
            int heard;
            do {
                told += 50; // until it is more than the system keeps for who does not listen
                heard = heardAfterLeaving(strict, ada, grace, told);
            } while (heard == told);
            assertThat(heard).isLessThan(told);
        } finally {
            strict.shutdown(Duration.ZERO);
        }
    }

    /** How many lines a client can hear that does not listen before it has left, and the server has forgotten it. */
    private static int heardAfterLeaving(ChatServer server, TestClient ada, TestClient grace, int told)
            throws IOException {
        try (TestClient deaf = TestClient.deaf("Deaf", server)) {
            ada.skipTo("Deaf has come in.");
            grace.assertHears("Deaf has come in.");
            for (int i = 0; i < told; i++) {
                String word = "x".repeat(900) + i;
                ada.say(word);
                grace.assertHears("Ada: " + word);
            }
            deaf.socket.shutdownOutput();
            grace.assertHears("Deaf has left.");
            while (server.clients() != 2) {
                Thread.yield();
            }
            return deaf.countToTheEnd();
        }
    }

    @Test
    void a_graceful_shutdown_says_goodbye_to_everybody() throws Exception {
        try (TestClient ada = TestClient.named("Ada", server);
                TestClient nameless = new TestClient(server)) {
            server.shutdown(LONG);
            ada.assertHears("The server is shut down. Good-bye!");
            ada.assertHearsTheEnd();
            nameless.assertHears("The server is shut down. Good-bye!");
            nameless.assertHearsTheEnd();
        }
        server.awaitShutdown();
        assertThatThrownBy(() -> new TestClient(server)).isInstanceOf(IOException.class);
    }
}
