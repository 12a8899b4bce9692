import static dev.asyncfn.Async.await;
import dev.asyncfn.*;
import java.io.*;
import java.util.concurrent.CompletableFuture;
final class SharedFactory implements Closeable {
    @AsyncFn
    @Override public void close() throws IOException { throw new IOException("closed badly"); }
    /** Closes without an exception. */
    @AsyncFn
    static void close(Closeable c) {
        try { c.close(); } catch (IOException e) { System.out.println("quiet: " + e.getMessage()); }
    }
    @AsyncFn
    static String use(CompletableFuture<String> f) throws IOException {
        SharedFactory c = new SharedFactory();
        String s = await(f);
        close(c);
        return s;
    }
    static class Run {
        public static void main(String[] args) throws Exception {
            var f = CompletableFuture.completedFuture("used");
            System.out.println(SharedFactory.use(f));
            System.out.println(Async.blockOn(SharedFactoryAsync.use(f)));
        }
    }
}
