package bodies.calls;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

final class CheckedExceptions {
    private CheckedExceptions() {}

    @Case
    @AsyncFn
    static int tryFutureSucceeds(Trace t) throws IOException {
        int a = await(t.tryLeaf("a", 1, IOException.class));
        return a + await(t.tryLeaf("b", 2, FileNotFoundException.class));
    }

    @Case
    @AsyncFn
    static int tryFutureFails(Trace t) throws IOException {
        TryFuture<Integer, FileNotFoundException> f = t.tryFail("a", new FileNotFoundException("gone"));
        return t.v("before", 1) + await(f) + t.v("never", 2);
    }

    @AsyncFn
    static int reads(Trace t, String name) throws IOException {
        if (name.isEmpty()) throw t.tag("empty", new FileNotFoundException("no name"));
        int n = await(t.tryLeaf(name, name.length(), IOException.class));
        if (n > 3) await(t.tryFail("long", new IOException("too long")));
        return n;
    }

    @Case
    @AsyncFn
    static int declaredByAnAsyncFn(Trace t) throws IOException {
        int a = reads(t, "ab") + await(reads(t, "c"));
        return a + reads(t, "");
    }

    @Case
    @AsyncFn
    static int passedThroughTwoAsyncFns(Trace t) throws Exception {
        return outer(t) + t.v("never", 1);
    }

    @AsyncFn
    private static int outer(Trace t) throws IOException {
        return reads(t, "ab") + reads(t, "abcd");
    }

    @Case
    @AsyncFn
    static void severalCheckedExceptions(Trace t) throws IOException, TimeoutException {
        several(t, 0);
        several(t, 2);
    }

    @AsyncFn
    private static void several(Trace t, int n) throws IOException, TimeoutException {
        await(t.tick("n" + n));
        if (n == 1) throw t.tag("io", new IOException("io"));
        if (n == 2) throw t.tag("timeout", new TimeoutException("timeout"));
    }

    @Case
    @AsyncFn
    static void uncheckedInTheThrowsClause(Trace t) throws IllegalStateException, IOException {
        await(t.tick("t"));
        throw t.tag("state", new IllegalStateException("state"));
    }

    @Case
    @AsyncFn
    static void throwsThrowable(Trace t) throws Exception {
        Exception e = await(t.leaf("e", t.tag("checked", new Exception("checked"))));
        await(t.tick("t"));
        throw e;
    }

    @Case
    @AsyncFn
    static int stages(Trace t) {
        int a = await(t.stage("a", 1));
        String s = await(t.stage("b", "b")) + await(t.stage("c", 'c'));
        return a + s.length() + t.v("left", 10) * await(t.stage("d", 5));
    }

    @Case
    @AsyncFn
    static int stagesCompletedOutOfOrder(Trace t) {
        var first = t.stage("first", 1);
        var second = t.stage("second", 2);
        int b = await(second);
        return b * 10 + await(first);
    }

    @Case
    @AsyncFn
    static int failedStageIsUnwrapped(Trace t) {
        return t.v("a", 1) + await(t.<Integer>stageFail("stage", t.boom("inner")));
    }

    @Case
    @AsyncFn
    static int failedStageWithANamedException(Trace t) throws IOException {
        int a = await(t.stage("ok", 1), IOException.class);
        return a + await(t.<Integer>stageFail("io", new IOException("stage")), IOException.class);
    }

    @Case
    @AsyncFn
    static int futuresAreCreatedFirstAndAwaitedLater(Trace t) {
        Future<Integer> a = t.leaf("a", 1);
        Future<Integer> b = t.leaf("b", 2);
        int second = await(b);
        int first = await(a);
        return first * 10 + second;
    }
}
