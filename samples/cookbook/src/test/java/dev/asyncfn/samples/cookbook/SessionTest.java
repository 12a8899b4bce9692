package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Sleep;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTest {
    /** Refuses the first logins; each takes a second. */
    private static final class Service implements Session.Service {
        private int refusals;
        private int logins;

        @Override
        public TryFuture<String, IOException> login() {
            logins++;
            Future<Void> slow = Sleep.of(Duration.ofSeconds(1));
            if (refusals-- > 0) {
                return Futures.failingWith(
                        Futures.andThen(slow, slept -> Future.failed(new IOException("busy"))), IOException.class);
            }
            return Futures.failingWith(Futures.map(slow, slept -> "token"), IOException.class);
        }

        @Override
        public TryFuture<String, IOException> send(String token, String request) {
            return Futures.failingWith(Future.ready(token + " " + request), IOException.class);
        }
    }

    private final Service service = new Service();

    private void runUntilItLogsIn(TestExecutor executor) {
        while (service.logins == 0) {
            executor.run(Futures.yieldNow());
        }
    }

    @Test
    void allWhoAskBeforeItWaitForOneLogin() {
        TestExecutor.explore(200, executor -> {
            service.logins = 0;
            Session session = new Session(service);
            List<JoinHandle<String>> requests = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                requests.add(executor.spawn(SessionAsync.send(session, "request " + i)));
            }
            assertThat(executor.run(Futures.joinAll(requests)))
                    .hasSize(5)
                    .allMatch(answer -> answer.startsWith("token "));
            assertThat(service.logins).isEqualTo(1);
            assertThat(executor.elapsed()).isEqualTo(Duration.ofSeconds(1));
        });
    }

    @Test
    void oneWhoseLoginFailsIsToldAndTheNextTriesItselfAgain() {
        TestExecutor.explore(200, executor -> {
            service.logins = 0;
            service.refusals = 1;
            Session session = new Session(service);
            JoinHandle<String> first = executor.spawn(SessionAsync.send(session, "a"));
            runUntilItLogsIn(executor);
            JoinHandle<String> second = executor.spawn(SessionAsync.send(session, "b"));
            assertThat(executor.run(second)).isEqualTo("token b");
            assertThatThrownBy(() -> executor.run(first)).hasRootCauseMessage("busy");
            assertThat(service.logins).isEqualTo(2);
        });
    }

    @Test
    void ifTheOneWhoLogsInIsAbortedAnotherOneDoes() {
        TestExecutor.explore(200, executor -> {
            service.logins = 0;
            Session session = new Session(service);
            JoinHandle<String> first = executor.spawn(SessionAsync.send(session, "a"));
            runUntilItLogsIn(executor);
            JoinHandle<String> second = executor.spawn(SessionAsync.send(session, "b"));
            executor.run(Futures.yieldNow());
            first.abort();
            assertThat(executor.run(second)).isEqualTo("token b");
            assertThat(executor.held()).isZero();
        });
    }
}
