package dev.asyncfn.processor.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Literals mean in the future what they mean in the body, wherever they stand and whatever they hold. */
@Tag("one-jdk")
class UserTextTest {
    /** Each is an expression of type String; its continuation lines are indented as in a file where it starts in column 9. */
    private static final List<String> LITERALS = List.of(
            block("{\n  \"a\": {\n  }\n}"),
            block("HELLO,\n\nWORLD"),
            block("A,\n\nB,\n\nC"),
            block("private int x;\n\nprivate int y;\n"),
            block("/**\n * Short.\n */\nprivate int x;"),
            block("@SuppressWarnings({\n    \"a\",\n    \"b\"\n})\nvoid f() throws\n    Exception {\n}"),
            block("X = in.findStatic(A.class, \\\"b\\\", MethodType.methodType(" + "int.class, ".repeat(12)
                    + "C.class));"),
            block("{\n  /*asyncfn:lifted*/\n  x\n  /*asyncfn:end*/\n}\n"),
            block("\n/**\n * asyncfn:reserved\n */\nclass X {\n}\n"),
            block("case A: {\n} // falls through\n{}"),
            block("import java.lang.String;\n\n\n\n/** x */"),
            block("$L $T $S $N $$ $W $Z $[ $] $> $< $1L ${x} %s %n %%"),
            block("a\u2028b\u2029c\u0085d\u000be\ff"),
            block("\u2028a\n\u2029\n\u0085b\n\u000bc\n\fd\n\u3000e\n\u00a0f"),
            block("a  \n  b \t \n\n   \nc   "),
            block("ends in blanks   "),
            block("a\\s\n b \\s\n\\sc"),
            block("a \\\n  b \\\nc"),
            block("a\\tb\\nc\\\\d\\\"\\\"\\\"e\\0f\\377g"),
            block("// not a comment\n/* nor this\n*/ \\u002a/ **/"),
            block("\\u007b\\u0041\\\\u0041\\u005c\\u005cn"),
            block("a\\u000ab\\u000d\\u000a   c"),
            block("a\\u000a    b\n\\u0020c\n\\u0009d"),
            block("\uFDD0v0-9\uFDD1\uFDD0s12\uFDD1\uFDD0t\uFDD1\uFFFE\uFFFF"),
            block("\uD83D\uDE00 größe 日本"),
            block("\"quotes\" \"\"\\\"'"),
            block(""),
            block("\n\n\n"),
            block("x".repeat(200) + "\n" + "{".repeat(50)),
            "\"\"\"\n        a\n          b\n       c\"\"\"",
            "\"\"\"\na\n  b\n\"\"\"",
            "\"\"\"\n\n        a\n  \"\"\"",
            "\"\"\" \t\f\n        a\n        \"\"\"",
            "\"\"\"\n\t\ta\n\t\t\tb\n\t\t\"\"\"",
            "\"\"\"\n        a\"\"\" + \"\"\"\n            b\n          c\"\"\"",
            "\"\"\"\n        a\\u0022\"\" + \\u0022\\u0022\\u0022\n          b\\u0022\\u0022\\u0022",
            "\"a\u2028b\u2029c\u0085d\u000be\ff\tg\"",
            "\"\uFDD0v0-9\uFDD1\" + '\uFDD0' + '\u2028' + '\u0085' + '\f' + '\"' + '\\''",
            "\"{ // } /* */ $L %s \\u0022 + \\u0022 \\\\u0041 \\\\\\u0041\"",
            "\"\0\u001a\u007f\" + '\0'",
            "String.join(\",\",\n                \"a\", // { \"\"\"\n                /* } \" */ \"b\",\n\n\t\"c\")");

    private static String block(String content) {
        String indented = content.lines()
                .map(line -> line.isEmpty() ? "" : "        " + line)
                .reduce("", (a, b) -> a + b + "\n");
        return "\"\"\"\n"
                + (content.endsWith("\n") || content.isEmpty()
                        ? indented + "        \"\"\""
                        : indented.substring(0, indented.length() - 1) + "\"\"\"");
    }

    private static final String START = """
            import static dev.asyncfn.Async.await;

            import dev.asyncfn.*;
            import java.lang.annotation.*;
            import java.util.function.*;

            final class Demo {
                private Demo() {}

                /** Pending once. */
                static Future<String> later(String value) {
                    return new Future<>() {
                        private boolean polled;

                        @Override
                        public Poll<String> poll(Context cx) {
                            if (polled) {
                                return Poll.ready(value);
                            }
                            polled = true;
                            cx.waker().wakeByRef();
                            return Poll.pending();
                        }
                    };
                }

                @Retention(RetentionPolicy.RUNTIME)
                @interface Note {
                    String[] value();
                }

            """;

