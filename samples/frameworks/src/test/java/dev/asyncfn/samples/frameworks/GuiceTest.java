package dev.asyncfn.samples.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.matcher.Matchers;
import dev.asyncfn.Async;
import dev.asyncfn.executor.LocalPool;
import java.io.IOException;
import org.aopalliance.intercept.MethodInvocation;
import org.junit.jupiter.api.Test;

/** Guice's objects are of a generated subclass themselves: its methods call the interceptors, and these the method above. */
class GuiceTest {
    private final Advice advice = new Advice();

    private final Injector injector = Guice.createInjector(new AbstractModule() {
        @Override
        protected void configure() {
            bindInterceptor(Matchers.any(), Matchers.any(), GuiceTest.this::intercept);
        }

        @Provides
        Accounts accounts(Provider<StoredAccounts> stored) {
            return stored.get();
        }
    });

    private final Accounts accounts = injector.getInstance(Accounts.class);

    private Object intercept(MethodInvocation call) throws Throwable {
        return advice.around(call.getMethod().getName(), () -> {
            try {
                return call.proceed();
            } catch (Exception | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void interceptorsStandAroundTheWholeAsyncFn() throws Exception {
        assertThat(accounts.getClass()).isNotEqualTo(StoredAccounts.class);
        assertThat(Async.blockOn(AccountsAsync.owner(accounts, 3))).isEqualTo("stored account 3");
        assertThat(advice.seen()).containsExactly("begin owner", "commit stored account 3");
    }

    @Test
    void interceptorSeesTheFailureOfTheAsyncFn() {
        assertThatThrownBy(() -> Async.blockOn(AccountsAsync.owner(accounts, -1)))
                .isInstanceOf(IOException.class);
        assertThat(advice.seen()).containsExactly("begin owner", "roll back: no account -1");
    }

    @Test
    void asyncFnInsideAnInterceptorMayNotAwaitOnAnExecutor() {
        assertThatThrownBy(() -> new LocalPool().runUntil(AccountsAsync.owner(accounts, 3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(accounts.getClass().getName() + ".owner", "is none itself");
    }

    /** The object has the fields, so a final async fn reads them; no interceptor sees it. */
    @Test
    void finalAsyncFnIsNotIntercepted() {
        Names names = injector.getInstance(Names.class);
        assertThat(Async.blockOn(NamesAsync.name(names, 3))).isEqualTo("stored name 3");
        assertThat(advice.seen()).isEmpty();
    }
}
