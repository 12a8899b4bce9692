package dev.asyncfn.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class BackgroundThreadTest {
    private static final InheritableThreadLocal<String> USER = new InheritableThreadLocal<>();

    @Test
    void itInheritsNothingOfTheThreadThatMakesIt() throws Exception {
        String[] seen = new String[1];
        Thread[] made = new Thread[1];
        Thread user = new Thread(new ThreadGroup("a user's"), () -> {
            USER.set("alice");
            Thread.currentThread().setContextClassLoader(new URLClassLoader(new URL[0]));
            made[0] = BackgroundThread.of("background", () -> seen[0] = USER.get());
            made[0].start();
        });
        user.setPriority(Thread.MAX_PRIORITY);
        user.start();
        user.join();
        made[0].join();
        assertThat(seen[0]).isNull();
        assertThat(made[0].getName()).isEqualTo("background");
        assertThat(made[0].isDaemon()).isTrue();
        assertThat(made[0].getPriority()).isEqualTo(Thread.NORM_PRIORITY);
        assertThat(made[0].getContextClassLoader()).isSameAs(ClassLoader.getSystemClassLoader());
    }

    /** A group of its own could be destroyed, and no thread be started in it. */
    @Test
    void itIsInTheTopGroup() throws Exception {
        Thread[] made = new Thread[1];
        Thread user =
                new Thread(new ThreadGroup("a user's"), () -> made[0] = BackgroundThread.of("background", () -> {}));
        user.start();
        user.join();
        assertThat(made[0].getThreadGroup().getParent()).isNull();
    }
}
