package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.executor.TaskLocal;
import dev.asyncfn.executor.TaskScope;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Handlers that are async lambdas, and a trace id that goes through everything that a request does. */
public final class Router {
    /** The id of the request for which the code runs, also in plain methods and in spawned tasks. */
    public static final TaskLocal<String> TRACE = TaskLocal.of("trace");

    private final Map<String, Function<String, Future<String>>> handlers = new ConcurrentHashMap<>();
    private final Spawner spawner;
    private final Consumer<String> log;

    public Router(Spawner spawner, Consumer<String> log) {
        this.spawner = spawner;
        this.log = log;
    }

    /** Adds a handler: usually {@code request -> async(() -> ...)} in an async fn. */
    public void on(String path, Function<String, Future<String>> handler) {
        handlers.put(path, handler);
    }

    /** A plain method: it has no parameter for the trace id. */
    private void log(String text) {
        log.accept(TRACE.orElse("-") + " " + text);
    }

    /** Two handlers, each of which awaits {@code data}. */
    @AsyncFn
    void addExamples(Function<String, Future<String>> data) {
        on("/hello", name -> async(() -> "hello " + await(data.apply(name))));
        on(
                "/both",
                name -> TaskScope.run(
                        spawner,
                        scope -> async(() -> {
                            JoinHandle<String> left = scope.spawn(data.apply("left"));
                            JoinHandle<String> right = scope.spawn(data.apply("right"));
                            log("waits for both");
                            return await(left) + " and " + await(right);
                        })));
    }

    /** Answers a request, with its trace id bound. */
    @AsyncFn
    String handle(String trace, String path, String request) {
        Function<String, Future<String>> handler = handlers.get(path);
        if (handler == null) {
            return "404";
        }
        var answering = async(() -> {
            log("begins " + path);
            String answer = await(handler.apply(request));
            log("ends " + path);
            return answer;
        });
        return await(TRACE.where(trace, answering));
    }
}
