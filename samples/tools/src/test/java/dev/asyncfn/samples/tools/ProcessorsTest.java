package dev.asyncfn.samples.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Async fns in the classes for which other processors generate code, and in their bodies the classes that those generate: they appear only
 * after asyncfn has been called for the first time.
 */
class ProcessorsTest {
    private static final List<String> MAPSTRUCT = List.of("org.mapstruct.ap.MappingProcessor");
    private static final List<String> DAGGER = List.of("dagger.internal.codegen.ComponentProcessor");
    private static final List<String> AUTO_VALUE = List.of("com.google.auto.value.processor.AutoValueProcessor");
    private static final List<String> IMMUTABLES = List.of("org.immutables.processor.ProxyProcessor");
    private static final List<String> MICRONAUT = List.of(
            "io.micronaut.annotation.processing.MixinVisitorProcessor",
            "io.micronaut.annotation.processing.PackageElementVisitorProcessor",
            "io.micronaut.annotation.processing.TypeElementVisitorProcessor",
            "io.micronaut.annotation.processing.AggregatingTypeElementVisitorProcessor",
            "io.micronaut.annotation.processing.BeanDefinitionInjectProcessor");
    private static final List<String> HIBERNATE = List.of("org.hibernate.processor.HibernateProcessor");
    private static final List<String> LOMBOK = List.of(
            "lombok.launch.AnnotationProcessorHider$AnnotationProcessor",
            "lombok.launch.AnnotationProcessorHider$ClaimingProcessor");

    private static final String IMPORTS = """
            import static dev.asyncfn.Async.await;
            import dev.asyncfn.*;
            """;

    private Build build;

    @BeforeEach
    void start(@TempDir Path root) {
        build = new Build(root);
    }

    private static String mapped() {
        return "package mapped;\n" + IMPORTS + """
                import org.mapstruct.Mapper;

                @Mapper
                interface Users {
                    record User(String name, int age) {}

                    record View(String name, int age) {}

                    View view(User user);

                    @AsyncFn
                    default View load(int id) {
                        User user = await(Future.ready(new User("u" + id, id)));
                        return new UsersImpl().view(user);
                    }

                    static Object run() {
                        return Async.blockOn(UsersAsync.load(new UsersImpl(), 7)).toString();
                    }
                }
                """;
    }

    private static String injected() {
        return "package injected;\n" + IMPORTS + """
                import dagger.Component;
                import javax.inject.Inject;

                final class Greeter {
                    static final class Words {
                        @Inject Words() {}
                        String greeting() { return "Hello "; }
                    }

                    @Component
                    interface App {
                        Greeter greeter();
                    }

                    private final Words words;

                    @Inject
                    Greeter(Words words) {
                        this.words = words;
                    }

                    @AsyncFn
                    String greet(String name) {
                        return words.greeting() + await(Future.ready(name));
                    }

                    @AsyncFn
                    static String greetInjected(String name) {
                        return await(GreeterAsync.greet(DaggerGreeter_App.create().greeter(), name));
                    }

                    static Object run() {
                        return Async.blockOn(GreeterAsync.greetInjected("Ada"));
                    }
                }
                """;
    }

    private static String valued() {
        return "package valued;\n" + IMPORTS + """
                import com.google.auto.value.AutoValue;

                @AutoValue
                abstract class Point {
                    abstract int x();

                    @AsyncFn
                    Point right(int by) {
                        return new AutoValue_Point(await(Future.ready(x())) + by);
                    }

                    static Object run() {
                        return Async.blockOn(PointAsync.right(new AutoValue_Point(3), 4)).toString();
                    }
                }
                """;
    }

    private static String immutable() {
        return "package immutable;\n" + IMPORTS + """
                import org.immutables.value.Value;

                @Value.Immutable
                interface Item {
                    String name();

                    @AsyncFn
                    default Item renamed(String to) {
                        return ImmutableItem.builder().name(name() + await(Future.ready(to))).build();
                    }

                    static Object run() {
                        return Async.blockOn(ItemAsync.renamed(ImmutableItem.builder().name("a").build(), "b")).toString();
                    }
                }
                """;
    }

