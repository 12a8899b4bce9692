package dev.asyncfn.samples.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.executor.LocalPool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.weld.proxy.WeldClientProxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CDI's beans in Weld: a client proxy passes each call on to an object of an intercepted subclass. */
class CdiTest {
    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Audited {}

    /** Its objects are reached by a client proxy. */
    @ApplicationScoped
    @Audited
    static class SharedAccounts extends StoredAccounts {}

    /** No client proxy, no interceptor. */
    @Dependent
    static class OwnAccounts extends StoredAccounts {}

    /** Has a final async fn. */
    @Audited
    static class AuditedNames extends Names {}

    /** What interceptors see. */
    @ApplicationScoped
    static class Log {
        private Advice advice = new Advice();

        void clear() {
            advice = new Advice();
        }

        Advice advice() {
            return advice;
        }
    }

    @Audited
    @Interceptor
    @Priority(Interceptor.Priority.APPLICATION)
    static class Auditor {
        @Inject
        private Log log;

        @AroundInvoke
        Object around(InvocationContext call) throws Exception {
            return log.advice().around(call.getMethod().getName(), call::proceed);
        }
    }

    private static SeContainer container;

    @BeforeAll
    static void start() {
        container = container(SharedAccounts.class, OwnAccounts.class, Log.class, Auditor.class)
                .initialize();
    }

    private static SeContainerInitializer container(Class<?>... beans) {
        return SeContainerInitializer.newInstance().disableDiscovery().addBeanClasses(beans);
    }

    @AfterAll
    static void end() {
        container.close();
    }

    private static SharedAccounts shared() {
        return container.select(SharedAccounts.class).get();
    }

    private static Advice advice() {
        return container.select(Log.class).get().advice();
    }

    @BeforeEach
    void clear() {
        container.select(Log.class).get().clear();
    }

    @Test
    void futureOfAClientProxyIsTheCallThatItPassesOn() throws Exception {
        assertThat(shared()).isInstanceOf(WeldClientProxy.class);
        assertThat(Async.blockOn(StoredAccountsAsync.owner(shared(), 3))).isEqualTo("stored account 3");
        assertThat(advice().seen()).containsExactly("begin owner", "commit stored account 3");
    }

    @Test
    void otherAsyncFnsAwaitAClientProxy() throws Exception {
        assertThat(Async.blockOn(LetterAsync.to(shared(), 3))).isEqualTo("Dear stored account 3");
        assertThat(advice().seen()).containsExactly("begin owner", "commit stored account 3");
    }

    @Test
    void asyncFnBehindAClientProxyMayNotAwaitOnAnExecutor() {
        assertThatThrownBy(() -> new LocalPool().runUntil(StoredAccountsAsync.owner(shared(), 3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(shared().getClass().getName() + ".owner", "is none itself");
    }

    @Test
    void interceptedBeanMayNotHaveAFinalAsyncFn() {
        assertThatThrownBy(() ->
                        container(AuditedNames.class, Log.class, Auditor.class).initialize())
                .isInstanceOf(DeploymentException.class)
                .hasMessageContainingAll("Names.name", "cannot be declared final");
    }

    @Test
    void interceptorSeesTheFailureOfTheAsyncFn() {
        assertThatThrownBy(() -> Async.blockOn(StoredAccountsAsync.owner(shared(), -1)))
                .isInstanceOf(IOException.class);
        assertThat(advice().seen()).containsExactly("begin owner", "roll back: no account -1");
    }

    /** Weld does not intercept the calls that an object makes of its own methods. */
    @Test
    void interceptorsStandAroundTheOuterCallOnly() throws Exception {
        assertThat(Async.blockOn(AuditedAccountsAsync.audited(shared(), 3))).startsWith("stored account 3, record ");
        assertThat(advice().seen()).hasSize(2).first().isEqualTo("begin audited");
    }

    @Test
    void beanWithoutProxyHasItsFutures() throws Exception {
        OwnAccounts own = container.select(OwnAccounts.class).get();
        assertThat(own.getClass()).isEqualTo(OwnAccounts.class);
        assertThat(Async.blockOn(StoredAccountsAsync.owner(own, 3))).isEqualTo("stored account 3");
        assertThat(advice().seen()).isEmpty();
    }
}
