package dev.asyncfn.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeMirror;
import org.junit.jupiter.api.Test;

/** JLS 4.10.5: a type that can be written down in the place of one that cannot. It is that of {@code var x}. */
@BodyTest("""
            interface Named { String name(); }
            record First(String name) implements Named {}
            record Second(String name) implements Named {}
            private static class Hidden implements Named { public String name() { return ""; } }
            private static class HiddenList extends ArrayList<String> {}
            static class Failure extends RuntimeException implements Named { public String name() { return ""; } }
            static class Fault extends RuntimeException implements Named { public String name() { return ""; } }
            static Hidden hidden() { return null; }
            static HiddenList hiddenList() { return null; }
            static Hidden[][] hiddens() { return null; }
            static <T> T either(T a, T b) { return a; }
            static <T> List<T> listOf(T a, T b) { return null; }
            static class Tree<E extends Comparable<E>> {
                class Leaf {}
                Leaf leaf() { return null; }
                E value() { return null; }
                Tree<E> same() { return null; }
                Tree<E>[] trees() { return null; }
            }
        """)
class DenotableTest {
    private static TypeMirror type(AsyncBody body) {
        VariableDeclarator x = body.block()
                .findFirst(VariableDeclarator.class, v -> v.getNameAsString().equals("x"))
                .orElseThrow();
        return body.attribution().elementOf(x).asType();
    }

    private static Denotable denotable(AsyncBody body) {
        return new Denotable(body.attribution(), Set.of());
    }

    private static String upper(AsyncBody body) {
        return shortened(denotable(body).upper(type(body)));
    }

    private static String shortened(TypeMirror type) {
        return type.toString()
                .replace("bodies.Bodies.", "")
                .replace("java.util.", "")
                .replace("java.lang.", "")
                .replace(",", ", ");
    }

    @Test
    @Body({
        "var x = n;",
        "var x = s;",
        "var x = list;",
        "var x = a;",
        "List<? super Integer>[] x = null;",
        "Map.Entry<String, ? extends Number> x = null;"
    })
    void aTypeThatCanBeWrittenIsWritten(List<AsyncBody> bodies) {
        assertThat(bodies.stream().map(DenotableTest::upper))
                .containsExactly(
                        "int",
                        "String",
                        "List<String>",
                        "int[]",
                        "List<? super Integer>[]",
                        "Map.Entry<String, ? extends Number>");
        assertThat(bodies).allMatch(body -> denotable(body).holds(type(body)));
    }

    @Test
    @Body("var x = either(new First(s), new Second(s));")
    void ofSeveralTypesTheOneThatSaysMostIsChosen(AsyncBody body) {
        assertThat(upper(body)).isEqualTo("Named");
        assertThat(denotable(body).holds(type(body))).isFalse();
        assertThat(denotable(body).bounds(type(body)).stream().map(DenotableTest::shortened))
                .containsExactly("Record", "Named");
    }

    @Test
    @Body({"var x = s;", "var x = either(s, s);", "var x = either(1, 2);"})
    void oneTypeHasNoOthersBesideIt(List<AsyncBody> bodies) {
        assertThat(bodies).allMatch(body -> denotable(body).bounds(type(body)).isEmpty());
    }

    @Test
    @Body("var x = new Object() { int k; };")
    void anAnonymousClassIsItsSuperclass(AsyncBody body) {
        assertThat(upper(body)).isEqualTo("Object");
    }

    @Test
    @Body("var x = new Named() { public String name() { return null; } };")
    void orItsInterface(AsyncBody body) {
        assertThat(upper(body)).isEqualTo("Named");
    }

    @Test
    @Body("var x = new Named() { public String name() { return null; } };")
    void anAnonymousClassThatIsGivenANameIsItself(AsyncBody body) {
        var element =
                (javax.lang.model.element.TypeElement) ((javax.lang.model.type.DeclaredType) type(body)).asElement();
        Denotable denotable = new Denotable(body.attribution(), Set.of(element));
        assertThat(denotable.holds(type(body))).isTrue();
        assertThat(denotable.isHidden(type(body))).isFalse();
    }

