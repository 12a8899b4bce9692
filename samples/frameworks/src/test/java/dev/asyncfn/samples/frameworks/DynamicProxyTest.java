package dev.asyncfn.samples.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.LocalPool;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A proxy of the JDK overrides all methods of its interfaces by methods that are no async fns. */
class DynamicProxyTest {
    private final List<String> calls = new ArrayList<>();

    private static Accounts proxy(InvocationHandler handler) {
        return (Accounts)
                Proxy.newProxyInstance(Accounts.class.getClassLoader(), new Class<?>[] {Accounts.class}, handler);
    }

    private Accounts recording() {
        return proxy((proxy, method, arguments) -> {
            calls.add(method.getName());
            return method.isDefault()
                    ? InvocationHandler.invokeDefault(proxy, method, arguments)
                    : "owner of " + arguments[0];
        });
    }

    @Test
    void handlerIsCalledOnceInTheFirstPoll() throws IOException {
        Future<String> owner = AccountsAsync.owner(recording(), 3);
        assertThat(calls).isEmpty();
        assertThat(Async.blockOn(owner)).isEqualTo("owner of 3");
        assertThat(calls).containsExactly("owner");
    }

    @Test
    void defaultAsyncFnOfAProxyIsWhatTheHandlerMakesOfIt() throws IOException {
        assertThat(Async.blockOn(AccountsAsync.owners(recording(), List.of(3L, 4L))))
                .containsExactly("owner of 3", "owner of 4");
        assertThat(calls).containsExactly("owners", "owner", "owner");
    }

    @Test
    void otherAsyncFnsAwaitAProxyOnAnExecutor() throws Exception {
        assertThat(new LocalPool().runUntil(LetterAsync.toBoth(recording(), 3, 4)))
                .isEqualTo("Dear owner of 3 and owner of 4");
    }

    @Test
    void futureFailsAsTheCallDoes() {
        Accounts declared = proxy((proxy, method, arguments) -> {
            throw new IOException("declared");
        });
        Accounts undeclared = proxy((proxy, method, arguments) -> {
            throw new TimeoutException("undeclared");
        });

        assertThatThrownBy(() -> Async.blockOn(AccountsAsync.owner(declared, 3)))
                .isInstanceOf(IOException.class)
                .hasMessage("declared");
        assertThatThrownBy(() -> Async.blockOn(AccountsAsync.owner(undeclared, 3)))
                .isInstanceOf(UndeclaredThrowableException.class)
                .hasCauseInstanceOf(TimeoutException.class);
    }
}