    private static String bean() {
        return "package bean;\n" + IMPORTS + """
                import io.micronaut.context.ApplicationContext;
                import jakarta.inject.Singleton;

                @Singleton
                public class Service {
                    @Singleton
                    public static class Repo {
                        String find(int id) { return "found " + id; }
                    }

                    private final Repo repo;

                    Service(Repo repo) {
                        this.repo = repo;
                    }

                    @AsyncFn
                    String find(int id) {
                        return repo.find(await(Future.ready(id)));
                    }

                    static Object run() {
                        ClassLoader loader = Service.class.getClassLoader();
                        try (ApplicationContext context = ApplicationContext.builder().classLoader(loader).start()) {
                            return Async.blockOn(ServiceAsync.find(context.getBean(Service.class), 9));
                        }
                    }
                }
                """;
    }

    private static String entity() {
        return "package entity;\n" + IMPORTS + """
                import jakarta.persistence.*;

                @Entity
                public class Person {
                    @Id int id;
                    String name;

                    @AsyncFn
                    String column() {
                        return Person_.NAME + "=" + await(Future.ready(name));
                    }

                    static Object run() {
                        Person person = new Person();
                        person.name = "Ada";
                        return Async.blockOn(PersonAsync.column(person));
                    }
                }
                """;
    }

    private static String lombok() {
        return "package lomboked;\n" + IMPORTS + """
                import lombok.*;

                @Data
                @AllArgsConstructor
                class Account {
                    private int balance;

                    @AsyncFn
                    int pay(int amount) {
                        setBalance(getBalance() + await(Future.ready(amount)));
                        return getBalance();
                    }

                    static Object run() {
                        return Async.blockOn(AccountAsync.pay(new Account(1), 2));
                    }
                }
                """;
    }

    @Test
    void all_of_them_in_one_compilation() throws Exception {
        for (String source : List.of(mapped(), injected(), valued(), immutable(), bean(), entity(), lombok())) {
            build.source(source);
        }
        build.compileCleanly(
                Stream.of(LOMBOK, MAPSTRUCT, DAGGER, AUTO_VALUE, IMMUTABLES, MICRONAUT, HIBERNATE)
                        .flatMap(List::stream)
                        .toList(),
                "mapstruct",
                "dagger",
                "inject",
                "auto-value",
                "immutables",
                "micronaut",
                "persistence",
                "hibernate-core",
                "lombok");
        assertThat(build.run("mapped.Users")).isEqualTo("View[name=u7, age=7]");
        assertThat(build.run("injected.Greeter")).isEqualTo("Hello Ada");
        assertThat(build.run("valued.Point")).isEqualTo("Point{x=7}");
        assertThat(build.run("immutable.Item")).isEqualTo("Item{name=ab}");
        assertThat(build.run("bean.Service")).isEqualTo("found 9");
        assertThat(build.run("entity.Person")).isEqualTo("name=Ada");
        assertThat(build.run("lomboked.Account")).isEqualTo(3);
    }

    @Test
    @Tag("long")
    void mapstruct_alone() throws Exception {
        build.source(mapped()).compileCleanly(MAPSTRUCT, "mapstruct");
        assertThat(build.run("mapped.Users")).isEqualTo("View[name=u7, age=7]");
    }

    @Test
    @Tag("long")
    void dagger_alone() throws Exception {
        build.source(injected()).compileCleanly(DAGGER, "dagger", "inject");
        assertThat(build.run("injected.Greeter")).isEqualTo("Hello Ada");
    }

    @Test
    @Tag("long")
    void auto_value_alone() throws Exception {
        build.source(valued()).compileCleanly(AUTO_VALUE, "auto-value");
        assertThat(build.run("valued.Point")).isEqualTo("Point{x=7}");
    }

    @Test
    @Tag("long")
    void immutables_alone() throws Exception {
        build.source(immutable()).compileCleanly(IMMUTABLES, "immutables");
        assertThat(build.run("immutable.Item")).isEqualTo("Item{name=ab}");
    }

    @Test
    @Tag("long")
    void micronaut_alone() throws Exception {
        build.source(bean()).compileCleanly(MICRONAUT, "micronaut", "inject");
        assertThat(build.run("bean.Service")).isEqualTo("found 9");
    }

    @Test
    @Tag("long")
    void hibernates_metamodel_alone() throws Exception {
        build.source(entity()).compileCleanly(HIBERNATE, "persistence", "hibernate-core");
        assertThat(build.run("entity.Person")).isEqualTo("name=Ada");
    }

    @Test
    @Tag("long")
    void lombok_alone() throws Exception {
        build.source(lombok()).compileCleanly(LOMBOK, "lombok");
        assertThat(build.run("lomboked.Account")).isEqualTo(3);
    }
}
