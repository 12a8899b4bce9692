import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.*;
import lombok.*;
import lombok.experimental.*;
import lombok.extern.java.Log;

@Builder(toBuilder = true)
final class Builders {
    final int id;

    @Singular
    final List<String> names;

    @Builder.Default
    final int size = 3;

    @Data
    @lombok.experimental.SuperBuilder
    static class Base {
        private int x;
    }

    @EqualsAndHashCode(callSuper = true)
    @lombok.experimental.SuperBuilder
    static class Derived extends Base {
        final String y;
    }

    @Builder(builderMethodName = "call")
    @AsyncFn
    static String called(Future<Integer> f, String suffix) {
        return await(f) + suffix;
    }

    @AsyncFn
    String built(Future<Integer> f) {
        Builders other = Builders.builder().id(await(f)).name("a").name("b").build();
        Derived derived = Derived.builder().x(await(f)).y("y").build();
        BuildersBuilder open = toBuilder();
        int before = await(f);
        return other.names + "" + other.size + derived.getX() + derived.y + open.id(before).build().id + await(called(f, "s"))
                + call().f(f).suffix("direct").build();
    }

    public static String direct() throws Exception {
        return String.valueOf(new Builders(1, List.of(), 2).built(Future.ready(3)));
    }

    public static String future() throws Exception {
        return String.valueOf(Async.blockOn(BuildersAsync.built(new Builders(1, List.of(), 2), Future.ready(3))));
    }
}
