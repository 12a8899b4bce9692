import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import lombok.Builder;
import lombok.EqualsAndHashCode;
import lombok.Getter;
import lombok.NonNull;
import lombok.RequiredArgsConstructor;
import lombok.Setter;
import lombok.ToString;
import lombok.With;
import lombok.experimental.SuperBuilder;
import lombok.experimental.WithBy;
import lombok.extern.jackson.Jacksonized;

/** Builders, copies and what Lombok annotates with annotations of others. */
@RequiredArgsConstructor(onConstructor_ = @Deprecated)
final class Annotated {
    @Getter(onMethod_ = {@Deprecated, @SuppressWarnings("all")})
    @Setter(onParam_ = @Deprecated)
    @With(onParam_ = @Deprecated)
    @NonNull
    private String name;

    @WithBy
    @ToString.Exclude
    private final List<Integer> numbers;

    @Jacksonized
    @Builder(toBuilder = true)
    @ToString
    static final class Read {
        private final int x;
        private final String y;
    }

    @SuperBuilder(toBuilder = true)
    @ToString
    static class Parent {
        @Builder.Default
        private int x = 1;
    }

    @Jacksonized
    @SuperBuilder
    @ToString(callSuper = true)
    @EqualsAndHashCode(callSuper = false)
    static class Child extends Parent {
        private final String y;

        @AsyncFn
        static String build(Future<Integer> f) {
            return Child.builder().x(await(f)).y("y" + await(f)).build().toString()
                    + Parent.builder().build().toBuilder().x(await(f)).build();
        }
    }

    @AsyncFn
    String copy(Future<Integer> f) {
        setName(getName() + await(f));
        Annotated other = withName("other" + await(f)).withNumbersBy(all -> List.of(all.size(), 4));
        Read read = Read.builder().x(await(f)).y("y").build();
        Object builder = Read.class.getAnnotation(JsonDeserialize.class).builder().getSimpleName() + await(f);
        return name + other.name + other.numbers + read.toBuilder().x(5).build() + read + builder;
    }

    public static String direct() throws Exception {
        return new Annotated("name", List.of(1)).copy(Future.ready(2)) + Child.build(Future.ready(2));
    }

    public static String future() throws Exception {
        return Async.blockOn(AnnotatedAsync.copy(new Annotated("name", List.of(1)), Future.ready(2)))
                + Async.blockOn(Annotated_ChildAsync.build(Future.ready(2)));
    }
}
