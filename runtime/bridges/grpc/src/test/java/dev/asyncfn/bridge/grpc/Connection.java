package dev.asyncfn.bridge.grpc;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Executor;

/** A server in this JVM and a channel to it. */
final class Connection implements AutoCloseable {
    private final Server server;
    private final ManagedChannel channel;

    /** All callbacks run in the thread that causes them. */
    Connection(Texts.Service service) {
        this(service, Runnable::run);
    }

    /** @param callbacks runs those of both sides */
    Connection(Texts.Service service, Executor callbacks) {
        String name = InProcessServerBuilder.generateName();
        try {
            server = InProcessServerBuilder.forName(name)
                    .executor(callbacks)
                    .addService(service.definition())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        channel = InProcessChannelBuilder.forName(name).executor(callbacks).build();
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
