package dev.asyncfn.processor.bodies;

import dev.asyncfn.processor.UserClassPath;
import dev.asyncfn.processor.attribute.Probe;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.tools.JavaFileObject;

/** A round of annotation processing that lasts until it is closed: only so long does the compiler find further classes. */
final class OpenRound implements AutoCloseable {
    private final CompletableFuture<Probe> begun = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final CompletableFuture<Void> ended;

    OpenRound(JavaFileObject source) {
        this.ended = CompletableFuture.runAsync(() -> run(source), task -> new Thread(task, "javac").start());
    }

    private void run(JavaFileObject source) {
        List<String> options = List.of("-classpath", UserClassPath.text());
        try {
            Probe.run(options, List.of(source), probe -> {
                begun.complete(probe);
                closed.join();
            });
        } catch (RuntimeException | Error e) {
            begun.completeExceptionally(e);
        }
    }

    /** What the compiler knows. It waits in the meantime. */
    Probe probe() {
        return begun.join();
    }

    @Override
    public void close() {
        closed.complete(null);
        ended.join();
    }
}