    /** Where a literal may stand. */
    private static final List<String> PLACES = List.of(
            "String s = %s;\n        await(later(\"\"));\n        return s;",
            "String s;\n        s = %s;\n        return s + await(later(\"x\"));",
            "return %s + await(later(\"x\"));",
            "return await(later(\"x\")) + %s;",
            "return await(later(%s));",
            "StringBuilder b = new StringBuilder();\n        {\n        b.append(%s);\n        }\n"
                    + "        await(later(\"\"));\n        b.append(%s);\n        return b.toString();",
            "if (await(later(\"x\")).equals(%s)) {\n            return \"same\";\n        }\n        return \"other\";",
            "Supplier<String> s = () ->\n        %s;\n        return s.get() + await(later(\"x\"));",
            "Supplier<String> s = () -> {\n            // a comment\n            return\n        %s;\n        };\n"
                    + "        await(later(\"x\"));\n        return s.get();",
            "class Local {\n            String s() {\n                return\n        %s;\n            }\n        }\n"
                    + "        Local l = new Local();\n        await(later(\"x\"));\n        return l.s() + new Local().s();",
            "String captured = await(later(\"c\"));\n        class Local {\n            /** Doc {\n             * }\n             */\n"
                    + "            final String f =\n        %s;\n\n            String s() {\n                return captured + f;\n"
                    + "            }\n        }\n        Local l = new Local();\n        await(later(\"x\"));\n"
                    + "        return l.s() + new Local().s();",
            "String captured = await(later(\"c\"));\n        var l = new Object() {\n            String s() {\n"
                    + "                return captured +\n        %s;\n            }\n        };\n"
                    + "        await(later(\"x\"));\n        return l.s();",
            "@Note({\n            \"one\",\n\n        %s,\n            \"two\"\n        })\n        class Local {}\n        Local l = new Local();\n"
                    + "        await(later(\"x\"));\n        return String.join(\",\", l.getClass().getAnnotation(Note.class).value());",
            "enum Kind {\n            A {\n                @Override\n                String s() {\n                    return\n        %s;\n"
                    + "                }\n            };\n\n            abstract String s();\n        }\n"
                    + "        Kind k = Kind.A;\n        await(later(\"x\"));\n        return k.s();",
            "switch (await(later(\"x\"))) {\n            case \"x\":\n                return\n        %s;\n"
                    + "            default:\n                return \"\";\n        }",
            "String s = switch (\n        %s) {\n            default -> {\n                yield\n        %s;\n            }\n        };\n"
                    + "        return s + await(later(\"x\"));",
            "for (String s : new String[] {\n        %s,\n            \"end\"\n        }) {\n            if (s.equals(\"end\")) {\n"
                    + "                break;\n            }\n            return s + await(later(\"x\"));\n        }\n        return \"none\";",
            "try {\n            throw new IllegalStateException(%s + await(later(\"x\")));\n        } catch (IllegalStateException e) {\n"
                    + "            return e.getMessage() + await(later(\"y\"));\n        } finally {\n            String.valueOf(\n        %s);\n        }");

    /** @param step every which place gets the literal, from the first that does */
    private static String program(String name, String literal, int first, int step) {
        StringBuilder text = new StringBuilder(START.replace("Demo", name));
        for (int n = first; n < PLACES.size(); n += step) {
            String place = PLACES.get(n);
            if (!(place.contains("@Note") && literal.contains("join"))) { // no constant
                text.append("    @AsyncFn\n    static String fn" + n + "() {\n        ")
                        .append(place.replace("%s", literal))
                        .append("\n    }\n\n");
            }
        }
        return text.append("}\n").toString();
    }

    @ParameterizedTest
    @CsvSource({"LF, 3", "CRLF, 7", "CR, 7"})
    void literalsMeanTheSameEverywhere(String lines, int step, @TempDir Path folder) {
        String lineBreak = lines.replace("CR", "\r").replace("LF", "\n");
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < LITERALS.size(); i++) {
            files.put(
                    "Demo" + i + ".java",
                    program("Demo" + i, LITERALS.get(i), i % step, step).replace("\n", lineBreak));
        }
        Program program = Program.of(folder, StandardCharsets.UTF_8, files);
        for (int i = 0; i < LITERALS.size(); i++) {
            program.meansTheSame("Demo" + i);
        }
    }

    /** Where javac drops a char from a keyword. */
    @Test
    void rawCharsThatJavacDropsFromWords(@TempDir Path folder) {
        String body = """
                    @AsyncFn
                    static String fn0() {
                        int n@ame = await(la@ter("a")).length();
                        f@or (String s@ : new String[] {"b", await(later("c@"))}) {
                            i@f (s.equals("b")) cont@inue;
                            n@ame += s.length();
                        }
                        ret@urn name + "@";
                    }
                """;
        for (String dropped : List.of("\u00ad", "\u200b", "\0", "\u001a", "\ufeff")) {
            Path own = folder.resolve(Integer.toHexString(dropped.charAt(0)));
            String escaped = body.replace("@AsyncFn", "#").replace("@", dropped).replace("#", "@AsyncFn");
            Program.of(own, START + escaped + "}\n").meansTheSame("Demo");
        }
    }
}
