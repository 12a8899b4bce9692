package dev.asyncfn.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * An async fn, as the map of its facade describes it.
 *
 * @param name of the method; for an async block, {@code method.Block}
 * @param locals the variables that are no fields
 */
record Fn(String name, List<State> states, List<Edge> edges, List<Variable> fields, List<Variable> locals) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A state.
     *
     * @param suspends whether a future can be in it while nobody polls it
     * @param lines of the source that it runs, such as {@code 16 to 18}
     * @param awaits what it waits for; empty if it does not
     * @param keeps the fields that a future suspended in it still needs
     */
    record State(String id, String kind, boolean suspends, String lines, String awaits, List<String> keeps) {
        boolean isEnd() {
            return kind.equals("end");
        }
    }

    /**
     * A way from state to state.
     *
     * @param when it is taken; empty if always
     */
    record Edge(String from, String to, String kind, String when) {}

    /**
     * A variable of the body.
     *
     * @param why it is a field, or none
     */
    record Variable(String name, String why) {}

    static List<Fn> read(Path map) {
        try {
            return all(JSON.readTree(map.toFile()).get("fns")).stream()
                    .map(Fn::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fn read(JsonNode fn) {
        Set<Integer> run = new HashSet<>();
        fn.get("states").forEach(state -> run.addAll(lines(state)));
        return new Fn(
                fn.get("name").asText(),
                all(fn.get("states")).stream().map(state -> state(state, run)).toList(),
                all(fn.get("edges")).stream().map(Fn::edge).toList(),
                all(fn.get("fields")).stream().map(Fn::variable).toList(),
                all(fn.get("locals")).stream().map(Fn::variable).toList());
    }

    private static Variable variable(JsonNode variable) {
        return new Variable(variable.get("name").asText(), variable.get("why").asText());
    }

    /** @param run the lines that some state runs */
    private static State state(JsonNode state, Set<Integer> run) {
        return new State(
                state.get("id").asText(),
                state.get("kind").asText(),
                state.get("suspends").asBoolean(),
                rows(lines(state), run),
                state.path("awaits").path("text").asText(""),
                all(state.get("keeps")).stream().map(JsonNode::asText).toList());
    }

    private static Edge edge(JsonNode edge) {
        return new Edge(
                edge.get("from").asText(),
                edge.get("to").asText(),
                edge.get("kind").asText(),
                all(edge.get("when")).stream().map(Fn::condition).collect(Collectors.joining(" and ")));
    }

    private static String condition(JsonNode condition) {
        String text = condition.get("text").asText();
        return condition.get("negated").asBoolean() ? "not (" + text + ")" : text;
    }

    /** As the picture in the class says it: lines that no state runs, such as comments, are part of a row of lines. */
    private static String rows(SortedSet<Integer> lines, Set<Integer> run) {
        List<String> rows = new ArrayList<>();
        SortedSet<Integer> rest = lines;
        while (!rest.isEmpty()) {
            int first = rest.first();
            int last = first;
            for (int line : rest) {
                if (IntStream.range(last + 1, line).anyMatch(run::contains)) {
                    break;
                }
                last = line;
            }
            rows.add(first == last ? "" + first : first + (last == first + 1 ? ", " : " to ") + last);
            rest = rest.tailSet(last + 1);
        }
        return String.join(", ", rows);
    }

    private static SortedSet<Integer> lines(JsonNode state) {
        SortedSet<Integer> lines = new TreeSet<>();
        for (JsonNode range : state.get("source")) {
            IntStream.rangeClosed(range.get(0).asInt(), range.get(2).asInt()).forEach(lines::add);
        }
        return lines;
    }

    private static List<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
