package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Sleep;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsersTest {
    private final List<Long> asked = new ArrayList<>();

    private Future<String> server(long id) {
        asked.add(id);
        return Futures.map(Sleep.of(Duration.ofMillis(20)), slept -> id == 0 ? "" : "user " + id);
    }

    @Test
    void futureIsThatOfTheImplementation() throws IOException {
        Users users = new Users.Cached(new Users.Remote(this::server));
        try (TestExecutor executor = new TestExecutor(1)) {
            assertThat(executor.run(UsersAsync.all(users, List.of(1L, 2L, 1L))))
                    .containsExactly("user 1", "user 2", "user 1");
        }
        assertThat(asked).containsExactly(1L, 2L);
    }

    @Test
    void failureIsTheDeclaredOne() {
        Users users = new Users.Remote(this::server);
        try (TestExecutor executor = new TestExecutor(1)) {
            assertThatThrownBy(() -> executor.run(UsersAsync.find(users, 0)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no user 0");
        }
    }

    @Test
    void lambdaStandsInForARepository() throws IOException {
        Users mock = id -> "mock " + id;
        try (TestExecutor executor = new TestExecutor(1)) {
            assertThat(executor.run(UsersAsync.all(new Users.Cached(mock), List.of(7L))))
                    .containsExactly("mock 7");
        }
    }
}
