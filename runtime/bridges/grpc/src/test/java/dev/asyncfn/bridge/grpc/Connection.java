package dev.asyncfn.bridge.grpc;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A server in this JVM and a channel to it. All their callbacks run in the thread that causes them. */
final class Connection implements AutoCloseable {
    private final Server server;
    private final ManagedChannel channel;

    Connection(Texts.Service service) {
        String name = InProcessServerBuilder.generateName();
        try {
            server = InProcessServerBuilder.forName(name)
                    .directExecutor()
                    .addService(service.definition())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        channel = InProcessChannelBuilder.forName(name).directExecutor().build();
    }

    Texts.Stub stub() {
        return new Texts.Stub(channel, CallOptions.DEFAULT);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
    }
}
