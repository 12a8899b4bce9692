package dev.asyncfn.processor.parse;

import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Methods made of everything that the grammar of the language allows, whether it makes sense or not: names are not
 * declared, and types do not fit.
 */
final class RandomSyntax {
    private static final int DEPTH = 5;
    private static final String[] NAMES = {
        "a",
        "b",
        "$",
        "_c",
        "record",
        "sealed",
        "permits",
        "when",
        "module",
        "open",
        "with",
        "to",
        "transitive",
        "non",
        "var",
        "requires",
        "\u00e9",
        "\u08be",
        "\\u0061b",
        "yielding"
    };
    private static final String[] TYPES = {
        "A", "B.C", "when", "transitive", "List<A>", "Map<?, ? extends B>", "java.util.D"
    };
    private static final String[] PRIMITIVES = {"int", "boolean", "long", "char", "byte", "double", "float", "short"};
    private static final String[] LITERALS = {
        "1",
        "0x1F_FL",
        "1e1f",
        "'c'",
        "'\\''",
        "\"s\"",
        "\"\\\"\"",
        "null",
        "true",
        "\"\"\"\n  t \\\"\"\" \"\n  \"\"\"",
        "1__0",
        ".5"
    };
    private static final String[] ARITHMETIC = {"+", "-", "*", "/", "%", "<<", ">>", ">>>"};
    private static final String[] LOGICAL = {"==", "!=", "&", "|", "^", "&&", "||", "\\u0026&"};
    private static final String[] ASSIGNMENTS = {
        "=", "+=", "-=", "*=", ">>=", ">>>=", "<<=", "&=", "|=", "^=", "%=", "/="
    };

    private final Random random;
    private final boolean modern = Runtime.version().feature() >= 25;
    private int depth;

    RandomSyntax(long seed) {
        this.random = new Random(seed);
    }

    String program() {
        return "class T {\n    Object m(int p) throws E {\n" + statements() + "    }\n}\n";
    }

    // ---- choices

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    @SafeVarargs
    private String anyOf(Supplier<String>... choices) {
        depth++;
        String choice = choices[random.nextInt(choices.length)].get();
        depth--;
        return choice;
    }

    private String several(int least, int most, String separator, Supplier<String> part) {
        return IntStream.range(0, least + random.nextInt(most - least + 1))
                .mapToObj(i -> part.get())
                .collect(Collectors.joining(separator));
    }

    private String space() {
        return chance(90) ? "" : any(" ", "/* c */", "/**/", " // c\n", "\n");
    }

    private String name() {
        return any(NAMES);
    }

    // ---- types

    private String annotation() {
        return chance(85) ? "" : any("@N ", "@N(1) ", "@N(x = {1, 2,}) ", "@N({}) ", "@N(y ? 1 : 2) ");
    }

    private String brackets() {
        return several(1, 2, "", () -> annotation() + "[]");
    }

    private String classType() {
        return any(TYPES);
    }

    private String type() {
        String type = chance(40) ? any(PRIMITIVES) : classType();
        return annotation() + type + (chance(25) ? brackets() : "");
    }

    private String referenceType() {
        return annotation()
                + (chance(20) ? any(PRIMITIVES) + brackets() : classType() + (chance(20) ? brackets() : ""));
    }

    // ---- expressions

    private String expression() {
        if (depth > DEPTH) {
            return leaf();
        }
        return anyOf(
                this::leaf,
                this::conditional,
                this::conditional,
                this::binary,
                this::lambda,
                () -> target() + space() + " " + any(ASSIGNMENTS) + " " + expression(),
                this::primary,
                this::unary,
                () -> classType() + "::" + (chance(20) ? "<A>" : "") + any("m", "new"),
                () -> any("int", "A", "B.C") + "[]::" + any("new", "clone"),
                () -> primary() + "::" + name());
    }

    private String leaf() {
        return chance(60) ? name() : any(LITERALS);
    }

    /** What may be an operand of a conditional: neither a lambda nor an assignment. */
    private String conditional() {
        return depth > DEPTH
                ? leaf()
                : anyOf(
                        this::binary,
                        this::unary,
                        () -> binary() + " ? " + expression() + " : " + conditionalOrLambda(),
                        this::binary);
    }

    private String conditionalOrLambda() {
        return chance(80) ? conditional() : lambda();
    }

    /** As strongly bound as their types demand: a test is no operand of an arithmetic operator. */
    private String binary() {
        if (depth > DEPTH || chance(35)) {
            return unary();
        }
        return anyOf(
                () -> binary() + space() + " " + any(LOGICAL) + " " + space() + binary(),
                () -> arithmetic() + " " + any("<", ">", "<=", ">=") + space() + " " + arithmetic(),
                () -> arithmetic() + " instanceof " + tested(),
                this::arithmetic);
    }

    private String arithmetic() {
        return depth > DEPTH
                ? unary()
                : anyOf(
                        this::unary,
                        () -> arithmetic() + space() + " " + any(ARITHMETIC) + " " + space() + arithmetic(),
                        () -> arithmetic() + any("-", "*", "<<") + name());
    }

