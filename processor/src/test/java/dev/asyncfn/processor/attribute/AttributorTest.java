package dev.asyncfn.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.attribute.AttributionResult.Attributed;
import dev.asyncfn.processor.attribute.AttributionResult.Untypable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

class AttributorTest {
    private static JavaFileObject type(String name, String... members) {
        return Probe.source(
                "p." + name.replaceAll("<.*", ""),
                "package p; import dev.asyncfn.*; import static dev.asyncfn.Async.await;\nclass " + name + " {\n"
                        + String.join("\n", members) + "\n}");
    }

    private static void run(Consumer<Probe> test, JavaFileObject... sources) {
        Probe.run(List.of(), Arrays.asList(sources), test);
    }

    private static List<String> errors(Probe probe, String method) {
        return probe.result(method) instanceof Untypable untypable ? untypable.messages() : List.of();
    }

    @Test
    void anErrorMakesItsMethodUntypableAndNoOther() {
        run(
                probe -> {
                    assertThat(errors(probe, "bad"))
                            .singleElement()
                            .asString()
                            .startsWith("Bad.java:4: incompatible types");
                    assertThat(probe.result("beside")).isInstanceOf(Attributed.class);
                    assertThat(probe.result("good")).isInstanceOf(Attributed.class);
                },
                type("Bad", "void other() { }", "@AsyncFn void bad() { int i = \"\"; }", "@AsyncFn void beside() {}"),
                type("Good", "@AsyncFn void good() {}"));
    }

    @Test
    void anErrorElsewhereMakesUntypableWhatItAffects() {
        run(
                probe -> {
                    assertThat(errors(probe, "uses"))
                            .hasSize(3)
                            .allMatch(error -> error.startsWith("A.java:3: cannot find symbol"));
                    assertThat(errors(probe, "calls")).isEqualTo(errors(probe, "uses"));
                    assertThat(errors(probe, "assigns")).isEqualTo(errors(probe, "uses"));
                    assertThat(probe.result("beside")).isInstanceOf(Attributed.class);
                },
                type(
                        "A",
                        "Missing field; Missing method() { return field; } java.util.List<Missing> all;",
                        "@AsyncFn void uses() { field.toString(); }",
                        "@AsyncFn void calls() { this.method(); }",
                        "@AsyncFn void assigns() { Object o = all; }",
                        "@AsyncFn void beside() { this.toString(); }"));
    }

    @Test
    void moreErrorsThanJavacReportsHideNone() {
        run(
                probe -> {
                    assertThat(errors(probe, "many")).hasSize(150);
                    assertThat(errors(probe, "one")).hasSize(1);
                },
                type("Many", "@AsyncFn void many() {", "missing++;".repeat(150), "}"),
                type("One", "@AsyncFn void one() { missing++; }"));
    }

    @Test
    void bracesOfOtherBodiesMayBeEscapes() {
        run(
                probe -> assertThat(probe.result("fn")).isInstanceOf(Attributed.class),
                type(
                        "A",
                        "void a() \\u007b fn(); fn(); \\u007d",
                        "int b() { return \"}\".length() /* \\u007d */; \\u007d",
                        "@AsyncFn void fn() { a(); b(); \\u007d"));
    }

    @Test
    void warningsAreNoErrors() {
        run(
                probe -> assertThat(probe.result("fn")).isInstanceOf(Attributed.class),
                type("A", "@AsyncFn void fn() { java.util.List raw = new java.util.ArrayList(); raw.add(1); }"));
    }

    @Test
    void otherBodiesAreNotLookedInto() {
        run(
                probe -> assertThat(probe.result("fn")).isInstanceOf(Attributed.class),
                type(
                        "A",
                        "final int x; A() { this(1); } A(int i) { x = i; }",
                        "int ordinary(int i) { return notYetGenerated(i) + new NotYetGenerated().f; }",
                        "Object o = new Object() { void inner() { notYetGenerated(1); } };",
                        "enum E { X { void m() { notYetGenerated(2); } }; void m() {} }",
                        "@AsyncFn int fn() { return ordinary(x); }"));
    }

    @Test
    void constantsOfOtherBodilessDeclarationsAreKept() {
        run(
                probe -> assertThat(probe.result("fn")).isInstanceOf(Attributed.class),
                type(
                        "A",
                        "static final int ONE = 1;",
                        "@AsyncFn int fn(int i) { byte b = ONE; switch (i) { case ONE: case Other.TWO: } return b; }"),
                type("Other", "static final int TWO = A.ONE + 1;"));
    }

    @Test
    void facadesOfTheRoundCanBeMentioned() {
        run(
                probe -> assertThat(probe.result("use")).isInstanceOf(Attributed.class),
                type(
                        "Users<U>",
                        "@AsyncFn final <T> java.util.List<T> get(T t, U... us) throws java.io.IOException { return null; }",
                        "@AsyncFn private void hidden() {}",
                        "class Inner<V> { @AsyncFn private <U> U shadow(U u, V v) { return u; } }"),
                type(
                        "Use",
                        "UsersAsync.HiddenFuture<String> field;",
                        "@AsyncFn int use(Users<String> users, Users<Long>.Inner<String> inner) {",
                        "  TryFuture<java.util.List<Integer>, java.io.IOException> f = UsersAsync.get(users, 1, \"a\", \"b\");",
                        "  UsersAsync.GetFuture<String, Integer> g = UsersAsync.get(users, 1);",
                        "  try { int i = await(g).get(0); } catch (java.io.IOException e) { g.drop(); }",
                        "  field = UsersAsync.hidden(users); Void v = await(field); field.state().length();",
                        "  return await(Users_InnerAsync.shadow(inner, 3, \"v\")); }"));
    }

    @Test
    void otherSourcesMayDeclareWhatThisRoundGenerates() {
        run(
                probe -> assertThat(probe.result("use")).isInstanceOf(Attributed.class),
                type("Users", "@AsyncFn static int get() { return 1; }"),
                type("Holder", "UsersAsync.GetFuture one; java.util.List<UsersAsync.GetFuture> all;"),
                type(
                        "Use",
                        "@AsyncFn int use(Holder h, UsersAsync.GetFuture f) {",
                        "  h.one = f; return await(h.all.get(0)) + await(UsersAsync.get()); }"));
    }

    @Test
    void aFacadeOfManyExceptionsFailsWithTheirCommonSuperclass() {
        run(
                probe -> assertThat(probe.result("use")).isInstanceOf(Attributed.class),
                type(
                        "Users",
                        "@AsyncFn static int io() throws java.io.FileNotFoundException, java.nio.file.FileSystemException { return 1; }",
                        "@AsyncFn static int any() throws java.io.IOException, InterruptedException { return 1; }",
                        "@AsyncFn static int none() throws IllegalStateException, Error { return 1; }",
                        "@AsyncFn static <X extends Exception> int generic() throws X { return 1; }"),
                type(
                        "Use",
                        "@AsyncFn void use() {",
                        "  TryFuture<Integer, java.io.IOException> io = UsersAsync.io();",
                        "  TryFuture<Integer, Exception> any = UsersAsync.any();",
                        "  int none = await(UsersAsync.none());",
                        "  TryFuture<Integer, Error2> generic = UsersAsync.<Error2>generic(); }",
                        "static class Error2 extends Exception {}"));
    }

    @Test
    void nothingToAttributeIsNoWork() {
        run(probe -> assertThat(probe.sources()).isEmpty(), type("A", "void fn() {}"));
    }
}
