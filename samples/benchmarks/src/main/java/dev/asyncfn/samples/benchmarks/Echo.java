package dev.asyncfn.samples.benchmarks;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.net.AsyncTcpListener;
import dev.asyncfn.net.AsyncTcpStream;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;

/** The echo server of asyncfn. */
final class Echo {
    private Echo() {}

    @AsyncFn
    static void serve(Spawner pool, AsyncTcpListener listener) throws IOException {
        for (; ; ) {
            AsyncTcpStream stream = await(listener.accept());
            stream.setOption(StandardSocketOptions.TCP_NODELAY, true);
            pool.spawnDetached(EchoAsync.echo(stream));
        }
    }

    @AsyncFn
    static void echo(AsyncTcpStream stream) throws IOException {
        try {
            ByteBuffer buffer = ByteBuffer.allocateDirect(1024);
            while (await(stream.read(buffer)) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    await(stream.write(buffer));
                }
                buffer.clear();
            }
        } finally {
            stream.close();
        }
    }
}
