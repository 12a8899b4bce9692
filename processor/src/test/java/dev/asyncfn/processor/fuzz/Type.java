package dev.asyncfn.processor.fuzz;

/** A type that generated programs use. */
enum Type {
    INT("int", "Integer", "0"),
    LONG("long", "Long", "0L"),
    DOUBLE("double", "Double", "0.5"),
    BYTE("byte", "Byte", "((byte) 0)"),
    CHAR("char", "Character", "'a'"),
    SHORT("short", "Short", "((short) 0)"),
    FLOAT("float", "Float", "0.5f"),
    BOOLEAN("boolean", "Boolean", "false"),
    STRING("String", "String", "\"\""),
    INTEGER("Integer", "Integer", "Integer.valueOf(0)"),
    LONG_BOX("Long", "Long", "Long.valueOf(0)"),
    CHARACTER("Character", "Character", "Character.valueOf('a')"),
    TRUTH("Boolean", "Boolean", "Boolean.FALSE"),
    COLOR("Color", "Color", "Color.RED"),
    INTS("int[]", "int[]", "(new int[1])"),
    STRINGS("String[]", "String[]", "(new String[1])"),
    BOX("Box", "Box", "new Box(0)"),
    OBJECT("Object", "Object", "((Object) \"\")"),
    CLASS("Class<?>", "Class<?>", "((Class<?>) Box.class)"),
    SINK("Sink<? super Integer>", "Sink<? super Integer>", "((Sink<? super Integer>) new Sink<Object>())"),
    CHAIN("Chain<?>", "Chain<?>", "((Chain<?>) new Chain.Link(r))"),
    FUNCTION("Function", "Function", "Function.IDENTITY"),
    RESOURCE("Resource", "Resource", "((Resource) null)"),
    FUTURE("Future<Integer>", "Future<Integer>", "Future.ready(0)"),
    THROWN("Exception", "Exception", "new Boom(\"\")"),
    /** Of the program's hierarchy, where it has one. */
    ROOT("Root", "Root", "((Root) null)"),
    /** Of private classes. */
    CELL("Cell<Integer>", "Cell<Integer>", "new Cell<Integer>(0)"),
    DUO("Duo<String, Cell<Integer>>", "Duo<String, Cell<Integer>>", "new Duo<String, Cell<Integer>>(\"\", null)"),
    CELLS("Cell<?>[]", "Cell<?>[]", "(new Cell<?>[1])"),
    /** Generic ones of the class library. */
    NUMBERS("List<Integer>", "List<Integer>", "List.<Integer>of()"),
    TEXTS("List<String>", "List<String>", "List.<String>of()"),
    ANY_NUMBERS("List<? extends Number>", "List<? extends Number>", "((List<? extends Number>) List.of(0))"),
    COUNTS("Map<String, Integer>", "Map<String, Integer>", "Map.<String, Integer>of()"),
    GROUPS("Map<Integer, List<String>>", "Map<Integer, List<String>>", "Map.<Integer, List<String>>of()"),
    MAYBE("Optional<Integer>", "Optional<Integer>", "Optional.<Integer>empty()"),
    STEP("UnaryOperator<Integer>", "UnaryOperator<Integer>", "UnaryOperator.<Integer>identity()"),
    ORDER("Comparator<String>", "Comparator<String>", "Comparator.<String>naturalOrder()"),
    /** One of them, of private classes. */
    ROW("List<Cell<Integer>>", "List<Cell<Integer>>", "List.<Cell<Integer>>of()"),
    /** Other arrays. */
    GRID("int[][]", "int[][]", "(new int[1][1])"),
    LETTERS("char[]", "char[]", "(new char[1])"),
    BIGS("long[]", "long[]", "(new long[1])"),
    NUMERALS("Integer[]", "Integer[]", "(new Integer[1])"),
    LISTS(
            "java.util.List<String>[]",
            "java.util.List<String>[]",
            "((java.util.List<String>[]) new java.util.List<?>[1])"),
    VOID("void", "Void", "");

    private final String text;
    private final String boxed;
    private final String simplest;

    Type(String text, String boxed, String simplest) {
        this.text = text;
        this.boxed = boxed;
        this.simplest = simplest;
    }

    /** As a type argument. */
    String boxed() {
        return boxed;
    }

    /** An expression of this type that does nothing, which shrinking puts in the place of others. */
    String simplest() {
        return simplest;
    }

    boolean isPrimitive() {
        return ordinal() <= BOOLEAN.ordinal();
    }

    boolean isPrivate() {
        return this == CELL || this == DUO || this == CELLS || this == ROW;
    }

    boolean isOfNumbers() {
        return this == SHORT || this == FLOAT || this == LONG_BOX || this == CHARACTER || this == TRUTH;
    }

    boolean isOtherArray() {
        return ordinal() >= GRID.ordinal() && ordinal() <= LISTS.ordinal();
    }

    boolean isOfLibrary() {
        return ordinal() >= NUMBERS.ordinal() && ordinal() <= ROW.ordinal();
    }

    /** Whether `+` gives it the same text whenever it is evaluated: javac 17 reads operands late (JDK-8273914). */
    boolean isImmutable() {
        return ordinal() <= COLOR.ordinal();
    }

    @Override
    public String toString() {
        return text;
    }
}
