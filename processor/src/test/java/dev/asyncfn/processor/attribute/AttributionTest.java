package dev.asyncfn.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class AttributionTest {
    /** Walks all bodies of all sources. */
    static void walk(List<String> options, int atLeast, JavaFileObject... sources) {
        Probe.run(options, List.of(sources), probe -> {
            assertThat(probe.unparsable()).isNull();
            List<String> complaints = new ArrayList<>();
            int expressions = 0;
            for (String method : probe.sources().keySet()) {
                BodyWalk walk = BodyWalk.of(probe.sources().get(method), probe.attribution(method));
                complaints.addAll(walk.complaints());
                expressions += walk.expressions();
            }
            assertThat(complaints).isEmpty();
            assertThat(expressions).isGreaterThan(atLeast);
        });
    }

    private static void body(String body, BiConsumer<MethodDeclaration, Attribution> test) {
        String text = "class T { int field; @dev.asyncfn.AsyncFn void fn(int p) { " + body + " } }";
        Probe.run(
                List.of(),
                List.of(Probe.source("T", text)),
                probe -> test.accept(probe.sources().get("fn").declaration(), probe.attribution("fn")));
    }

    @Test
    void everyNodeOfEverySyntaxIsKnown() {
        walk(List.of(), 500, Probe.resource("syntax", "Syntax"));
    }

    @Test
    void lineTerminatorsOfOtherSystemsMoveNothing() {
        walk(List.of(), 500, Probe.source("syntax.Syntax", Probe.text("Syntax").replace("\n", "\r\n")));
        walk(List.of(), 500, Probe.source("syntax.Syntax", Probe.text("Syntax").replace("\n", "\r")));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void everyNodeOfNewSyntaxIsKnown() {
        walk(List.of(), 100, Probe.resource("syntax", "Syntax25"));
    }

    @Test
    void typesAreThoseOfInference() {
        walk(List.of(), 150, Probe.resource("types", "Types"));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_18)
    void anOlderReleaseIsFollowed() {
        walk(List.of("--release", "17"), 150, Probe.resource("types", "Types"));
        walk(List.of("-source", "17"), 150, Probe.resource("types", "Types"));
    }

    @Test
    void aVariableIsOneSymbolWhereverItIsNamed() {
        body("int a = p, b[] = {a}; a += b[0]; Runnable r = () -> { int c = p + b[0]; };", (fn, attribution) -> {
            Element b =
                    attribution.elementOf(fn.findAll(VariableDeclarator.class).get(1));
            assertThat(b.getSimpleName()).hasToString("b");
            assertThat(b.asType()).hasToString("int[]");
            assertThat(fn.findAll(NameExpr.class, name -> name.getNameAsString().equals("b")))
                    .hasSize(2)
                    .allSatisfy(name -> assertThat(attribution.elementOf(name)).isSameAs(b));
            assertThat(fn.findAll(NameExpr.class, name -> name.getNameAsString().equals("p")))
                    .hasSize(2)
                    .allSatisfy(name -> assertThat(attribution.elementOf(name))
                            .isSameAs(attribution.elementOf(fn.getParameter(0))));
        });
    }

    @Test
    void variablesOfOneNameAreToldApart() {
        body("{ int x = 1; x++; } { String x = null; x.length(); } int x = 0;", (fn, attribution) -> {
            List<VariableDeclarator> declared = fn.findAll(VariableDeclarator.class);
            assertThat(declared.stream().map(attribution::elementOf).distinct()).hasSize(3);
            assertThat(fn.findAll(NameExpr.class))
                    .extracting(attribution::elementOf)
                    .containsExactly(attribution.elementOf(declared.get(0)), attribution.elementOf(declared.get(1)));
        });
    }

    @Test
    void anInitializerMayDeclareTheSameNameInside() {
        body("Object x = new Object() { int x = 1; }; x.hashCode();", (fn, attribution) -> {
            List<VariableDeclarator> declared = fn.findAll(VariableDeclarator.class);
            assertThat(attribution.elementOf(declared.get(0)).getKind()).isEqualTo(ElementKind.LOCAL_VARIABLE);
            assertThat(attribution.elementOf(declared.get(1)).getKind()).isEqualTo(ElementKind.FIELD);
        });
    }

    @Test
    void thisIsTheClassWhoseInstanceItIs() {
        body("new Object() { int i = T.this.field + this.hashCode(); };", (fn, attribution) -> {
            List<ThisExpr> expressions = fn.findAll(ThisExpr.class);
            assertThat(attribution.elementOf(expressions.get(0)).getSimpleName())
                    .hasToString("T");
            assertThat(attribution.elementOf(expressions.get(1)).getSimpleName().toString())
                    .isEmpty();
        });
    }

    @Test
    void anExplicitConstructorCallIsItsConstructor() {
        body("class L { L(int i) {} L() { this(1); } }", (fn, attribution) -> {
            Element called = attribution.elementOf(
                    fn.findFirst(ExplicitConstructorInvocationStmt.class).orElseThrow());
            assertThat(called).hasToString("L(int)");
        });
    }

    @Test
    void anOverloadIsTheOneThatIsCalled() {
        body(
                "String.valueOf('c'); String.valueOf((Object) null);",
                (fn, attribution) -> assertThat(fn.findAll(MethodCallExpr.class))
                        .extracting(call -> attribution.elementOf(call).toString())
                        .containsExactly("valueOf(char)", "valueOf(java.lang.Object)"));
    }

    @Test
    void theMethodItselfIsInTheInnerCompiler() {
        body("", (fn, attribution) -> {
            assertThat(attribution.method()).hasToString("fn(int)");
            assertThat(attribution.elementOf(fn)).isSameAs(attribution.method());
            assertThat(attribution.elements().getTypeElement("T"))
                    .isSameAs(attribution.method().getEnclosingElement());
        });
    }
}
