package dev.asyncfn.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
        return new Fn(
                fn.get("name").asText(),
                all(fn.get("states")).stream().map(Fn::state).toList(),
                all(fn.get("edges")).stream().map(Fn::edge).toList(),
                all(fn.get("fields")).stream().map(Fn::variable).toList(),
                all(fn.get("locals")).stream().map(Fn::variable).toList());
    }

    private static Variable variable(JsonNode variable) {
        return new Variable(variable.get("name").asText(), variable.get("why").asText());
    }

    private static State state(JsonNode state) {
        return new State(
                state.get("id").asText(),
                state.get("kind").asText(),
                state.get("suspends").asBoolean(),
                lines(state.get("source")),
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

    private static String lines(JsonNode ranges) {
        TreeSet<Integer> lines = new TreeSet<>();
        for (JsonNode range : ranges) {
            for (int line = range.get(0).asInt(); line <= range.get(2).asInt(); line++) {
                lines.add(line);
            }
        }
        List<String> runs = new ArrayList<>();
        while (!lines.isEmpty()) {
            int first = lines.pollFirst();
            int last = first;
            while (lines.remove(last + 1)) {
                last++;
            }
            runs.add(first == last ? "" + first : first + (last == first + 1 ? ", " : " to ") + last);
        }
        return String.join(", ", runs);
    }

    private static List<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
