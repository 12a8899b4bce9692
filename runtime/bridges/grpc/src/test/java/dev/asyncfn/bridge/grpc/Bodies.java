package dev.asyncfn.bridge.grpc;

import static dev.asyncfn.Async.await;
import static dev.asyncfn.bridge.guava.GuavaBridge.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.stream.Stream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Async fns on both sides of a call. */
final class Bodies {
    private Bodies() {}

    // ---- clients

    @AsyncFn
    static String both(Texts.Stub stub, String request) {
        return await(stub.unaryFuture(request)) + " " + await(GrpcClient.unary(stub::unary, request));
    }

    @AsyncFn
    static String joined(Texts.Stub stub, String request) {
        StringBuilder joined = new StringBuilder();
        try (Stream<String> responses = GrpcClient.serverStreaming(stub::list, request)) {
            for (String response; (response = await(responses.next())) != null; ) {
                joined.append(response);
            }
        }
        return joined.toString();
    }

    // ---- methods of services

    @AsyncFn
    static String upper(String request) {
        return await(Future.ready(request.toUpperCase()));
    }

    @AsyncFn
    static String concatenated(Stream<String> requests) {
        String all = "";
        for (String request; (request = await(requests.next())) != null; ) {
            all += request;
        }
        return all;
    }

    @AsyncFn
    static String first(Stream<String> requests) {
        return "first " + await(requests.next());
    }

    @AsyncFn
    static String countedDown(CountDownLatch begun, CountDownLatch ended) {
        begun.countDown();
        try {
            return await(Future.<String>pending());
        } finally {
            ended.countDown();
        }
    }

    @AsyncFn
    static String cleanedUp(List<String> log, Future<String> response) {
        try {
            return await(response);
        } finally {
            log.add("cleanup");
        }
    }
}
