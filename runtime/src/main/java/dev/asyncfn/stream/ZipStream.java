package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.future.Pair;
import java.util.ArrayList;
import java.util.List;

/** Pairs of the items of two streams. */
final class ZipStream<A, B> extends StreamAdapter<A, Pair<A, B>> {
    /** Fused, since it may be dropped after it has ended or thrown. */
    private final Stream<B> second;
    /** The item that came before its partner, or null. */
    private A left;

    private B right;

    private Undelivered<? super A> ofLeft;
    private Undelivered<? super B> ofRight;

    ZipStream(Stream<A> first, Stream<B> second) {
        super(first);
        this.second = second.fuse();
    }

    @Override
    Poll<Pair<A, B>> advance(Context cx) throws Exception {
        if (left == null && pollUpstream(cx) instanceof Poll.Ready<A> next) {
            left = next.value();
            if (left == null) {
                return finish();
            }
            ofLeft = ofUpstream();
        }
        if (right == null && second.pollNext(cx) instanceof Poll.Ready<B> next) {
            right = next.value();
            if (right == null) {
                return finish();
            }
            ofRight = second.undelivered();
        }
        if (left == null || right == null) {
            return Poll.pending();
        }
        Poll<Pair<A, B>> both = Poll.ready(new Pair<>(left, right));
        left = null;
        right = null;
        return both;
    }

    @Override
    boolean childrenLetGo(Context cx) {
        return streamLetsGo(second, cx);
    }

    @Override
    void dropChildren() {
        Drops drops = new Drops(null);
        A first = left;
        left = null;
        if (first != null) {
            drops.release(ofLeft, first);
        }
        B other = right;
        right = null;
        if (other != null) {
            drops.release(ofRight, other);
        }
        drops.run(second::drop);
        drops.rethrow();
    }

    @Override
    public Undelivered<? super Pair<A, B>> undelivered() {
        Undelivered<? super A> ofFirst = ofLeft;
        Undelivered<? super B> ofSecond = ofRight;
        return pair -> {
            Drops drops = new Drops(null);
            drops.release(ofFirst, pair.first());
            drops.release(ofSecond, pair.second());
            drops.rethrow();
        };
    }

    /** The upstreams whose next item has not come. */
    @Override
    public List<Future<?>> awaitedAll() {
        List<Future<?>> all = new ArrayList<>();
        if (left == null) {
            all.addAll(super.awaitedAll());
        }
        if (right == null) {
            all.addAll(Waiting.of(second));
        }
        return all;
    }
}
