package dev.asyncfn.processor.symbols;

import java.util.function.UnaryOperator;

/** Faults of generated code that compiles, each in the future of a class with private, overloaded and inherited members. */
enum Fault implements UnaryOperator<String> {
    ANOTHER_OVERLOAD(
            "return show('c') + await(f);", "show('c')", "show((int) 'c')", "lost 1 of 1: CALL Demo.show(char)"),
    BOXED_OVERLOAD(
            "return one(1) + await(f);", "one(1)", "one((Object) 1)", "lost 1 of 1: CALL Demo.one(java.lang.Integer)"),
    VARIABLE_ARITY("return all(null) + await(f);", "all(null)", "all((String) null)", "changed: CALL Demo.all"),
    TYPE_ARGUMENTS(
            "Demo.<String>any(); return await(f);", "<String>any()", "<Integer>any()", "changed: CALL Demo.any()"),
    LOST_CALL("log(1); log(22); return await(f);", "Demo.log(22);", "", "lost 1 of 2: CALL Demo.log(int)"),
    ADDED_CALL(
            "log(11); return await(f);", "Demo.log(11);", "Demo.log(11); Demo.show(1);", "added: CALL Demo.show(int)"),
    METHOD_OF_ANOTHER_CLASS(
            "return Demo.same() + await(f);", "Demo.same()", "Base.same()", "lost 1 of 1: CALL Demo.same()"),
    TARGET_OF_AN_ACCESSOR("return secret() + await(f);", "\"secret\"", "\"hidden\"", "lost 1 of 1: CALL Demo.secret()"),
    ACCESSOR_OF_NOTHING("return secret() + await(f);", "\"secret\"", "\"gone\"", "nothing is found by"),
    HANDLE_OF_A_FIELD("count = 3; return count + await(f);", "\"count\"", "\"size\"", "lost 1 of 1: WRITE Demo.count"),
    ORDER_OF_AN_ACCESSOR(
            "return pair(1, 2) + await(f);",
            "invokeExact(self, a0, a1)",
            "invokeExact(self, a1, a0)",
            "in another order"),
    FACTORY_OF_ANOTHER_FN(
            "return await(fn(f)) + await(f);",
            "DemoAsync.fn(f)",
            "DemoAsync.fn((Object) f)",
            "added: CALL Demo.fn(java.lang.Object)"),
    OUTER_INSTEAD_OF_INNER(
            "Demo other = new Demo(); return other.name() + name() + await(f);",
            "self.name()",
            "other.name()",
            "changed: CALL Demo.name()"),
    ANOTHER_INSTANCE(
            "return new Demo().self(this) + await(f);",
            ".self(self)",
            ".self(new Demo())",
            "lost 1 of 1: THIS this Demo"),
    ONE_OF_TWO_INSTANCES(
            "return (f == null ? this : (Demo) (Object) await(f)).name();",
            "chosen = self",
            "chosen = new Demo()",
            "lost 1 of 1: THIS this Demo"),
    KEPT_INSTANCE(
            "Object[] all = {null}; all[0] = this; return all[0] + await(f);",
            "all[0] = self",
            "all[0] = new Demo()",
            "lost 1 of 1: THIS this Demo"),
    HIDING_FIELD(
            "return hiding + super_() + await(f);",
            "self.hiding",
            "((Base) self).hiding",
            "lost 1 of 1: READ Demo.hiding"),
    STATIC_FIELD("return Demo.total + await(f);", "Demo.total", "Demo.other", "lost 1 of 1: READ Demo.total"),
    ENUM_CONSTANT("return E.A + await(f);", "Demo.E.A", "Demo.E.B", "lost 1 of 1: READ Demo.E.A"),
    NUMBER("return 55 + await(f);", "55 +", "56 +", "lost 1 of 1: VALUE Integer 55"),
    TEXT("return \"a b\" + await(f);", "\"a b\"", "\"a  b\"", "lost 1 of 1: VALUE String \"a b\""),
    LINE_OF_A_TEXT_BLOCK(
            "return \"\"\"\n    a\n    {}\n    \"\"\" + await(f);", "{}", "{ }", "lost 1 of 1: VALUE String"),
    CHARACTER("return 'e' + await(f);", "'e'", "'d'", "lost 1 of 1: VALUE Character"),
    HIDDEN_CONSTANT("return LIMIT + await(f);", "= 77;", "= 78;", "lost 1 of 1: VALUE Integer 77"),
    CASE_LABEL(
            "switch (await(f)) { case \"x\": return \"1\"; default: return \"2\"; }",
            "\"x\"",
            "\"y\"",
            "lost 1 of 1: VALUE String \"x\""),
    OPERATOR("return 7 / 2 + await(f);", "7 / 2", "7 % 2", "lost 1 of 1: OPERATOR DIVIDE int"),
    PROMOTION(
            "int seven = 7; log(seven / 2); return await(f);",
            "seven / 2",
            "(long) seven / 2",
            "lost 1 of 1: OPERATOR DIVIDE int"),
    COMPARED_OBJECTS(
            "Integer i = 7, j = 8; return (i == j) + await(f);",
            "i == j",
            "i == (int) j",
            "lost 1 of 1: OPERATOR == objects"),
    BOX("return one((Object) 'c') + await(f);", "(Object) 'c'", "(Object) (int) 'c'", "lost 1 of 1: BOX char"),
    STRING_OF_A_CHARACTER(
            "char letter = 'c'; return \"\" + letter + await(f);",
            "+ letter",
            "+ (int) letter",
            "lost 1 of 1: TO_STRING char"),
    STRING_OF_CHARACTERS(
            "char[] letters = {}; return \"\" + letters + await(f);",
            "\"\" + letters",
            "String.valueOf(letters)",
            "added: CALL java.lang.String.valueOf(char[])"),
    STRING_BY_A_CALL(
            "char letter = 'c'; return String.valueOf(letter) + await(f);",
            "valueOf(letter)",
            "valueOf((int) letter)",
            "lost 1 of 1: TO_STRING char"),
    NARROWING("byte b = 1; b += 2; return b + await(f);", "b += 2", "b = 3", "lost 1 of 1: CAST byte"),
    CAST(
            "Object any = 1; log((Integer) any); return await(f);",
            "(Integer) any",
            "(Character) any",
            "lost 1 of 1: CAST java.lang.Integer"),
    CAUGHT(
            "try { log(1); } catch (IllegalStateException e) { log(2); } return await(f);",
            "IllegalStateException e",
            "IllegalArgumentException e",
            "lost 1 of 1: TEST java.lang.IllegalStateException"),
    TESTED(
            "Object any = f; return (any instanceof String) + await(f);",
            "instanceof String",
            "instanceof Integer",
            "lost 1 of 1: TEST java.lang.String"),
    CLASS_LITERAL(
            "return String.class + await(f);", "String.class", "Object.class", "lost 1 of 1: CLASS java.lang.String"),
    ARRAY(
            "return new Object[] {1}.length + await(f);",
            "new Object[]", "new Integer[]", "lost 1 of 1: ARRAY java.lang.Object[]"),
    FUNCTION(
            "call((Callable<Integer>) () -> 1); return await(f);",
            "(Callable<",
            "(java.util.function.Supplier<",
            "lost 1 of 1: FUNCTION java.util.concurrent.Callable"),
    VARIABLE(
            "short n = 1; log(n + 1); return await(f) + (n + 1);",
            "private short n;",
            "private byte n;",
            "lost 1 of 1: VARIABLE n of type short"),
    CREATED(
            "return new StringBuilder(\"x\") + await(f);",
            "new StringBuilder(\"x\")",
            "new StringBuilder((CharSequence) \"x\")",
            "lost 1 of 1: CREATE java.lang.StringBuilder(java.lang.String)"),
    OVERRIDES(
            "class Local { @Override public String toString() { return \"local\"; } } await(f); return \"\" + new Local();",
            "@Override public String toString",
            "public String asString",
            "lost 1 of 1: MEMBER local Local.toString() java.lang.String"),
    ANNOTATION(
            "class Local { @Deprecated(since = \"a  b\") void m() {} } return await(f) + new Local();",
            "since = \"a  b\"",
            "since = \"a b\"",
            "lost 1 of 1: MEMBER local Local.m() is @java.lang.Deprecated"),
    CAST_OF_THE_RECEIVER(
            "return ((Below) this).own + await(f);",
            "(Demo.Below) self",
            "new Demo.Below()",
            "lost 1 of 1: CAST Demo.Below"),

