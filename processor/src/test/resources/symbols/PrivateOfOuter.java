import static dev.asyncfn.Async.await;
import dev.asyncfn.*;
import java.util.concurrent.CompletableFuture;
class PrivateOfOuter {
    private int n;
    private int twice() { return 2 * n; }
    PrivateOfOuter(int n) { this.n = n; }
    class Inner extends PrivateOfOuter {
        Inner(int n) { super(n); }
        int plain() { return n; }
        int plainTwice() { return twice(); }
        @AsyncFn
        final int field() { return n; }
        @AsyncFn
        final int method(CompletableFuture<Integer> f) { return twice() + await(f); }
        @AsyncFn
        final void set(CompletableFuture<Integer> f) { n = await(f); }
    }
    public static void main(String[] args) {
        PrivateOfOuter o = new PrivateOfOuter(1);
        Inner i = o.new Inner(100);
        var zero = CompletableFuture.completedFuture(0);
        System.out.println(i.plain() + " " + i.field() + " " + Async.blockOn(PrivateOfOuter_InnerAsync.field(i)));
        System.out.println(i.plainTwice() + " " + i.method(zero) + " " + Async.blockOn(PrivateOfOuter_InnerAsync.method(i, zero)));
        Async.blockOn(PrivateOfOuter_InnerAsync.set(i, CompletableFuture.completedFuture(7)));
        System.out.println("outer " + o.n + " inner " + ((PrivateOfOuter) i).n);
    }
}
