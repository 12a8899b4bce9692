package dev.asyncfn.processor.map;

import com.github.javaparser.ast.body.Parameter;
import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.FieldUse;
import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.emit.Place;
import dev.asyncfn.processor.emit.SourceMap.Region;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.map.FnMap.Field;
import dev.asyncfn.processor.map.FnMap.Field.Role;
import dev.asyncfn.processor.map.FnMap.Local;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The fields of a future class, with the reason for each, and the variables that need none. */
final class Fields {
    private final StateMachine machine;
    private final Sources sources;
    private final FnPlaces places;
    private final Map<String, List<FieldUse>> uses;
    /** The states in which each field is kept. */
    private final Map<String, List<Case>> kept = new HashMap<>();

    private final Map<Variable, Span> declarations = new IdentityHashMap<>();

    Fields(StateMachine machine, Sources sources, FnPlaces places) {
        this.machine = machine;
        this.sources = sources;
        this.places = places;
        this.uses = machine.fieldUses().stream().collect(Collectors.groupingBy(FieldUse::field));
        machine.cases().stream()
                .filter(Case::suspends)
                .forEach(state -> machine.kept(state)
                        .forEach(field -> kept.computeIfAbsent(field, f -> new ArrayList<>())
                                .add(state)));
        machine.cases().stream()
                .flatMap(state -> state.blocks().stream())
                .flatMap(block -> block.steps().stream())
                .forEach(this::declare);
    }

    private void declare(Step step) {
        if (step.defined() != null) {
            declarations.putIfAbsent(step.defined(), sources.of(step));
        }
    }

    List<Field> all() {
        return places.regions(Place.Field.class).map(this::field).toList();
    }

    private Field field(Region region) {
        Variable variable = ((Place.Field) region.place()).variable();
        String name = machine.placement(variable).name();
        List<Case> across = kept.getOrDefault(name, List.of());
        List<Range> written = ranges(name, FieldUse::writes);
        List<Range> read = ranges(name, FieldUse::reads);
        return new Field(
                name,
                type(region),
                role(variable),
                declared(variable),
                places.range(region),
                new FieldReason(machine, sources, role(variable), written, read, across).sentence(),
                written,
                read,
                across.stream().map(Case::state).toList(),
                letGo(name));
    }

    private String type(Region field) {
        return places.regions(Place.FieldType.class)
                .filter(type -> field.start() <= type.start() && type.end() <= field.end())
                .map(places::text)
                .findFirst()
                .orElse("");
    }

    private static Role role(Variable variable) {
        return switch (variable.role()) {
            case RECEIVER -> Role.RECEIVER;
            case PARAMETER -> Role.PARAMETER;
            case LOCAL -> variable.source().isEmpty() ? Role.LOCAL : Role.ITERATOR;
            case SPILL -> Role.OPERAND;
            case CHOICE -> Role.CHOICE;
            case PENDING -> Role.PENDING;
            case EXIT -> Role.EXIT;
        };
    }

    /** Null for the object on which the method is called, and for what a {@code finally} keeps. */
    private Range declared(Variable variable) {
        Span place = place(variable);
        return place.isEmpty() ? null : sources.range(place);
    }

    /** Where a variable is declared, or the expression whose value it holds; none if the source has neither. */
    Span place(Variable variable) {
        int parameter = machine.fn().parameters().indexOf(variable);
        if (parameter >= 0 && !machine.fn().isBlock()) { // a block has what it captures for parameters
            SourceFile file = machine.fn().source().file();
            Parameter declaration =
                    machine.fn().source().declaration().getParameters().get(parameter);
            return file.place(declaration);
        }
        if (!variable.source().isEmpty() || variable.role() != Variable.Role.LOCAL) {
            return variable.source();
        }
        return declarations.getOrDefault(variable, Span.NONE);
    }

    private List<Range> ranges(String name, Predicate<FieldUse> kind) {
        return uses.getOrDefault(name, List.of()).stream()
                .filter(kind)
                .map(use -> sources.range(use.step() == null ? sources.end(use.block()) : sources.of(use.step())))
                .distinct()
                .sorted()
                .toList();
    }

    private List<Range> letGo(String name) {
        return places.regions(Place.LetGo.class)
                .filter(region -> machine.placement(((Place.LetGo) region.place()).variable())
                        .name()
                        .equals(name))
                .map(places::range)
                .toList();
    }

    /** The variables of the source that are no fields. */
    List<Local> locals() {
        List<Local> locals = new ArrayList<>();
        machine.placed()
                .filter(variable ->
                        variable.role() == Variable.Role.LOCAL || variable.role() == Variable.Role.PARAMETER)
                .forEach(variable -> {
                    Storage storage = machine.placement(variable).storage();
                    if (storage != Storage.FIELD) {
                        locals.add(new Local(variable.name(), whyNot(variable, storage)));
                    }
                });
        return locals.stream().distinct().toList();
    }

    private static String whyNot(Variable variable, Storage storage) {
        if (variable.role() == Variable.Role.PARAMETER) {
            return "The body never uses it.";
        }
        return switch (storage) {
            case CONSTANT -> "It is a constant: its value is known when the class is compiled.";
            case POLL -> "Several states use it, but it is never needed after the future was suspended.";
            default -> "One state uses it, and no await stands between its uses.";
        };
    }
}
