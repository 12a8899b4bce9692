package dev.asyncfn.processor.symbols;

/** What a reference does with its symbol, type or value. */
enum Kind {
    /** A method is called, or a method reference names it. */
    CALL,
    /** An object is created. */
    CREATE,
    /** A field is read. */
    READ,
    /** A field is assigned. */
    WRITE,
    /** A literal, or a constant that only the user's class can see. */
    VALUE,
    /** The object in whose class the code stands, or one around it, is passed on. */
    THIS,
    /** An operator, with the type that its operands are promoted to. */
    OPERATOR,
    /** A cast, also that of a compound assignment. */
    CAST,
    /** A type is tested: by a catch clause, {@code instanceof}, or a pattern. */
    TEST,
    /** A class literal. */
    CLASS,
    /** An array of a type is created. */
    ARRAY,
    /** An operand of a string concatenation. */
    TO_STRING,
    /** A lambda or a method reference, by the interface that it implements. */
    FUNCTION,
    /** A primitive value becomes an object. */
    BOX(false),
    /** What kind of stage is awaited. */
    AWAIT(false),
    /** A local variable, with its type, is used. */
    VARIABLE(false),
    /** A supertype, a method, or an annotation of a class in the body. */
    MEMBER(false);

    private final boolean counted;

    Kind() {
        this(true);
    }

    Kind(boolean counted) {
        this.counted = counted;
    }

    /** Whether each of several like references counts; of the other kinds one is enough. */
    boolean isCounted() {
        return counted;
    }
}
