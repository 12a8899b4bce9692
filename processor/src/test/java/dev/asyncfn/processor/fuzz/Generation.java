package dev.asyncfn.processor.fuzz;

import java.util.List;

/** What all generators of one program share. */
final class Generation {
    /** Some are the names of what the generated future declares itself. */
    private static final List<String> NAMES = List.of(
            "a", "b", "c", "d", "e", "f", "x", "y", "z", "n", "state", "value", "ready", "cx", "self", "total", "text");

    final Dice dice;
    /** The version of the language. */
    final int feature;
    /** What the program needs besides its methods. */
    final Declarations declarations;

    private final List<Signature> callable;
    private final Hierarchy hierarchy;
    private final boolean isGeneric;
    private final Features features;
    private int budget;
    private int numbers;

    /**
     * @param callable the async fns that may be called
     * @param hierarchy that may be used, or null
     * @param isGeneric whether the generic types of the program may be used
     * @param features what the program has
     * @param budget the number of pieces
     */
    Generation(
            Dice dice,
            int feature,
            Declarations declarations,
            List<Signature> callable,
            Hierarchy hierarchy,
            boolean isGeneric,
            Features features,
            int budget) {
        this.dice = dice;
        this.feature = feature;
        this.declarations = declarations;
        this.callable = callable;
        this.hierarchy = hierarchy;
        this.isGeneric = isGeneric;
        this.features = features;
        this.budget = budget;
    }

    /** Counts a piece. */
    void spend() {
        budget--;
    }

    boolean isSpent() {
        return budget <= 0;
    }

    int number() {
        return ++numbers;
    }

    /** The name of an event, told from all others of the program. */
    String event(String what) {
        return "\"" + what + number() + "\"";
    }

    /** A name for a variable, perhaps that of one in another scope. It is taken from now on. */
    String variable(Scope scope) {
        String picked = dice.pick(NAMES);
        String name = scope.isTaken(picked) ? picked + number() : picked;
        scope.reserve(name);
        return name;
    }

    List<Signature> callable() {
        return callable;
    }

    Hierarchy hierarchy() {
        return hierarchy;
    }

    boolean isGeneric() {
        return isGeneric;
    }

    Features features() {
        return features;
    }
}
