package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.StateMachine;
import java.util.ArrayList;
import java.util.List;

/**
 * The type of a machine's states, and how code switches over them. It is an enum, and the switches are over its
 * constants, unless javac cannot write as many.
 */
final class StateType {
    /**
     * javac 17 maps the constants of all enums over which a top-level class switches in one initializer, at 17 bytes
     * each; an initializer has 64 KB at most. The rest is for the user's own switches.
     */
    static final int MOST_MAPPED = 2_500;

    /** The initializer of an enum takes 16 bytes a constant. */
    private static final int MOST_OF_ENUM = 3_500;

    private final MachineNames names;
    private final StateList states;
    private final boolean byOrdinal;

    /**
     * @param byOrdinal whether to switch over ordinals, since the whole facade has too many states
     * @param cut whether the constants must have the order of the cases: by that the part of a state is found
     */
    StateType(StateMachine machine, MachineNames names, boolean byOrdinal, boolean cut) {
        this.names = names;
        this.byOrdinal = byOrdinal;
        this.states = new StateList(machine, cut);
    }

    /** What a switch is over. */
    String selector() {
        return byOrdinal ? names.next + ".ordinal()" : names.next;
    }

    /** A state as the label of a case. */
    String label(String state) {
        return byOrdinal ? names.stateType + ".Ordinal." + state : state;
    }

    /** The class, and what it needs beside it. */
    List<Snippet> declarations() {
        return states.names().size() > MOST_OF_ENUM ? ownClass() : List.of(enumType());
    }

    private Snippet enumType() {
        Snippet.Builder out = Snippet.builder().add("/** The states. */\nprivate enum $L {\n$>", names.stateType);
        out.add(states.text(byOrdinal ? ";" : ""));
        return out.add(byOrdinal ? Snippet.of("\n$L\n", ordinals()) : Snippet.EMPTY)
                .add("$<}")
                .build();
    }

    /** Raw text in one piece: JavaPoet would put a blank line between any two. */
    private Snippet ordinals() {
        StringBuilder lines = new StringBuilder();
        List<String> constants = states.names();
        for (int i = 0; i < constants.size(); i++) {
            lines.append("int ")
                    .append(constants.get(i))
                    .append(" = ")
                    .append(i)
                    .append(";\n");
        }
        return Snippet.of(
                "/** For the labels of cases: there are too many states for switches over an enum. */\n"
                        + "interface Ordinal {\n$>$L$<}",
                lines);
    }

    /** The constants stand in interfaces, each with an initializer of its own. */
    private List<Snippet> ownClass() {
        List<String> constants = states.names();
        List<Snippet> declarations = new ArrayList<>();
        List<String> holders = new ArrayList<>();
        for (int from = 0; from < constants.size(); from += MOST_MAPPED) {
            String holder = names.stateType + "s" + (holders.size() + 1);
            holders.add(holder);
            StringBuilder lines = new StringBuilder();
            for (String constant : states.names().subList(from, Math.min(from + MOST_MAPPED, constants.size()))) {
                lines.append(
                        "%1$s %2$s = new %1$s(\"%2$s\", %1$s.Ordinal.%2$s);\n".formatted(names.stateType, constant));
            }
            declarations.add(Snippet.of("private interface $L {\n$>$L$<}", holder, lines));
        }
        declarations.add(
                0,
                Snippet.of(
                        "/** Like an enum, which cannot have as many constants. */\n"
                                + "private record $1L($2T name, int ordinal) implements $6T, $3L {\n$>"
                                + "int compareTo($1L other) {\n$>return ordinal - other.ordinal;\n$<}\n\n"
                                + "@$4T\npublic $2T toString() {\n$>return name;\n$<}\n\n$5L\n$<}",
                        names.stateType,
                        String.class,
                        String.join(", ", holders),
                        Override.class,
                        ordinals(),
                        RuntimeTypes.NUMBERED));
        return declarations;
    }
}
