package dev.asyncfn.samples.cluster;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.Spawner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fixed number of requests, sent by several clients at once. Each tenth is sent again after its answer, as by a
 * client that forgot it.
 */
final class Load {
    private static final int SENT_AGAIN = 10;

    private final Client client;
    private final List<Request> requests;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<Request, String> answers = new ConcurrentHashMap<>();
    private final CountDownLatch third;

    Load(Client client, List<Request> requests) {
        this.client = client;
        this.requests = requests;
        third = new CountDownLatch(Math.max(1, requests.size() / 3));
    }

    /** The answers so far. */
    Map<Request, String> answers() {
        return answers;
    }

    /** Blocks until a third of the requests is answered. */
    void awaitThird() throws InterruptedException {
        third.await();
    }

    /** Sends all requests, with so many at the same time. */
    @AsyncFn
    void run(Spawner spawner, int clients) {
        List<JoinHandle<?>> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            running.add(spawner.spawn(LoadAsync.sendSome(this)));
        }
        for (JoinHandle<?> each : running) {
            await(each);
        }
    }

    @AsyncFn
    void sendSome() {
        int number;
        while ((number = next.getAndIncrement()) < requests.size()) {
            Request request = requests.get(number);
            String answer = await(ClientAsync.request(client, request.line()));
            if (answer != null) {
                answers.put(request, answer);
            }
            third.countDown();
            if (number % SENT_AGAIN == 0) {
                await(ClientAsync.request(client, request.line()));
            }
        }
    }
}
