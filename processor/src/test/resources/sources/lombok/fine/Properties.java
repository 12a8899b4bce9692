import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.*;
import lombok.*;
import lombok.experimental.*;
import lombok.extern.java.Log;

@Data
@Accessors(chain = true)
final class Properties {
    private int count;
    private final List<String> names = new ArrayList<>();

    @Getter(lazy = true)
    private final String lazy = "lazy" + names.size();

    @Accessors(fluent = true)
    @Getter
    @Setter
    private String title;

    @EqualsAndHashCode(onlyExplicitlyIncluded = true)
    @ToString(onlyExplicitlyIncluded = true)
    static class Key {
        @EqualsAndHashCode.Include
        @ToString.Include
        int id;

        @Setter
        @Getter
        int other;
    }

    @AsyncFn
    String read(Future<Integer> f) {
        setCount(await(f)).setCount(getCount() + 1);
        title("t" + await(f));
        Key one = new Key();
        Key two = new Key();
        two.setOther(await(f));
        getNames().add("name");
        Properties same = this;
        return getLazy() + count + title() + this.title + one.equals(two) + two + two.getOther() + names + same.hashCode()
                + toString();
    }

    public static String direct() throws Exception {
        return String.valueOf(new Properties().read(Future.ready(2)));
    }

    public static String future() throws Exception {
        return String.valueOf(Async.blockOn(PropertiesAsync.read(new Properties(), Future.ready(2))));
    }
}
