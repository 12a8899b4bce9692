package dev.asyncfn.processor.fuzz;

import java.util.function.UnaryOperator;

/** Ways to make generated sources refer to something else, which the comparison of symbols must notice by itself. */
enum SymbolSabotage implements UnaryOperator<String> {
    /** A value is boxed as another type. */
    OTHER_BOX("(?s)\\A(.*?r\\.v\\(\"end \\w+\", )(\\w+)\\);", "$1(Object) (long) $2);", "BOX long"),
    /** A call is left out. */
    LOST_CALL("(?m)^ +r\\.v\\(\"end .*$", "", "lost 1 of "),
    /** A call is added. */
    ADDED_CALL("self\\.items\\b", "self.items.clone()", "added: CALL"),
    /** A text is tidied. */
    TIDIED_TEXT("\"end ", "\"end  ", "VALUE String \"end  "),
    /** The handle of a private field finds another one. */
    TARGET_OF_AN_ACCESSOR("\"flag\", boolean\\.class", "\"any\", Object.class", ".any"),
    /** The handle of a private field finds none. */
    ACCESSOR_OF_NOTHING("\"flag\", boolean\\.class", "\"flag\", int.class", "nothing is found by"),
    /** What is of the receiver is taken of something else. */
    OTHER_RECEIVER("\\bself\\.total\\b", "(self == null ? null : self).total", "total"),
    /** One field is read instead of another. */
    OTHER_FIELD("\\bself\\.text\\b", "String.valueOf(self.boxed)", ".text"),
    /** A clause catches something else. */
    OTHER_CATCH(
            "instanceof Boom\\b", "instanceof IllegalStateException", "TEST dev.asyncfn.processor.differential.Boom"),
    /** Another operator has the same types. */
    OTHER_OPERATOR("(\\w) - ", "$1 % ", "OPERATOR MINUS"),
    /** An operand is promoted otherwise, and the result narrowed. */
    OTHER_PROMOTION("(?m)^( +.*\\()(self\\.total) & 1\\)", "$1(int) ((long) $2 & 1))", "OPERATOR AND long"),
    /** Another overload, of whose call nobody sees anything. */
    OTHER_OVERLOAD("Choices\\.of\\(r, ", "Choices.of(r, (Object) ", "Choices.of("),
    /** The array of a private class can hold anything. */
    OTHER_ARRAY("newInstance\\(CELL,", "newInstance(Object.class,", "ARRAY fuzz.");

    private final String pattern;
    private final String replacement;
    private final String difference;

    SymbolSabotage(String pattern, String replacement, String difference) {
        this.pattern = pattern;
        this.replacement = replacement;
        this.difference = difference;
    }

    @Override
    public String apply(String source) {
        return source.replaceAll(pattern, replacement);
    }

    /** What must be said of a program that shows it. */
    String difference() {
        return difference;
    }
}