    private String tested() {
        if (chance(30)) {
            return referenceType();
        }
        return modern && chance(40)
                ? recordPattern()
                : any("", "final ") + (modern ? type() : referenceType()) + " " + name();
    }

    private String recordPattern() {
        return any("R", "P.Q", "R<?>") + "(" + several(0, 2, ", ", this::componentPattern) + ")";
    }

    private String componentPattern() {
        depth++;
        String pattern = depth > DEPTH || chance(60)
                ? any("var", "int", "A", "final A", "@N A") + " " + name()
                : recordPattern();
        depth--;
        return chance(10) ? "_" : pattern;
    }

    private String unary() {
        if (depth > DEPTH) {
            return leaf();
        }
        return anyOf(
                () -> any("-", "+", "!", "~", "- ", "!!", "-~") + operand(),
                () -> any("++", "--") + target(),
                () -> target() + any("++", "--"),
                this::cast,
                this::primary,
                this::primary,
                this::leaf,
                this::switchExpression);
    }

    /** No sign, which would make another operator of the one before it. */
    private String operand() {
        return chance(30) ? "(" + expression() + ")" : primary();
    }

    private String cast() {
        String operand = anyOf(this::primary, () -> "(" + expression() + ")", () -> "!" + operand(), this::cast);
        return chance(30)
                ? "(" + any(PRIMITIVES) + ") " + any("", "-", "++") + primary()
                : "(" + referenceType() + (chance(15) ? " & I" : "") + ") " + (chance(20) ? castFunction() : operand);
    }

    private String castFunction() {
        return anyOf(this::lambda, () -> any("this", "super", "A", "a.b") + "::" + name());
    }

    private String primary() {
        if (depth > DEPTH) {
            return name();
        }
        return anyOf(
                this::name,
                () -> any("this", "A.this", "B.C.this", "super.f", "A.super.f"),
                () -> name() + arguments(),
                () -> primary() + space() + "." + any("", "", "<A>") + name() + arguments(),
                () -> any("super.", "A.super.", "this.<A>") + name() + arguments(),
                () -> primary() + "." + name(),
                () -> target() + "[" + expression() + "]",
                () -> "(" + expression() + ")",
                () -> any("int", "A", "B.C[]", "void", "int[]") + ".class",
                this::creation,
                () -> primary() + ".new " + any("", "<A>") + "In" + any("", "<>") + arguments() + any("", "", " {}"),
                () -> any(LITERALS).replace("1__0", "(1)").replace(".5", "\"\"") + ".toString()");
    }

    private String creation() {
        String body = chance(15) ? " { int f = " + expression() + "; { " + statement() + "} }" : "";
        return anyOf(
                () -> "new " + any("", "<A>") + annotation() + any("A", "B.C", "List<>", "Map<A, B[]>") + arguments()
                        + body,
                () -> "new " + annotation() + any("int", "A") + annotation() + "[" + expression() + "]"
                        + any("", "[]", "[2]"),
                () -> "new " + any("int", "A", "List<?>") + any("[]", "[][]") + initializer());
    }

    private String initializer() {
        return "{" + several(0, 3, ", ", () -> chance(20) && depth <= DEPTH ? deeper(this::initializer) : expression())
                + "}";
    }

    private String deeper(Supplier<String> part) {
        depth++;
        String made = part.get();
        depth--;
        return made;
    }

    private String arguments() {
        return "(" + (depth > DEPTH ? "" : deeper(() -> several(0, 2, "," + space(), this::expression))) + ")";
    }

    /** What can be assigned or indexed. */
    private String target() {
        return depth > DEPTH
                ? name()
                : anyOf(
                        this::name,
                        () -> "this." + name(),
                        () -> name() + "[" + expression() + "]",
                        () -> "(" + name() + ")",
                        () -> name() + "()." + name());
    }

    private String lambda() {
        String parameters = any(
                "x",
                "(x)",
                "()",
                "(x, y)",
                "(int x)",
                "(final A x, B... y)",
                "(var x, final var y)",
                "(int x[])",
                "(@N A @N [] x)",
                "(transitive x)",
                "(List<A> x, when y)");
        return parameters + " -> " + (chance(60) || depth > DEPTH ? expression() : deeper(this::block));
    }

    private String switchExpression() {
        return "switch (" + expression() + ") {" + (chance(60) ? rules(true) : groups(true)) + "}";
    }

    // ---- switches

    private String rules(boolean yields) {
        return several(1, 3, "", () -> " " + label() + " -> " + ruleBody(yields)) + " default -> { }";
    }

    private String ruleBody(boolean yields) {
        return anyOf(
                () -> yields ? expression() + ";" : primary() + ".m();",
                () -> yields ? conditional() + ";" : name() + "++;",
                () -> "throw " + expression() + ";",
                this::block);
    }

    private String groups(boolean yields) {
        return several(1, 3, "", () -> " " + label() + ":" + several(0, 2, "", this::statement))
                + " default: "
                + (yields ? "yield " + conditional() + ";" : "");
    }

