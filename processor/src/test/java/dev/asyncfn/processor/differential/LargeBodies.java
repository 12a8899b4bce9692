package dev.asyncfn.processor.differential;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Bodies larger than anybody writes, of every shape: each is one class, with a method {@code body}. */
final class LargeBodies {
    private static final String CLASS = """
            package large;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.AsyncFn;
            import dev.asyncfn.processor.differential.Case;
            import dev.asyncfn.processor.differential.Trace;

            final class %s {
            %s
            }
            """;
    private static final String METHOD = """
                @Case
                @AsyncFn
                static int %s(Trace t) {
                    int n = 0;
            %s
                    return n;
                }
            """;

    private final Map<String, String> sources = new LinkedHashMap<>();

    private LargeBodies() {
        statements();
        switches();
        expressions();
        nests();
        add("FourFns", lines(4, i -> METHOD.formatted(i == 0 ? "body" : "fn" + i, awaits(1000))));
    }

    /** The sources by the simple names of their classes. */
    static Map<String, String> sources() {
        return new LargeBodies().sources;
    }

    private void statements() {
        body("Finally", "try {\n" + awaits(200) + "\n} finally {\nt.log(\"finally \" + await(t.leaf(\"f\", n)));\n}");
        body(
                "LiveLocals",
                lines(600, i -> "String s" + i + " = await(t.leaf(\"s\", \"" + i + "\"));")
                        + lines(600, i -> "n = n * 31 + s" + i + ".length();"));
        body("NoAwaits", calculations(1000));
        body(
                "FewAwaits",
                calculations(400)
                        + "record Pair(int left, int right) { int sum() { return left + right; } }\n"
                        + "Object o = new Pair(n, 1);\n"
                        + "if (!(o instanceof Pair pair)) { return -1; }\n"
                        + calculations(400)
                        + "n += pair.sum() + await(t.leaf(\"a\", 1));\nint kept = n;\n"
                        + "java.util.function.IntSupplier later = () -> kept + pair.left();\n"
                        + calculations(400)
                        + "n += later.getAsInt();");
        body(
                "WholeStatements",
                "n += await(t.leaf(\"a\", 7));\n"
                        + "OUT: for (int i = 0; i < 3; i++) {\ntry {\n" + calculations(500)
                        + "if (n % 2 == 0) { continue OUT; }\n} catch (IllegalStateException e) {\nn++;\n} finally {\nn ^= i;\n}\n"
                        + "switch (n & 1023) {\n" + lines(1000, i -> "case " + i + ": n += " + i * 3 + "; break;")
                        + "\n}\n}");
        body("Loops", lines(100, i -> "for (int i = 0; i < 2; i++) { n += i * await(t.leaf(\"a\", " + i + ")); }"));
    }

    private void switches() {
        body("OldSwitch", switched(1000, "i", i -> "case " + i + ": n += " + some(i) + (i % 3 == 2 ? " break;" : "")));
        body("ArrowSwitch", switched(500, "i * 7", i -> "case " + i * 7 + " -> n += " + some(i)));
        body("StringSwitch", switched(500, "\"k\" + i", i -> "case \"k" + i + "\" -> n += " + some(i)));
        add(
                "EnumSwitch",
                "enum E { " + IntStream.range(0, 500).mapToObj(i -> "C" + i).collect(joining(", ")) + " }\n"
                        + METHOD.formatted(
                                "body",
                                switched(500, "E.values()[i % 500]", i -> "case C" + i + " -> n += " + some(i))));
        body(
                "SwitchExpression",
                "for (int i = 0; i < 600; i += 5) {\nn += switch (i) {\n"
                        + lines(500, i -> "case " + i + " -> 2 * " + some(i)) + "default -> n * 31;\n};\n}");
    }

    private void expressions() {
        IntFunction<String> operand = i -> i % 5 < 3 ? "await(t.leaf(\"a\", " + i + "))" : "n++";
        body(
                "ArrayInitializer",
                "int[] a = {\n" + lines(500, i -> operand.apply(i) + ",") + "};\nn = java.util.Arrays.hashCode(a);");
        add(
                "Arguments",
                "static int sum(int... all) {\nreturn java.util.Arrays.hashCode(all);\n}\n"
                        + METHOD.formatted("body", "n = sum(n\n" + lines(500, i -> ", " + operand.apply(i)) + ");"));
        body("Concatenation", "String s = \"\"\n" + lines(300, i -> "+ " + operand.apply(i)) + ";\nn = s.hashCode();");
        body(
                "Conjunction",
                "boolean b = true\n" + lines(200, i -> "&& await(t.leaf(\"a\", n < 1))") + ";\nn = b ? 1 : 2;");
    }

    private void nests() {
        body(
                "ElseIfs",
                "for (int i = 0; i < 250; i += 37) {\n"
                        + lines(200, i -> "if (i == " + i + ") { n += " + await(i) + " } else") + "{ n *= 31; }\n}");
        body("NestedBlocks", lines(200, i -> "{ int v" + i + " = " + await(i)) + "n = v0 + v199;\n" + "}".repeat(200));
        body(
                "NestedTries",
                lines(60, i -> "try { n += " + await(i)) + "n++;\n" + "} finally { n *= 31; }\n".repeat(60));
        body(
                "ManyTries",
                lines(
                        450,
                        i -> "try { n += " + await(i) + " if (n % 7 == 3) throw new IllegalStateException(); }"
                                + " catch (IllegalStateException e) { n++; } finally { n *= 31; }"));
    }

    // ---- pieces

    private void body(String className, String statements) {
        add(className, METHOD.formatted("body", statements));
    }

    private void add(String className, String members) {
        sources.put(className, CLASS.formatted(className, members));
    }

    private static String awaits(int count) {
        return lines(count, i -> "n = n * 3 + " + await(i));
    }

    private static String await(int i) {
        return "await(t.leaf(\"a" + i + "\", " + i + "));";
    }

    /** One in ten is an await. */
    private static String some(int i) {
        return i % 10 == 0 ? await(i) : i + ";";
    }

    private static String calculations(int count) {
        return lines(count, i -> "n = n * 3 + Integer.parseInt(\"" + i + "\"); // " + i);
    }

    private static String switched(int count, String selector, IntFunction<String> entry) {
        boolean arrow = entry.apply(0).contains("->");
        return "for (int i = 0; i < " + count * 6 / 5 + "; i += 5) {\nswitch (" + selector + ") {\n"
                + lines(count, entry) + "default" + (arrow ? " -> " : ": ") + "n *= 31;\n}\n}";
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(i -> line.apply(i) + "\n").collect(joining());
    }
}
