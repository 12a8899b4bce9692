package dev.asyncfn.samples.frameworks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** What an interceptor does that opens a transaction around each call. */
final class Advice {
    private final List<String> seen = new ArrayList<>();

    Object around(String method, Callable<Object> call) throws Exception {
        seen.add("begin " + method);
        try {
            Object result = call.call();
            seen.add("commit " + result);
            return result;
        } catch (Exception e) {
            seen.add("roll back: " + e.getMessage());
            throw e;
        }
    }

    List<String> seen() {
        return seen;
    }
}
