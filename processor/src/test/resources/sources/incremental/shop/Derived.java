package shop;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.io.IOException;
import java.util.List;

final class Derived extends Joined {
    @AsyncFn
    @Override
    String twice(String text, int... many) {
        return super.twice(text) + calls + await(Future.ready(many.length));
    }

    @AsyncFn
    String sum(List<String> names, Store<String> store) throws IOException {
        var total = new StringBuilder();
        for (var name : names) {
            try {
                total.append(await(async(() -> store.find(name)))).append(find(calls)).append(Prices.NAME);
            } finally {
                total.append(await(PricesAsync.text(names.size())));
            }
        }
        return total.toString();
    }
}
