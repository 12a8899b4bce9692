package dev.asyncfn.samples.service;

import static dev.asyncfn.Async.await;
import static dev.asyncfn.bridge.vertx.VertxBridge.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.time.Clock;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Timeouts;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One request, which is one task, from its first line in the log to its last. */
final class Exchange {
    /** For the log and the metrics: there is nobody left to answer. */
    private static final int CLIENT_CLOSED_REQUEST = 499;

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final RoutingContext call;
    private final Endpoint endpoint;
    private final Duration limit;
    private final Meters meters;

    /**
     * A request that is not handled yet.
     *
     * @param endpoint answers it
     * @param limit how long the answer may take
     */
    Exchange(RoutingContext call, Endpoint endpoint, Duration limit, Meters meters) {
        this.call = call;
        this.endpoint = endpoint;
        this.limit = limit;
        this.meters = meters;
    }

    /** Spawns the task. If the client goes before it is answered, the task is aborted, with all that it waits for. */
    void start(Spawner requests) {
        String trace = Trace.of(call.request().getHeader(Trace.HEADER));
        JoinHandle<Void> task = requests.spawn(Trace.ID.where(trace, ExchangeAsync.handle(this)));
        call.addEndHandler(end -> {
            if (end.failed()) {
                task.abort();
            }
            task.drop();
        });
    }

    @AsyncFn
    void handle() {
        MDC.put(Trace.MDC_KEY, Trace.current()); // for as long as the task lives, on whichever thread it is polled
        call.response().putHeader(Trace.HEADER, Trace.current());
        long began = Clock.current().nanoTime();
        int status = CLIENT_CLOSED_REQUEST;
        try {
            Reply reply = await(reply());
            await(reply.sendTo(call.response()));
            status = reply.status();
        } catch (Exception gone) { // of Vert.x or of the socket
            LOG.debug("the client did not take the answer", gone);
        } finally {
            ended(status, Duration.ofNanos(Clock.current().nanoTime() - began));
        }
    }

    /** The answer, whatever happens, except that the task is aborted. */
    @AsyncFn
    Reply reply() {
        try {
            return await(Timeouts.timeout(limit, endpoint.answer(call)));
        } catch (Problem problem) {
            return Reply.error(problem.status(), problem.getMessage());
        } catch (ElapsedException late) {
            LOG.warn("no answer within {}", limit);
            return Reply.error(503, "the service is too slow at the moment: try again later");
        } catch (Exception failure) {
            LOG.error("a request has failed", failure);
            return Reply.error(500, "the service has failed");
        }
    }

    private void ended(int status, Duration time) {
        String route = call.currentRoute().getPath();
        meters.answered(route, status, time);
        LOG.info("{} {} {} in {} ms", call.request().method(), call.request().path(), status, time.toMillis());
    }
}
