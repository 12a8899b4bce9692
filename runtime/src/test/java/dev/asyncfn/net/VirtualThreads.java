package dev.asyncfn.net;

import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Assumptions;

/** The virtual threads of JDK 21 and later. */
final class VirtualThreads {
    private VirtualThreads() {}

    /** Skips the test on a JDK that has none. */
    static ThreadFactory factory() throws ReflectiveOperationException {
        Assumptions.assumeTrue(Runtime.version().feature() >= 21);
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        return (ThreadFactory)
                Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
    }
}
