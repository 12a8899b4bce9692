package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A web application that is undeployed: nothing of the runtime keeps its class loader, whether it brings the runtime along or shares it with
 * others. All that it used has ended: sleeps, sockets, blocking calls, pools, failed tasks.
 */
class UnloadingTest {
    /** Defines the classes of these folders by itself, if the test says so; else asks its parent. */
    private static final class AppLoader extends URLClassLoader {
        private final boolean ownsRuntime;

        AppLoader(URL[] folders, ClassLoader parent, boolean ownsRuntime) {
            super(folders, parent);
            this.ownsRuntime = ownsRuntime;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(ownsRuntime ? "dev.asyncfn." : WebApp.class.getName())) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in =
                    findResource(name.replace('.', '/') + ".class").openStream()) {
                byte[] bytes = in.readAllBytes();
                return defineClass(
                        name,
                        bytes,
                        0,
                        bytes.length,
                        UnloadingTest.class.getProtectionDomain() == null
                                ? null
                                : new java.security.ProtectionDomain(null, null, this, null));
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private static URL[] folders() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path path : ChildJvm.classPath()) {
            urls.add(path.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    /** Uses the runtime in each way, in a thread as of a server: one that has the application's context class loader. */
    private static WeakReference<ClassLoader> deployAndUndeploy(ClassLoader shared, WebApp.Use use) throws Exception {
        AppLoader app = new AppLoader(folders(), shared, shared == ClassLoader.getPlatformClassLoader());
        List<Throwable> thrown = new ArrayList<>();
        Class<?> type = app.loadClass(WebApp.class.getName());
        Callable<?> call = (Callable<?>) type.getConstructor(String.class).newInstance(use.name());
        Thread server = new Thread(() -> {
            try {
                call.call();
            } catch (Throwable e) {
                thrown.add(e);
            }
        });
        server.setContextClassLoader(app);
        server.start();
        server.join();
        assertThat(thrown).isEmpty();
        WeakReference<ClassLoader> undeployed = new WeakReference<>(app);
        app.close();
        return undeployed;
    }

    /** A loader that something keeps fails by the timeout of all tests. */
    private static void assertUnloaded(WeakReference<ClassLoader> loader) {
        Garbage.collectUntil(() -> loader.get() == null);
        assertThat(loader.get()).isNull();
    }

    @ParameterizedTest
    @EnumSource(WebApp.Use.class)
    void anApplicationThatBringsTheRuntimeIsUnloaded(WebApp.Use use) throws Exception {
        assertUnloaded(deployAndUndeploy(ClassLoader.getPlatformClassLoader(), use));
    }

    /** The flight recorder keeps what it calls from time to time, so that has to end with the last executor. */
    @Test
    void anApplicationIsUnloadedDuringARecordingOfItsExecutors() throws Exception {
        try (RecordingStream stream = new RecordingStream()) {
            stream.enable("dev.asyncfn.Executor").withPeriod(Duration.ofMillis(10));
            stream.startAsync();
            assertUnloaded(deployAndUndeploy(ClassLoader.getPlatformClassLoader(), WebApp.Use.POOL));
        }
    }

    @ParameterizedTest
    @EnumSource(WebApp.Use.class)
    void anApplicationThatSharesTheRuntimeIsUnloadedEvenIfItWasTheFirst(WebApp.Use use) throws Exception {
        ClassLoader shared = new AppLoader(folders(), ClassLoader.getPlatformClassLoader(), true);
        assertUnloaded(deployAndUndeploy(shared, use));
        assertThat(shared.loadClass(ThreadPool.class.getName()).getClassLoader())
                .isSameAs(shared);
    }
}
