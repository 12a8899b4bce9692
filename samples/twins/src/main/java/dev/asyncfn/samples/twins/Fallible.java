package dev.asyncfn.samples.twins;

import static dev.asyncfn.Async.await;
import static dev.asyncfn.samples.twins.Step.step;

import dev.asyncfn.AsyncFn;
import java.io.PrintStream;
import java.util.Optional;

/** Twin of {@code fallible.rs}: a checked exception leaves the async fn at once, and later awaits never run. */
@SuppressWarnings("try") // a guard is there to be closed, not to be used
public final class Fallible {
    /** What Rust writes as the {@code Err} of a {@code Result}. */
    public static final class FetchException extends Exception {
        private static final long serialVersionUID = 1;

        FetchException(String message) {
            super(message);
        }
    }

    private final PrintStream out;

    public Fallible(PrintStream out) {
        this.out = out;
    }

    @AsyncFn
    public int fetch(String url) throws FetchException {
        Optional<Integer> code = url.endsWith("404") ? Optional.empty() : Optional.of(200);
        return await(step(out, "fetch", 1, code)).orElseThrow(() -> new FetchException("not found"));
    }

    @AsyncFn
    public String get(String url) throws FetchException {
        try (Guard connection = new Guard(out, "connection")) {
            int code = await(fetch(url));
            String body = await(step(out, "body", 1, "json"));
            return code + " " + body;
        }
    }

    /** Shows the outcome as Rust shows a {@code Result}. */
    @AsyncFn
    public String show(String url) {
        try {
            return "Ok(\"" + await(get(url)) + "\")";
        } catch (FetchException e) {
            return "Err(\"" + e.getMessage() + "\")";
        }
    }

    static void run(PrintStream out) throws Exception {
        Fallible fallible = new Fallible(out);
        Driver driver = new Driver(out);
        out.println("# ok");
        driver.drive(FallibleAsync.show(fallible, "/users/1"));
        out.println("# error");
        driver.drive(FallibleAsync.show(fallible, "/users/404"));
    }

    public static void main(String[] args) throws Exception {
        run(System.out);
    }
}
