package dev.asyncfn.samples.service;

import dev.asyncfn.executor.TaskLocal;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id of a request, which goes with it through all services: {@code X-Trace-Id}, in and out. */
final class Trace {
    static final String HEADER = "X-Trace-Id";

    /** The id of the request for which the code runs. */
    static final TaskLocal<String> ID = TaskLocal.of("trace");

    /** Its name in the context of log lines. */
    static final String MDC_KEY = "trace";

    /** It is written to the log, so it is nothing that could be mistaken for another line. */
    private static final Pattern GOOD = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private Trace() {}

    /** The id of a request with this header, which may be null: its own if it is good, or a new one. */
    static String of(String header) {
        return header != null && GOOD.matcher(header).matches()
                ? header
                : UUID.randomUUID().toString();
    }

    /** The id of the request for which the code runs, or a dash if it runs for none. */
    static String current() {
        return ID.orElse("-");
    }
}
