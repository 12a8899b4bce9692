package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.ir.Variable.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes the fields of a future in groups, each with the reason why its variables are fields. */
final class FieldsWriter {
    private static final int WIDTH = 100;
    private static final int MOST_RANGES = 6;

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
        List<Variable> constants = machine.variables(Storage.CONSTANT);
        add(constants.stream().map(this::constant).toList());
        for (Role role : Role.values()) {
            add(machine.variables(Storage.FIELD).stream()
                    .filter(field -> field.role() == role)
                    .map(field -> Snippet.at(new Place.Field(field), field(why(field), declaration(field))))
                    .toList());
        }
        if (cut) {
            shared();
        }
        return groups;
    }

    private void add(List<Snippet> fields) {
        if (!fields.isEmpty()) {
            groups.add(fields.stream().collect(Snippet.joining("\n")));
        }
    }

    private Snippet constant(Variable constant) {
        return field(
                "A constant.",
                Snippet.of(
                        "private static final $T $L = $L;",
                        printer.types().of(constant.type()),
                        machine.placement(constant).name(),
                        Literals.of(constant.constant())));
    }

    private Snippet declaration(Variable field) {
        return Snippet.of(
                "$L $L $L;",
                isFinal(field) ? "private final" : "private",
                Snippet.at(new Place.FieldType(field), Snippet.of("$T", printer.typeOf(field))),
                machine.placement(field).name());
    }

    private static Snippet field(String why, Snippet declaration) {
        boolean fits = why.length() + width(declaration) <= WIDTH;
        return Snippet.of(fits ? "/** $L */ $L" : "/** $L */\n$L", why, declaration);
    }

    /** About how wide a declaration is, with the simple names of its types. */
    private static int width(Snippet declaration) {
        int width = 0;
        for (Snippet.Part part : declaration.parts()) {
            if (part instanceof Snippet.Part.Words words) {
                width += words.text().length();
            } else if (part instanceof Snippet.Part.Raw raw) {
                width += raw.text().length();
            } else if (part instanceof Snippet.Part.Named named) {
                width += withoutPackages(named.type().toString());
            }
        }
        return width;
    }

    private static int withoutPackages(String type) {
        int width = type.length();
        int start = 0;
        for (int i = 0; i < type.length(); i++) {
            if (type.charAt(i) == '.' && Character.isLowerCase(type.charAt(start))) {
                width -= i + 1 - start;
            }
            start = Character.isJavaIdentifierPart(type.charAt(i)) ? start : i + 1;
        }
        return width;
    }

    /** Why the variable is a field. */
    private String why(Variable field) {
        return switch (field.role()) {
            case RECEIVER -> "The receiver of the call.";
            case PARAMETER ->
                machine.fn().isBlock() ? "Captured: its value when the block was created." : "A parameter.";
            case LOCAL -> "Read again after an await" + lines(field);
            case SPILL -> "Evaluated before an await in the same expression" + lines(field);
            case CHOICE -> "The value of an expression with an await in a branch" + lines(field);
            case PENDING -> pending(field);
            case EXIT -> "The state in which the body continues after a finally block.";
        };
    }

    private static String pending(Variable field) {
        boolean exception = field.type().toString().equals("java.lang.Throwable");
        return exception
                ? "Pending completion of a finally block: the exception to throw, or null."
                : "Pending completion of a finally block: the value to return.";
    }

    /** The end of a sentence: the lines in which the field is read. */
    private String lines(Variable field) {
        SortedSet<Integer> lines =
                readAgain.getOrDefault(machine.placement(field).name(), new TreeSet<>());
        return lines.isEmpty() ? "." : (lines.size() == 1 ? ", in line " : ", in lines ") + ranges(lines) + ".";
    }

    /** Numbers as a reader lists them: {@code 17, 20 to 22}. */
    private static String ranges(SortedSet<Integer> lines) {
        List<String> ranges = new ArrayList<>();
        int first = lines.first();
        for (int line : lines) {
            if (!lines.contains(line + 1)) {
                ranges.add(line == first ? "" + line : first + (line == first + 1 ? ", " : " to ") + line);
                first = lines.stream().filter(next -> next > line).findFirst().orElse(line);
            }
        }
        int more = ranges.size() - MOST_RANGES;
        return more <= 0 ? String.join(", ", ranges) : String.join(", ", ranges.subList(0, MOST_RANGES)) + " and more";
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

    /** What the methods of a cut body hand over to each other. */
    private void shared() {
        List<Snippet> fields = new ArrayList<>();
        fields.add(field(
                "The state in which the poll continues.", Snippet.of("private $L $L;", names.stateType, names.next)));
        fields.add(field(
                "The value of an await that ended a part.",
                Snippet.of("private $T $L;", printer.awaited().type(), names.passed)));
        if (machine.hasHandlers()) {
            fields.add(field(
                    "The exception that was thrown.", Snippet.of("private $T $L;", Throwable.class, names.thrown)));
        }
        add(fields);
    }
}
