package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.ir.Variable.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the fields of a future in groups, each with the reason why its variables are fields. */
final class FieldsWriter {
    private static final int WIDTH = 100;
    private static final int MOST_LINES = 6;

    private final StateMachine machine;
    private final MachineNames names;
    private final CodePrinter printer;
    private final boolean cut;
    private final Map<String, SortedSet<Integer>> readAgain;
    private final List<Snippet> groups = new ArrayList<>();

    FieldsWriter(StateMachine machine, MachineNames names, CodePrinter printer, boolean cut) {
        this.machine = machine;
        this.names = names;
        this.printer = printer;
        this.cut = cut;
        this.readAgain = machine.readAgain();
    }

    /** One snippet for each group. */
    List<Snippet> groups() {
        constants();
        group(parameters(), Role.RECEIVER, Role.PARAMETER);
        group(withLines("Read again after an await", Role.LOCAL), Role.LOCAL);
        group(withLines("Evaluated before an await in the same expression", Role.SPILL), Role.SPILL);
        group(withLines("Values of expressions with an await in a branch", Role.CHOICE), Role.CHOICE);
        group(pending(), Role.PENDING);
        group("The states in which the body continues after a finally block.", Role.EXIT);
        shared();
        return groups;
    }

    private void constants() {
        List<Variable> constants = machine.variables(Storage.CONSTANT);
        if (constants.isEmpty()) {
            return;
        }
        Snippet.Builder out = comment("Constants.");
        for (Variable constant : constants) {
            out.add(
                    "private static final $T $L = $L;\n",
                    printer.types().of(constant.type()),
                    machine.placement(constant).name(),
                    Literals.of(constant.constant()));
        }
        groups.add(out.build());
    }

    private void group(String why, Role... roles) {
        List<Variable> fields = fields(roles);
        if (fields.isEmpty()) {
            return;
        }
        Snippet.Builder out = comment(why);
        for (Variable field : fields) {
            String modifiers = isFinal(field) ? "private final" : "private";
            out.add(
                    "$L $T $L;\n",
                    modifiers,
                    printer.typeOf(field),
                    machine.placement(field).name());
        }
        groups.add(out.build());
    }

    /** What only the constructor assigns; a reference is nulled at the end. */
    private boolean isFinal(Variable field) {
        return field.role() == Role.PARAMETER
                && field.type().getKind().isPrimitive()
                && machine.variables(Storage.FIELD).contains(field)
                && sharing(field).noneMatch(machine::isReassigned);
    }

    private Stream<Variable> sharing(Variable field) {
        String name = machine.placement(field).name();
        return machine.placed()
                .filter(other -> machine.placement(other).storage() == Storage.FIELD
                        && machine.placement(other).name().equals(name));
    }

    private List<Variable> fields(Role... roles) {
        return machine.variables(Storage.FIELD).stream()
                .filter(field -> List.of(roles).contains(field.role()))
                .toList();
    }

    private String parameters() {
        boolean receiver = !fields(Role.RECEIVER).isEmpty();
        boolean parameters = !fields(Role.PARAMETER).isEmpty();
        if (!receiver) {
            return "The parameters.";
        }
        return parameters ? "The object whose method this is, and the parameters." : "The object whose method this is.";
    }

    /** The reason, with the lines in which each of the fields is read. */
    private String withLines(String why, Role role) {
        List<String> read = new ArrayList<>();
        int more = 0;
        for (Variable field : fields(role)) {
            String name = machine.placement(field).name();
            SortedSet<Integer> lines = readAgain.getOrDefault(name, new TreeSet<>());
            if (read.size() == 12) {
                more++;
            } else {
                read.add(lines.isEmpty() ? name : name + " (" + list(lines) + ")");
            }
        }
        return why + ": " + String.join(", ", read) + (more == 0 ? "." : " and " + more + " more.");
    }

    private static String list(Set<Integer> lines) {
        String first = lines.stream().limit(MOST_LINES).map(String::valueOf).collect(Collectors.joining(", "));
        return lines.size() > MOST_LINES ? first + " and more" : first;
    }

    private String pending() {
        Set<Boolean> kinds = fields(Role.PENDING).stream()
                .map(field -> field.type().toString().equals("java.lang.Throwable"))
                .collect(Collectors.toSet());
        String what = kinds.size() == 2
                ? "the value to return, or the exception to throw"
                : kinds.contains(true) ? "the exception to throw; null if there is none" : "the value to return";
        return "Pending completion of a finally block: " + what + ".";
    }

    /** What the methods of a cut body hand over to each other. */
    private void shared() {
        if (!cut) {
            return;
        }
        Snippet.Builder out = comment("Shared by the methods that hold the states.");
        out.add("private $L $L;\n", names.stateType, names.next);
        out.add("private $T $L;\n", Object.class, names.awaitedValue);
        if (machine.hasHandlers()) {
            out.add("private $T $L;\n", Throwable.class, names.thrown);
        }
        groups.add(out.build());
    }

    private static Snippet.Builder comment(String text) {
        if (text.length() <= WIDTH) {
            return Snippet.builder().add("/** $L */\n", text);
        }
        Snippet.Builder out = Snippet.builder().add("/**\n");
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + word.length() >= WIDTH) {
                out.add(" *$L\n", line);
                line.setLength(0);
            }
            line.append(' ').append(word);
        }
        return out.add(" *$L\n */\n", line);
    }
}
