package dev.asyncfn.processor.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Modifier;

/** Writes the methods of a body too large for one: those with the states, and what calls the right one of them. */
final class CutWriter {
    /** The most parts between which one method chooses. */
    private static final int MOST_CHOICES = 25;

    private final MachineNames names;
    private final StateType states;
    private final List<MethodCut.Part> parts;
    private final TypeName pollType;
    private final int perGroup;

    CutWriter(MachineNames names, StateType states, List<MethodCut.Part> parts, TypeName pollType) {
        this.names = names;
        this.states = states;
        this.parts = parts;
        this.pollType = pollType;
        this.perGroup = parts.size() <= MOST_CHOICES ? 1 : Math.max(MOST_CHOICES, parts.size() / MOST_CHOICES + 1);
    }

    /**
     * Calls the part that has the state, and those behind it for as long as one after the other returns null because the next one has to
     * continue. If the last one called returned null, an earlier one has to continue, and all begins again.
     *
     * @param handedOver the fields that only the parts hand over to each other: while it is suspended, the future must not hold on to
     *     their values
     */
    Snippet dispatch(List<String> handedOver) {
        Snippet.Builder out = Snippet.builder();
        call(0, parts.size(), perGroup, out);
        out.add("if ($L != null) {\n$>", names.polled);
        handedOver.forEach(field -> out.add("$L = null;\n", field));
        return out.add("return $L;\n$<}\n", names.polled).build();
    }

    /** Calls some parts, or groups of parts, in their order. */
    private void call(int from, int to, int step, Snippet.Builder out) {
        out.add("$T $L = null;\n", pollType, names.polled);
        for (int i = from; i < to; i += step) {
            int end = Math.min(i + step, to);
            String method = step == 1 ? "part" + (i + 1) : group(i, end);
            String first = i == from ? "" : names.polled + " == null";
            Snippet here = end == parts.size() ? Snippet.EMPTY : before(end);
            String and = first.isEmpty() || here.isEmpty() ? "" : " && ";
            if (!first.isEmpty() || !here.isEmpty()) {
                out.add("if ($L$L$L)\n$>", first, and, here);
                out.add("$L = $L($L);\n$<", names.polled, method, names.context);
            } else {
                out.add("$L = $L($L);\n", names.polled, method, names.context);
            }
        }
    }

    /** That the state is one of those before a part. */
    private Snippet before(int part) {
        return Snippet.of(
                "$L.compareTo($L.$L) < 0",
                names.next,
                names.stateType,
                parts.get(part).firstState());
    }

    private static String group(int from, int to) {
        return "parts" + (from + 1) + "To" + to;
    }

    /**
     * @param noLine marks what comes from no line of the source
     * @param part makes a method of the states
     */
    List<MethodSpec> methods(
            Collection<String> suppressed, Snippet noLine, UnaryOperator<Snippet> part, Bodies bodies) {
        List<MethodSpec> methods = new ArrayList<>();
        for (int from = 0; perGroup > 1 && from < parts.size(); from += perGroup) {
            int to = Math.min(from + perGroup, parts.size());
            Snippet.Builder body = Snippet.builder();
            call(from, to, 1, body);
            body.add("return $L;\n", names.polled);
            methods.add(
                    method(group(from, to)).addCode(bodies.insert(body.build())).build());
        }
        for (int i = 0; i < parts.size(); i++) {
            Snippet.Builder body = Snippet.builder();
            body.add("switch ($L) {\n$>", states.selector());
            body.add(parts.get(i).print());
            body.add(noLine);
            if (i == 0) {
                body.add(
                        "case $L:\ncase $L:\n$>throw ended($L);\n$<",
                        states.label("DONE"),
                        states.label("DROPPED"),
                        names.next);
            }
            body.add("default:\n$>return null; // a state of another part\n$<$<}\n");
            methods.add(method("part" + (i + 1))
                    .addJavadoc(
                            "From {@code $L} to {@code $L}.\n",
                            parts.get(i).firstState(),
                            parts.get(i).lastState())
                    .addAnnotation(Suppress.annotation(suppressed))
                    .addCode(bodies.insert(part.apply(body.build())))
                    .build());
        }
        return methods;
    }

    private MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .returns(pollType)
                .addParameter(RuntimeTypes.CONTEXT, names.context)
                .addException(Exception.class);
    }
}
