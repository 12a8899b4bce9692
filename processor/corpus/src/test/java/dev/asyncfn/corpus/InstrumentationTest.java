package dev.asyncfn.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InstrumentationTest {
    private static final String IMPORTS =
            " import static dev.asyncfn.Async.await; import dev.asyncfn.AsyncFn; import dev.asyncfn.corpus.Pending;";

    @Test
    void aBodyMovesIntoAnAsyncFnThatAwaitsItsCalls() {
        assertThat(instrumented("class Bag<E> { int size(E e) { return e.hashCode() + 1; } }"))
                .isEqualTo(
                        "class Bag<E> { int size(E e) { return Pending.run(BagAsync.<E>asyncSize(this, e)); } "
                                + "@AsyncFn private int asyncSize(E e) { return ((int) await(Pending.once(e.hashCode()))) + 1; } }");
    }

    @Test
    void aStaticMethodBesideAnInstanceMethodOfItsNameHasAFactoryOfItsOwn() {
        assertThat(instrumented("class Bag<E> { int add(Bag<E> other) { return 1; } "
                        + "static int add(Bag<?> one, Bag<?> other) { return 2; } }"))
                .contains("int add(Bag<E> other) { return Pending.run(BagAsync.<E>asyncAdd(this, other)); }")
                .contains(
                        "int add(Bag<?> one, Bag<?> other) { return Pending.run(BagAsync.asyncAddStatic(one, other)); }");
    }

    @Test
    void aVoidCallIsFollowedByAnAwait() {
        assertThat(instrumented("class Bag { static void gc(int n) { if (n > 0) System.gc(); } }"))
                .isEqualTo(
                        "class Bag { static void gc(int n) { Pending.run(BagAsync.asyncGc(n)); } "
                                + "@AsyncFn static void asyncGc(int n) { if (n > 0) { System.gc(); await(Pending.once()); } } }");
    }

    @Test
    void aCallThatNothingOverridesIsOneOfTheAsyncFn() {
        assertThat(instrumented("class Bag { static <T> T id(T t) { return t; } String f() { return id(\"\"); } }"))
                .contains("@AsyncFn private String asyncF() { return await(asyncId(\"\")); }");
    }

    @Test
    void aCallOnWhichATestMaySpyIsOneOfTheMethod() {
        assertThat(instrumented("final class Bag { String id() { return null; } String f() { return id(); } }"))
                .contains("@AsyncFn private String asyncF() { return await(Pending.once(id())); }");
    }

    @Test
    void noCallInALambdaIsAwaited() {
        assertThat(instrumented("class Bag { Runnable gc() { return () -> System.gc(); } }"))
                .contains("@AsyncFn private Runnable asyncGc() { return () -> System.gc(); }");
    }

    @Test
    void aPrivateNestedClassCanBeNamed() {
        assertThat(instrumented("class Bag { private static class Node {} }"))
                .isEqualTo("class Bag {  static class Node {} }");
    }

    @Test
    void aCallOfASuperclassIsAMethodOfItsOwn() {
        assertThat(instrumented("class Bag extends Thread { void f() throws Exception { super.setName(\"\"); } }"))
                .contains("{ superSetName(\"\"); await(Pending.once()); }")
                .contains(" private void superSetName(java.lang.String a0) { super.setName(a0); }");
    }

    @Test
    void aCallOfAGenericSuperclassHasTheTypesThatItHasThere() {
        assertThat(
                        instrumented(
                                "class Bag extends Box<Number> { void f() { super.put(1); } } "
                                        + "class Box<T> { <S extends T> @Marked S put(@Marked S s) { return s; } } "
                                        + "@java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE) @interface Marked {}"))
                .contains(" private <S extends java.lang.Number> S superPut(S a0) { return super.put(a0); }");
    }

    private static String instrumented(String text) {
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        SourceFile file = new SourceFile("bags/Bag.java", "package bags; " + text);
        Attributed library = new Javac(17, classPath).attribute(List.of(file));
        Instrumentation made =
                Instrumentation.of(library, Eligibility.of(library), new Selection(), Instrumentation.Mode.FUTURE);
        String result = made.sources().get(0).text();
        return result.replace("package bags;", "").replace(IMPORTS, "").strip();
    }
}
