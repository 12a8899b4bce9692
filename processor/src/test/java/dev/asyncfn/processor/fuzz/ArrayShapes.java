package dev.asyncfn.processor.fuzz;

import java.util.List;
import java.util.Map;

/** Makes arrays of several dimensions, of characters, of generic types and of boxes, and what is assigned to as an element or a static field. */
final class ArrayShapes {
    private static final List<Type> TYPES =
            List.of(Type.GRID, Type.GRID, Type.LETTERS, Type.BIGS, Type.NUMERALS, Type.LISTS);

    private static final Map<Type, List<String>> LITERALS = Map.of(
            Type.GRID, List.of("new int[][] {{1, 2}, {3, 4}}", "(new int[2][2])", "(new int[2][])"),
            Type.LETTERS, List.of("new char[] {'a', 'b'}", "\"ab\".toCharArray()", "(new char[3])"),
            Type.BIGS, List.of("new long[] {1, 2L}", "new long[] {'a', Long.MAX_VALUE, 3}"),
            Type.NUMERALS, List.of("new Integer[] {1, 200}", "new Integer[] {1, 2, null}"),
            Type.LISTS,
                    List.of("((java.util.List<String>[]) new java.util.List<?>[] {java.util.List.of(\"a\"),"
                            + " new java.util.ArrayList<String>()})"));

    private static final Map<Type, List<String>> VALUES = Map.ofEntries(
            Map.entry(
                    Type.GRID,
                    List.of(
                            "new int[][] {%INTS, {%INT, %INT}, %INTS}",
                            "new int[][] {{%INT, %INT}, {%INT}}",
                            "(new int[(%INT & 1) + 1][(%INT & 1) + 1])",
                            "(new int[(%INT & 1) + 1][])",
                            "new int[][][] {{%INTS, {1}}, %GRID}[(%INT & 1)]",
                            "%GRID.clone()")),
            Map.entry(
                    Type.LETTERS,
                    List.of(
                            "new char[] {%CHAR, 'x', %CHAR}",
                            "%STRING.toCharArray()", "(new char[(%INT & 3)])", "%LETTERS.clone()")),
            Map.entry(
                    Type.BIGS,
                    List.of("new long[] {%INT, %LONG, 'c'}", "%BIGS.clone()", "new long[][] {{%INT}, %BIGS}[%at]")),
            Map.entry(
                    Type.NUMERALS,
                    List.of(
                            "new Integer[] {%INT, %INTEGER, 3}",
                            "%NUMERALS.clone()", "$P.array(%INTEGER, %INTEGER)", "$P.<Integer>array(%INT, %INTEGER)")),
            Map.entry(
                    Type.LISTS,
                    List.of(
                            "$P.<java.util.List<String>>array(java.util.List.of(%STRING), java.util.List.of(\"b\", %STRING))",
                            "%LISTS.clone()")),
            Map.entry(
                    Type.INT,
                    List.of(
                            "%GRID[%at][%at]",
                            "%GRID[%at][%at]",
                            "%GRID.length",
                            "%GRID[%at].length",
                            "((int) %LETTERS[%at])",
                            "(%LETTERS[%at] + %INT)",
                            "((int) %BIGS[%at])",
                            "java.util.Arrays.asList(%NUMERALS).indexOf(%INTEGER)",
                            "$P.shared")),
            Map.entry(Type.LONG, List.of("%BIGS[%at]", "(%BIGS[%at] + %INT)")),
            Map.entry(Type.CHAR, List.of("%LETTERS[%at]", "%LETTERS[%at]")),
            Map.entry(Type.INTEGER, List.of("%NUMERALS[%at]", "$P.sharedBox")),
            Map.entry(
                    Type.STRING,
                    List.of(
                            "%LISTS[%at].get(0)",
                            "r.cut(String.valueOf(%LETTERS))",
                            "new String(%LETTERS)",
                            "String.join(\"\", %LISTS[%at])",
                            "$P.sharedText")),
            Map.entry(Type.INTS, List.of("%GRID[%at]", "%GRID[%at].clone()", "%INTS.clone()")),
            Map.entry(Type.OBJECT, List.of("((Object) %GRID)", "((Object) %LETTERS)", "((Object) %NUMERALS.clone())")),
            Map.entry(Type.BOOLEAN, List.of("(%GRID[%at] == null)", "(%LETTERS[%at] < %INT)")));

    private static final Map<Type, List<String>> TARGETS = Map.of(
            Type.INT, List.of("%GRID[%at][%at]", "%GRID[%at][%at]", "(%GRID)[%at][%at]", "(%BOX).number", "$P.shared"),
            Type.INTS, List.of("%GRID[%at]"),
            Type.CHAR, List.of("%LETTERS[%at]"),
            Type.LONG, List.of("%BIGS[%at]", "(%BOX).big", "$P.sharedBig"),
            Type.INTEGER, List.of("%NUMERALS[%at]", "$P.sharedBox"),
            Type.STRING, List.of("(%STRINGS)[%at]", "$P.sharedText", "(%BOX.text)"));

    private final Expressions all;
    private final Filler filler;

    ArrayShapes(Expressions all) {
        this.all = all;
        this.filler = new Filler(all);
    }

    boolean areUsable() {
        return all.generation.features().shapes();
    }

    static Type anyType(Dice dice) {
        return dice.pick(TYPES);
    }

    String literal(Type type) {
        return all.dice.pick(LITERALS.get(type));
    }

    /** Null if nothing of the type is made of them. */
    Tree of(Type type, Scope scope, int depth) {
        if (!VALUES.containsKey(type)) {
            return null;
        }
        String text = all.dice.pick(VALUES.get(type));
        Shapes.needMembers(text, all.generation.declarations);
        return filler.expression(type, text, scope, depth);
    }

    /** Whether there is something of theirs to which a value of the type can be assigned; in a guard, javac mistakes fields. */
    boolean hasTarget(Type type, Scope scope) {
        return areUsable() && TARGETS.containsKey(type) && !scope.inGuard;
    }

    Tree target(Type type, Scope scope, int depth) {
        String text = all.dice.pick(TARGETS.get(type));
        Shapes.needMembers(text, all.generation.declarations);
        return filler.target(type, text, scope, depth);
    }
}
