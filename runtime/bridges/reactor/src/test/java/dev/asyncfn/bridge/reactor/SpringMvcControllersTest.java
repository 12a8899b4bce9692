package dev.asyncfn.bridge.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Controllers of Spring MVC return futures: the request goes on without a thread until the future is ready. */
class SpringMvcControllersTest {
    private final MockMvcTester application = MockMvcTester.of(new Greetings());

    @BeforeAll
    static void register() {
        SharedRegistry.adapted();
    }

    @Test
    void theFutureOfAnAsyncFnIsTheResponse() {
        assertThat(application.get().uri("/greetings/Ada")).hasStatusOk().hasBodyTextEqualTo("Hello Ada");
    }

    @Test
    void theExceptionOfAnAsyncFnIsTheStatus() {
        assertThat(application.get().uri("/taken")).hasStatus(409);
    }
}