    // What type parameters of the future stand for.

    TEST_OF_A_PRIVATE_CLASS(
            "Object any = f; return (any instanceof Cell) + await(f);",
            "Demo$Cell\"",
            "Demo$Other\"",
            "lost 1 of 1: TEST Demo.Cell"),
    CAST_TO_A_PRIVATE_CLASS(
            "Object any = null; return ((Cell<?>) any) + await(f);",
            "CELL.cast(value)",
            "value",
            "lost 1 of 1: CAST Demo.Cell"),
    CAST_TO_A_PRIVATE_ARRAY(
            "Object any = null; return ((Cell<?>[][]) any).length + await(f);",
            "CELL.arrayType().",
            "CELL.",
            "lost 1 of 1: CAST Demo.Cell[][]"),
    PRIVATE_CLASS_LITERAL(
            "return Cell.class + await(f);", "Demo$Cell\"", "Demo$Other\"", "lost 1 of 1: CLASS Demo.Cell"),
    ARRAY_OF_A_PRIVATE_CLASS(
            "return new Cell<?>[2].length + await(f);",
            "newInstance(CELL,",
            "newInstance(Object.class,",
            "lost 1 of 1: ARRAY Demo.Cell[] of 1 dimensions given"),
    ARRAY_OF_PRIVATE_ELEMENTS(
            "return new Cell<?>[] {null, null}.length + await(f);",
            "newInstance(CELL,",
            "newInstance(Object.class,",
            "lost 1 of 1: ARRAY Demo.Cell[] of 0 dimensions given"),
    LABEL_OF_A_PRIVATE_ENUM(
            "switch (mode) { case ON: return await(f); default: return \"off\"; }",
            "case \"ON\":",
            "case \"OFF\":",
            "lost 1 of 1: VALUE String \"ON\""),
    CLOSE_OF_A_PRIVATE_CLASS(
            "try (Cell<?> c = new Cell<>()) { return await(f); }",
            "c.close();",
            "",
            "lost 1 of 1: CALL java.lang.AutoCloseable.close()");