    private String label() {
        if (modern && chance(45)) {
            String pattern = chance(40)
                    ? recordPattern()
                    : any("", "final ", "@N ") + any("A", "int", "B.C", "when", "int[]") + " " + name();
            return "case " + pattern + (chance(50) ? " when " + deeper(this::guard) : "");
        }
        return modern && chance(10)
                ? any("case null", "case null, default")
                : "case " + several(1, 2, ", ", this::conditionalLabel);
    }

    private String conditionalLabel() {
        return deeper(() -> chance(20) ? binary() + " ? " + leaf() + " : " + leaf() : deeper(this::constant));
    }

    private String constant() {
        return any("1", "A", "(A)", "B.C", "-1", "(int) 'c'", "A + 1", "\"s\"", "~A", "(A) + (1)", "1 << 2");
    }

    private String guard() {
        return chance(20) ? name() + "[0] = " + name() : conditional();
    }

    // ---- statements

    private String statements() {
        return several(1, 4, "", () -> "        " + deeper(this::statement) + space() + "\n");
    }

    private String block() {
        return "{ " + several(0, 3, " ", this::statement) + " }";
    }

    private String body() {
        return depth > DEPTH ? ";" : anyOf(this::block, this::plainStatement);
    }

    private String statement() {
        return depth > DEPTH
                ? leaf() + "();".replaceFirst("^\\(\\)", chance(50) ? "++" : "()")
                : anyOf(this::plainStatement, this::declaration, this::declaration, this::localClass);
    }

    private String plainStatement() {
        if (depth > DEPTH) {
            return name() + "++;";
        }
        return anyOf(
                () -> ";",
                this::block,
                () -> target() + " " + any(ASSIGNMENTS) + " " + expression() + ";",
                () -> any("++", "--") + target() + ";",
                () -> primary() + "." + name() + arguments() + ";",
                () -> name() + arguments() + ";",
                () -> "new A" + arguments() + ";",
                () -> "if (" + expression() + ") " + body() + (chance(40) ? " else " + body() : ""),
                () -> "while (" + expression() + ") " + body(),
                () -> "do " + body() + " while (" + expression() + ");",
                this::forLoop,
                () -> "for (" + any("", "final ", "@N ") + any("var", "int", "A", "transitive") + " " + name()
                        + any("", "[]") + " : " + expression() + ") " + body(),
                () -> any("l", "record", "when", "transitive", "non") + ": " + body(),
                () -> any("break;", "break l;", "continue;", "continue l;", "return;"),
                () -> any("return ", "throw ") + expression() + ";",
                () -> "assert " + conditional() + (chance(40) ? " : " + expression() : "") + ";",
                () -> "synchronized (" + expression() + ") " + block(),
                this::tryStatement,
                () -> "switch (" + expression() + ") {" + (chance(50) ? rules(false) : groups(false)) + "}");
    }

    private String forLoop() {
        String init = any("", "int i = 0, j[] = {}", "a = 1, b++", "final A x = null", "var y = 1", "transitive = 1");
        return "for (" + init + "; " + (chance(70) ? expression() : "") + "; " + any("", "i++", "a = b, m()") + ") "
                + body();
    }

    private String tryStatement() {
        String resources = chance(40)
                ? "(" + any("A a = null", "a", "this.b", "var r = m(); c", "final A x = y;", "a.b") + ") "
                : "";
        String catches =
                several(0, 2, "", () -> " catch (" + any("E e", "final E | F e", "@N E e", "when w") + ") " + block());
        return "try " + resources + block() + catches
                + (chance(50) || resources.isEmpty() && catches.isEmpty() ? " finally " + block() : "");
    }

    private String declaration() {
        return any("", "final ", "@N ")
                + anyOf(
                        () -> type() + " " + several(1, 2, ", ", this::declarator) + ";",
                        () -> "var " + name() + " = " + expression() + ";");
    }

    private String declarator() {
        return name()
                + any("", "", "[]", "[][]")
                + anyOf(() -> "", () -> " = " + expression(), () -> " = " + initializer());
    }

    private String localClass() {
        return anyOf(
                () -> any("", "final ", "abstract ", "@N ") + "class L<T extends A & I> extends B { " + members() + "}",
                () -> "record R(int a, @N A... b) implements I { R { } " + methods() + "}",
                () -> "interface I { int F = " + expression() + "; default int m() " + block() + " }",
                () -> "enum E implements I { X, @N Y(" + expression() + ") { " + methods() + "}; int f = "
                        + expression() + "; " + methods() + "}");
    }

    private String members() {
        return any(
                        "",
                        "L() { super(" + expression() + "); }",
                        "<X> L(L this, int a) { this(" + expression() + "); }",
                        "L(A A.this) throws @N E { }")
                + " static { " + statement() + " } int f[] = " + initializer() + ", g; " + methods();
    }

    private String methods() {
        return chance(50)
                ? ""
                : any("", "<X extends A> ", "static @N ") + any("int", "void", "A[]") + " m(int a[], final B... b)"
                        + any("", "", " throws E") + " " + block() + " ";
    }
}
