package dev.asyncfn.processor.fuzz;

import java.util.List;

/** Makes random patterns for values of type Object. */
final class Patterns {
    static final List<Type> TESTED = List.of(Type.STRING, Type.INTEGER, Type.BOX, Type.COLOR);

    private final Generation generation;
    private final Dice dice;

    Patterns(Generation generation) {
        this.generation = generation;
        this.dice = generation.dice;
    }

    /** Whether the language has them. */
    boolean ofRecords() {
        return generation.feature >= 21;
    }

    /** What it binds is declared in the scope, where it is never assigned. */
    String ofType(Type tested, Scope matched) {
        return ofType(tested, tested.toString(), matched);
    }

    private String ofType(Type tested, String written, Scope matched) {
        String name = "p" + generation.number();
        matched.declare(name, tested, true);
        return written + " " + name;
    }

    /** Of a {@link Pair}, perhaps one in a pair. */
    String ofRecord(Scope matched) {
        return ofRecord(matched, 2);
    }

    private String ofRecord(Scope matched, int depth) {
        String first = dice.<String>choice()
                .or(3, () -> ofType(Type.INT, matched))
                .or(2, () -> ofType(Type.INT, "var", matched))
                .orIf(generation.feature >= 22, 2, () -> "_")
                .make();
        String second = dice.<String>choice()
                .or(3, () -> ofType(dice.pick(TESTED), matched))
                .or(2, () -> ofType(Type.OBJECT, "var", matched))
                .or(1, () -> ofType(Type.OBJECT, matched))
                .orIf(depth > 0, 3, () -> ofRecord(matched, depth - 1))
                .make();
        return "Pair(" + first + ", " + second + ")";
    }

    /** A label of a switch. */
    String label(Scope matched) {
        return "case " + (dice.chance(30) ? ofRecord(matched) : ofType(dice.pick(TESTED), matched));
    }
}
