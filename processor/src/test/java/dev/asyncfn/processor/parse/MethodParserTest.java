package dev.asyncfn.processor.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.VarType;
import dev.asyncfn.processor.attribute.Probe;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MethodParserTest {
    private static void parse(String text, Consumer<MethodSource> test) {
        Probe.run(List.of(), List.of(Probe.source("T", text)), probe -> {
            assertThat(probe.unparsable()).isNull();
            test.accept(probe.sources().get("fn"));
        });
    }

    private static String fn(String body) {
        return "class T {\n  void other() { } @dev.asyncfn.AsyncFn int fn() { " + body + " } }";
    }

    @Test
    void positionsAreThoseOfTheFile() {
        parse(
                "\n\nclass T {\r\n\tint i; /** doc */ @dev.asyncfn.AsyncFn int fn() {\r\n// c\r\n  return 1 + i; } }",
                source -> {
                    ReturnStmt statement =
                            source.declaration().findFirst(ReturnStmt.class).orElseThrow();
                    assertThat(source.file().name()).isEqualTo("T.java");
                    assertThat(statement.getBegin().orElseThrow().line).isEqualTo(6);
                    assertThat(statement.getBegin().orElseThrow().column).isEqualTo(3);
                    assertThat(source.file().textOf(statement)).isEqualTo("return 1 + i;");
                    assertThat(statement.getComment().orElseThrow().getBegin().orElseThrow().line)
                            .isEqualTo(5);
                    assertThat(statement
                                    .getTokenRange()
                                    .orElseThrow()
                                    .getBegin()
                                    .getRange()
                                    .orElseThrow()
                                    .begin
                                    .line)
                            .isEqualTo(6);
                    assertThat(source.file().textOf(source.declaration())).startsWith("@dev.asyncfn.AsyncFn int fn()");
                });
    }

    @Test
    void unicodeEscapesMoveNothing() {
        parse(
                fn("int \\u0061b = 1; String s = \\u0022x\\u0022 + \"\\\\u0041\\t\"; return a\\uuu0062 /**/;"),
                source -> {
                    assertThat(source.declaration().findAll(NameExpr.class))
                            .singleElement()
                            .satisfies(name -> {
                                assertThat(name.getNameAsString()).isEqualTo("ab");
                                assertThat(source.file().textOf(name)).isEqualTo("a\\uuu0062");
                            });
                    assertThat(source.declaration().findAll(SimpleName.class))
                            .extracting(source.file()::textOf)
                            .contains("\\u0061b");
                });
    }

    @Test
    void aLocalEnumIsParsedApart() {
        parse(
                fn("if (i > 0) { enum E { A, B { int v() { return 2; } }; int v() { return 1; } } E e = E.A; } return 3;")
                        .replace("void other", "int i; void other"),
                source -> {
                    assertThat(source.localEnums()).hasSize(1);
                    Map.Entry<LocalClassDeclarationStmt, EnumDeclaration> local =
                            source.localEnums().entrySet().iterator().next();
                    assertThat(source.declaration().findAll(LocalClassDeclarationStmt.class))
                            .containsExactly(local.getKey());
                    assertThat(local.getKey().getClassDeclaration().getNameAsString())
                            .isEqualTo("E");
                    assertThat(local.getValue().getEntries()).hasSize(2);
                    assertThat(source.file().textOf(local.getKey()))
                            .isEqualTo(source.file().textOf(local.getValue()));
                    assertThat(local.getValue().findAll(ReturnStmt.class))
                            .extracting(source.file()::textOf)
                            .containsExactlyInAnyOrder("return 2;", "return 1;");
                });
    }

    @Test
    void localEnumsAreFoundAtAnyDepth() {
        parse(
                fn("enum\n A\n { X; int m() { enum B { Y } return B.Y.ordinal(); } }"
                        + " Runnable r = () -> { enum C{} }; switch (1) { case 1: enum D { Z } }"
                        + " class L { enum Member { W } void m() { enum F { V } } } return 1;"),
                source -> assertThat(source.localEnums().values())
                        .extracting(EnumDeclaration::getNameAsString)
                        .containsExactlyInAnyOrder("A", "B", "C", "D", "F"));
    }

    @Test
    void aCastAppliesToTheWholeMethodReference() {
        parse(fn("Object o = (java.util.function.Supplier<String>) this::toString; return 1;"), source -> {
            CastExpr cast = source.declaration().findFirst(CastExpr.class).orElseThrow();
            assertThat(source.file().textOf(cast)).isEqualTo("(java.util.function.Supplier<String>) this::toString");
            assertThat(cast.getExpression()).isInstanceOf(MethodReferenceExpr.class);
            assertThat(source.file().textOf(cast.getExpression())).isEqualTo("this::toString");
        });
    }

    @Test
    void childrenStandInsideTheirParents() {
        parse(
                fn("String s = \"\"\"\n  a \\\n  b\"\"\"; /* x */ for (int i = 0; ; i++) { if (i > 2) return i; }"),
                source -> source.declaration()
                        .walk(node -> node.getChildNodes().stream()
                                .filter(child -> child.getRange().isPresent() && !(child instanceof Type))
                                .forEach(child -> assertThat(
                                                node.getRange().orElseThrow().contains(range(child)))
                                        .as("%s in %s", child, node)
                                        .isTrue())));
    }

    private static com.github.javaparser.Range range(Node node) {
        return node.getRange().orElseThrow();
    }

    @Test
    void castsApplyToTheWholeMethodReferenceHoweverManyThereAre() {
        parse(fn("Object o = (Object) (java.util.function.Supplier<String>) this::toString; return 1;"), source -> {
            CastExpr outer = source.declaration().findFirst(CastExpr.class).orElseThrow();
            CastExpr inner = outer.getExpression().asCastExpr();
            assertThat(source.file().textOf(inner)).isEqualTo("(java.util.function.Supplier<String>) this::toString");
            assertThat(inner.getExpression()).isInstanceOf(MethodReferenceExpr.class);
        });
    }

    @Test
    void aConditionalLabelIsNoLambda() {
        parse(fn("int i = 1; return switch (i) { case 1 > 2 ? 3 : 4 -> 5; default -> 6; };"), source -> {
            Expression label = source.declaration()
                    .findFirst(SwitchEntry.class)
                    .orElseThrow()
                    .getLabels()
                    .get(0);
            assertThat(label).isInstanceOf(ConditionalExpr.class);
            assertThat(source.file().textOf(label)).isEqualTo("1 > 2 ? 3 : 4");
            assertThat(source.declaration().findAll(LambdaExpr.class)).isEmpty();
        });
    }

    @Test
    void parenthesesOfTheUserStay() {
        parse(
                fn("int i = 1; return switch (i) { case ((1) > 2 ? (3) : (4)) -> (5); default -> 6; };"),
                source -> assertThat(source.declaration().findAll(EnclosedExpr.class))
                        .extracting(source.file()::textOf)
                        .containsExactlyInAnyOrder("((1) > 2 ? (3) : (4))", "(1)", "(3)", "(4)", "(5)"));
    }

    @Test
    void namesAreTheUsersWhateverJavaParserTakesThemFor() {
        parse(
                fn("int transitive = 1, non = 2, sealed = 3, \\u08be\\u200cx = 4, $a = 5;"
                        + " return transitive + non-sealed + \u08bex + $a;"),
                source -> {
                    assertThat(source.declaration().findAll(NameExpr.class))
                            .extracting(NameExpr::getNameAsString)
                            .containsExactly("transitive", "non", "sealed", "\u08bex", "$a");
                    assertThat(source.declaration().findAll(VariableDeclarator.class))
                            .extracting(VariableDeclarator::getNameAsString)
                            .containsExactly("transitive", "non", "sealed", "\u08bex", "$a");
                });
    }

    @Test
    void varIsATypeOrAName() {
        parse(
                fn("var x = 1; for (var /* type */ y : a.b()) { Object o = a.var.b::c; var.d(); } return x / var;"),
                source -> {
                    assertThat(source.declaration().findAll(VarType.class)).hasSize(2);
                    assertThat(source.declaration().findAll(SimpleName.class))
                            .filteredOn(name -> name.getIdentifier().equals("var"))
                            .hasSize(3);
                });
    }

    @Test
    void maskedEnumsGetNoParentheses() {
        parse(
                fn("enum E { A; int v() { return switch (1) { case 1 > 2 ? 3 : 1 -> 4; default -> 5; }; } } return 1;"),
                source -> assertThat(source.localEnums().values())
                        .singleElement()
                        .satisfies(local ->
                                assertThat(local.findAll(ConditionalExpr.class)).hasSize(1)));
    }

    @Test
    void whatEndsWithALocalEnumEndsBehindIt() {
        parse(
                fn("switch (1) { case 1: enum E { A } } return 1;"),
                source -> assertThat(source.file()
                                .textOf(source.declaration()
                                        .findFirst(SwitchEntry.class)
                                        .orElseThrow()))
                        .isEqualTo("case 1: enum E { A }"));
    }

    @Test
    void literalsAndCommentsHaveNoStandIns() {
        parse(
                fn("String s = \"\u08be non-sealed\"; char c = '\u08be'; /* non-sealed \u08be */ String t = \"\"\"\n"
                        + " \u08be \\\"\"\" transitive\"\"\"; return s.length() + t.length() // transitive\n;"),
                source -> {
                    assertThat(source.declaration()
                                    .findFirst(StringLiteralExpr.class)
                                    .orElseThrow()
                                    .asString())
                            .isEqualTo("\u08be non-sealed");
                    assertThat(source.declaration()
                                    .findFirst(TextBlockLiteralExpr.class)
                                    .orElseThrow()
                                    .asString())
                            .isEqualTo("\u08be \"\"\" transitive");
                });
    }

    @Test
    void aPatternStartsWithItsModifiers() {
        parse(
                fn("Object o = 1; return o instanceof final @Deprecated Integer i ? i : 0;"),
                source -> assertThat(source.file()
                                .textOf(source.declaration()
                                        .findFirst(TypePatternExpr.class)
                                        .orElseThrow()))
                        .isEqualTo("final @Deprecated Integer i"));
    }

    @Test
    void whatJavaParserRefusesIsToldWithItsPlace() {
        Probe.run(
                List.of(),
                List.of(Probe.source("T", fn("int i = 1;\n Object o = (void x) -> {}; return i;"))),
                probe -> {
                    assertThat(probe.sources()).isEmpty();
                    assertThat(probe.unparsable().line()).isEqualTo(3);
                    assertThat(probe.unparsable()).hasMessageContaining("Parse error. Found ");
                });
    }
}