    @Test
    @Body({"var x = hidden();", "var x = hiddenList();"})
    void aPrivateClassIsWhatItExtends(List<AsyncBody> bodies) {
        assertThat(bodies.stream().map(DenotableTest::upper)).containsExactly("Named", "ArrayList<String>");
        assertThat(bodies).allMatch(body -> denotable(body).isHidden(type(body)));
    }

    @Test
    @Body("var x = hiddens();")
    void anArrayOfItIsAnArrayOfThat(AsyncBody body) {
        assertThat(upper(body)).isEqualTo("Named[][]");
    }

    @Test
    @Body("var x = listOf(hidden(), hidden());")
    void anArgumentThatCannotBeWrittenBecomesAWildcard(AsyncBody body) {
        assertThat(upper(body)).isEqualTo("List<? extends Named>");
        assertThat(denotable(body).holds(type(body))).isFalse();
    }

    // ---- types of expressions, which say what was captured

    private static TypeMirror typeOf(AsyncBody body, String expression) {
        return body.attribution().typeOf(body.expression(expression));
    }

    @Test
    @Body({"List<? extends Number> y = null; y.get(0);", "List<?> y = null; y.get(0);"})
    void aCapturedWildcardIsItsBound(List<AsyncBody> bodies) {
        assertThat(bodies.stream().map(body -> shortened(denotable(body).upper(typeOf(body, "y.get(0)")))))
                .containsExactly("Number", "Object");
        assertThat(bodies).noneMatch(body -> denotable(body).holds(typeOf(body, "y.get(0)")));
    }

    @Test
    @Body({"List<? super Integer> y = null; y.subList(0, 1);", "List<? extends Number> y = null; y.subList(0, 1);"})
    void aTypeWithACapturedArgumentHasTheWildcard(List<AsyncBody> bodies) {
        assertThat(bodies.stream().map(body -> shortened(denotable(body).upper(typeOf(body, "y.subList(0, 1)")))))
                .containsExactly("List<? super Integer>", "List<? extends Number>");
    }

    @Test
    @Body("Tree<?> y = null; y.value(); y.leaf();")
    void aBoundThatMentionsItsOwnVariableIsWrittenWithAWildcard(AsyncBody body) {
        assertThat(shortened(denotable(body).upper(typeOf(body, "y.value()")))).isEqualTo("Comparable<?>");
        assertThat(shortened(denotable(body).upper(typeOf(body, "y.leaf()"))))
                .isEqualTo("Tree<? extends Comparable<?>>.Leaf");
    }

    @Test
    @Body("List<? extends Number> y = null; y.subList(0, 1);")
    void aCapturedVariableMayBeReplacedByItsBound(AsyncBody body) {
        assertThat(shortened(denotable(body).instance(typeOf(body, "y.subList(0, 1)"))))
                .isEqualTo("List<Number>");
    }

    @Test
    @Body({"Tree<?> y = null; y.same();", "Tree<?> y = null; y.leaf();", "Tree<?> y = null; y.trees();"})
    void butNotIfThatIsNoTypeAnyMore(List<AsyncBody> bodies) {
        assertThat(bodies).allSatisfy(body -> {
            TypeMirror type = body.attribution().typeOf(body.first(MethodCallExpr.class));
            assertThat(denotable(body).instance(type)).isNull();
        });
    }

    // ---- multi-catch

    @Test
    @Body("try { n++; } catch (Failure | Fault e) { n--; }")
    void aMultiCatchIsWhatItsAlternativesHaveInCommon(AsyncBody body) {
        TypeMirror union =
                body.attribution().elementOf(body.first(Parameter.class)).asType();
        assertThat(denotable(body).bounds(union).stream().map(DenotableTest::shortened))
                .containsExactly("RuntimeException", "Named");
        assertThat(shortened(denotable(body).upper(union))).isEqualTo("RuntimeException");
    }
}
