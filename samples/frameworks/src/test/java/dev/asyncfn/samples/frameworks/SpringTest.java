package dev.asyncfn.samples.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.Blocking;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.LocalPool;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;

/**
 * Spring's proxies: an object of a subclass whose methods call the interceptors, and these the method of another object. The future of such
 * a method is that call. An interceptor so sees all of the async fn between its begin and its end, but the call cannot be suspended.
 */
class SpringTest {
    private final Advice advice = new Advice();

    private <T> T proxy(T target, boolean ofItsClass, Class<T> type) {
        ProxyFactory factory = new ProxyFactory(target);
        factory.setProxyTargetClass(ofItsClass);
        factory.addAdvice(
                (MethodInterceptor) call -> advice.around(call.getMethod().getName(), callable(call::proceed)));
        return type.cast(factory.getProxy());
    }

    private interface Proceeding {
        Object proceed() throws Throwable;
    }

    private static Callable<Object> callable(Proceeding call) {
        return () -> {
            try {
                return call.proceed();
            } catch (Exception | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        };
    }

    private <T> T cglib(T target, Class<T> type) {
        T proxy = proxy(target, true, type);
        assertThat(AopUtils.isCglibProxy(proxy)).isTrue();
        return proxy;
    }

    private StoredAccounts cglib(StoredAccounts target) {
        return cglib(target, StoredAccounts.class);
    }

    @Test
    void interceptorsOfACglibProxyStandAroundTheWholeAsyncFn() throws Exception {
        Future<String> owner = StoredAccountsAsync.owner(cglib(new StoredAccounts()), 3);
        assertThat(advice.seen()).isEmpty();

        assertThat(Async.blockOn(owner)).isEqualTo("stored account 3");
        assertThat(advice.seen()).containsExactly("begin owner", "commit stored account 3");
    }

    @Test
    void futureOfAnInterfacesAsyncFnReachesTheProxyToo() {
        assertThat(Async.blockOn(LetterAsync.to(cglib(new StoredAccounts()), 3)))
                .isEqualTo("Dear stored account 3");
        assertThat(advice.seen()).containsExactly("begin owner", "commit stored account 3");
    }

    @Test
    void interceptorSeesTheFailureOfTheAsyncFn() {
        assertThatThrownBy(() -> Async.blockOn(StoredAccountsAsync.owner(cglib(new StoredAccounts()), -1)))
                .isInstanceOf(IOException.class)
                .hasMessage("no account -1");
        assertThat(advice.seen()).containsExactly("begin owner", "roll back: no account -1");
    }

    @Test
    void inheritedAsyncFnRunsOnTheTarget() throws Exception {
        StoredAccounts target = new StoredAccounts();
        assertThat(Async.blockOn(AuditedAccountsAsync.audited(cglib(target), 3)))
                .isEqualTo("stored account 3, record 1");
        assertThat(advice.seen()).containsExactly("begin audited", "commit stored account 3, record 1");
    }

    @Test
    void proxyOfTheJdkIsCalledThroughItsInterface() throws Exception {
        Accounts proxy = proxy((Accounts) new StoredAccounts(), false, Accounts.class);
        assertThat(AopUtils.isJdkDynamicProxy(proxy)).isTrue();

        assertThat(Async.blockOn(AccountsAsync.owner(proxy, 3))).isEqualTo("stored account 3");
        assertThat(advice.seen()).containsExactly("begin owner", "commit stored account 3");
    }

    /** It could not be suspended inside the interceptor's call, so it refuses to await there, ready or not. */
    @Test
    void asyncFnBehindAProxyMayNotAwaitOnAnExecutor() {
        StoredAccounts proxy = cglib(new StoredAccounts());

        assertThatThrownBy(() -> new LocalPool().runUntil(StoredAccountsAsync.owner(proxy, 3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        proxy.getClass().getName() + ".owner", "is none itself", "such as with Blocking");
        assertThat(advice.seen()).hasSize(2).first().isEqualTo("begin owner");
    }

    @Test
    void asyncFnBehindAProxyMayWaitOnAThreadForBlocking() throws Exception {
        CompletableFuture<String> later = new CompletableFuture<>();
        StoredAccounts proxy = cglib(new StoredAccounts("stored ", later));

        JoinHandle<String> owner = Blocking.spawnBlocking(() -> proxy.owner(3));
        later.complete("account ");
        assertThat(new LocalPool().runUntil(owner)).isEqualTo("stored account 3");
        assertThat(advice.seen()).containsExactly("begin owner", "commit stored account 3");
    }

    /** Final methods are not those of the target: this is what the warning {@code final_on_proxied} tells. */
    @Test
    void finalAsyncFnOfAProxyReadsTheProxysOwnFields() {
        assertThat(Async.blockOn(NamesAsync.name(new Names(), 3))).isEqualTo("stored name 3");
        assertThat(Async.blockOn(NamesAsync.name(cglib(new Names(), Names.class), 3)))
                .isEqualTo("nullname 3");
        assertThat(advice.seen()).isEmpty();
    }
}
