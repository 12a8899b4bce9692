package dev.asyncfn.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** The labels of a switch over one type, each used once. */
final class Cases {
    private final Dice dice;
    private final List<String> labels;

    Cases(Dice dice, Type type) {
        this.dice = dice;
        this.labels = new ArrayList<>(
                switch (type) {
                    case INT -> List.of("0", "1", "2", "3", "7");
                    case STRING -> List.of("\"a\"", "\"b\"", "\"\"", "\"abc\"", "\"Aa\"", "\"BB\"");
                    case CHAR -> List.of("'a'", "'b'", "'z'");
                    default -> List.of("RED", "GREEN", "BLUE");
                });
    }

    static Type selector(Dice dice) {
        return dice.pick(Type.INT, Type.INT, Type.STRING, Type.COLOR, Type.CHAR);
    }

    int size() {
        return labels.size();
    }

    String next() {
        return labels.remove(dice.below(labels.size()));
    }

    /** One or more labels, as many as there are. */
    String several(boolean arrows) {
        String first = next();
        if (labels.size() < 2 || !dice.chance(25)) {
            return first;
        }
        return first + (arrows ? ", " : ": case ") + next();
    }
}
