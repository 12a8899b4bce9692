package dev.asyncfn.processor.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
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

    /** Calls the part that has the state; goes on if that returned null, as another one has to go on. */
    Snippet dispatch() {
        Snippet.Builder out = Snippet.builder();
        out.add("$T polled;\n", pollType);
        choose(0, parts.size(), perGroup, first -> "polled = " + call(first), out);
        return out.add("if (polled != null) {\n$>return polled;\n$<}\n").build();
    }

    private String call(int first) {
        int last = Math.min(first + perGroup, parts.size());
        return (perGroup == 1 ? "part" + last : group(first, last)) + "(" + names.context + ");\n";
    }

    private static String group(int from, int to) {
        return "parts" + (from + 1) + "To" + to;
    }

    private void choose(int from, int to, int step, IntFunction<String> then, Snippet.Builder out) {
        for (int i = from; i + step < to; i += step) {
            String beyond = parts.get(i + step).firstState();
            out.add("if ($L.compareTo($L.$L) < 0) {\n$>", names.next, names.stateType, beyond);
            out.add(then.apply(i)).add("$<} else ");
        }
        int last = from + (to - from - 1) / step * step;
        out.add("{\n$>" + then.apply(last) + "$<}\n");
    }

    /**
     * @param noLine marks what comes from no line of the source
     * @param loop puts a loop around the states
     */
    List<MethodSpec> methods(
            Collection<String> suppressed, Snippet noLine, UnaryOperator<Snippet> loop, Bodies bodies) {
        List<MethodSpec> methods = new ArrayList<>();
        for (int from = 0; perGroup > 1 && from < parts.size(); from += perGroup) {
            int to = Math.min(from + perGroup, parts.size());
            Snippet.Builder body = Snippet.builder();
            choose(from, to, 1, i -> "return part" + (i + 1) + "(" + names.context + ");\n", body);
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
                    .addCode(bodies.insert(loop.apply(body.build())))
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
