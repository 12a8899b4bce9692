package dev.asyncfn.bridge.netty;

import dev.asyncfn.BlockingGuard;
import io.netty.util.concurrent.FastThreadLocalThread;

/** The threads of Netty's own thread factories, unless they permit blocking calls: what its integration of BlockHound guards. */
public final class NettyGuard implements BlockingGuard {
    /** For the service loader. */
    public NettyGuard() {}

    @Override
    public String forbids(Thread current) {
        return current instanceof FastThreadLocalThread thread && !thread.permitBlockingCalls()
                ? "a thread of Netty"
                : null;
    }
}