    private static final String CLASS = """
            import static dev.asyncfn.Async.await;
            import dev.asyncfn.*;
            import java.util.*;
            import java.util.concurrent.Callable;
            import java.util.function.*;

            class Base {
                int hiding;
                static String same() { return "base"; }
            }

            class Demo extends Base {
                enum E { A, B }
                private static final int LIMIT = 77;
                static int total, other;
                int hiding;
                private int count, size;
                static String same() { return "demo"; }
                static String show(int i) { return "int"; }
                static String show(char c) { return "char"; }
                static String one(Integer i) { return "Integer"; }
                static String one(Object o) { return "Object"; }
                static String all(String... all) { return "" + all; }
                static void log(long n) {}
                static void log(int n) {}
                static <T> T any() { return null; }
                static <T> T call(Callable<T> c) { return null; }
                static <T> T call(Supplier<T> s) { return null; }
                private String secret() { return "secret"; }
                private String hidden() { return "hidden"; }
                private String pair(int a, int b) { return a + " " + b; }
                String name() { return "name"; }
                String self(Demo demo) { return demo.name(); }
                int super_() { return super.hiding; }
                static class Below extends Demo { private int own; }
                private static class Cell<T> implements AutoCloseable { public void close() {} }
                private static class Other {}
                private enum Mode { ON, OFF }
                private static Mode mode;
                @AsyncFn static String fn(Future<String> f) { return await(f); }
                @AsyncFn static String fn(Object o) { return "object"; }
                @AsyncFn final String shows(Future<String> f) {
                    $
                }
            }
            """;

    private final String body;
    private final String original;
    private final String replacement;
    private final String difference;

    Fault(String body, String original, String replacement, String difference) {
        this.body = body;
        this.original = original;
        this.replacement = replacement;
        this.difference = difference;
    }

    /** A class of the fault's name, whose async fn shows it. */
    String source() {
        return named(CLASS.replace("$", body));
    }

    private String named(String text) {
        return text.replace("Demo", name()).replace("Base", name() + "Base");
    }

    @Override
    public String apply(String generated) {
        return generated.replace(named(original), named(replacement));
    }

    /** What must be said of it. */
    String difference() {
        return named(difference);
    }
}
