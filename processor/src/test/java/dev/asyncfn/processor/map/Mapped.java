package dev.asyncfn.processor.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.asyncfn.processor.AsyncFnProcessor;
import dev.asyncfn.processor.UserClassPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.StandardLocation;

/** The map of a class with async fns, as a reader of the file sees it. */
final class Mapped {
    private static final String START = """
            package demo;
            import static dev.asyncfn.Async.await;
            import dev.asyncfn.*; import java.util.List;
            class Demo {
                int count;
            """;
    private static final String REST = """
                static Future<String> read(int id) {
                    return Future.ready("" + id);
                }
                static Future<String> name(int id) {
                    return read(id);
                }
                static void log(Object o) {}
            }
            """;

    private final String text;
    private final JsonNode map;

    private Mapped(String text) {
        this.text = text;
        try {
            this.map = new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** A class with one async fn. */
    static Mapped of(String method) {
        return new Mapped(text(method));
    }

    static String text(String method) {
        Compilation compilation = UserClassPath.javac()
                .withProcessors(new AsyncFnProcessor())
                .withOptions("-Aasyncfn.map=true")
                .compile(JavaFileObjects.forSourceString("demo.Demo", START + "@AsyncFn\n" + method + REST));
        try {
            return compilation
                    .generatedFile(StandardLocation.CLASS_OUTPUT, "demo", "DemoAsync.map.json")
                    .orElseThrow(() -> new AssertionError(compilation.diagnostics()))
                    .getCharContent(false)
                    .toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String text() {
        return text;
    }

    JsonNode fns() {
        return map.get("fns");
    }

    JsonNode fn() {
        return map.get("fns").get(0);
    }

    JsonNode state(String id) {
        return find("states", "id", id);
    }

    /** The parts of the source that a state runs. */
    List<String> sources(String id) {
        return elements(state(id).get("source")).map(this::source).toList();
    }

    JsonNode field(String name) {
        return find("fields", "name", name);
    }

    private JsonNode find(String list, String key, String value) {
        return elements(fn().get(list))
                .filter(element -> element.get(key).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + value + " in " + fn().get(list)));
    }

    /** The ways from a state, other than by exceptions and drops: {@code jump LOOP if i < 3 and not done}. */
    List<String> ways(String from) {
        return edges(from, "next", "jump", "await", "return");
    }

    List<String> edges(String from, String... kinds) {
        return elements(fn().get("edges"))
                .filter(edge -> edge.get("from").asText().equals(from))
                .filter(edge -> List.of(kinds).contains(edge.get("kind").asText()))
                .map(Mapped::words)
                .toList();
    }

    private static String words(JsonNode edge) {
        List<String> when = new ArrayList<>();
        elements(edge.get("when"))
                .forEach(condition -> when.add((condition.get("negated").asBoolean() ? "not " : "")
                        + condition.get("text").asText()));
        return edge.get("kind").asText() + " " + edge.get("to").asText()
                + (when.isEmpty() ? "" : " if " + String.join(" and ", when));
    }

    /** The statements of the source that take the ways from a state, and their code: {@code continue; -> next = State.LOOP;}. */
    List<String> takenBy(String from) {
        return elements(fn().get("edges"))
                .filter(edge -> edge.get("from").asText().equals(from))
                .filter(edge ->
                        List.of("jump", "return").contains(edge.get("kind").asText()))
                .map(edge -> source(edge.get("source")) + " -> " + generated(edge.get("generated")))
                .toList();
    }

    /** The links of a part: {@code the generated text <- that of the source}. */
    List<String> links(String part) {
        return elements(fn().get("links"))
                .filter(link -> link.get("part").asText().equals(part))
                .map(link -> generated(link.get("g")) + " <- " + source(link.get("s")))
                .toList();
    }

    String source(JsonNode range) {
        return cut(map.get("source").get("text").asText(), range);
    }

    String generated(JsonNode range) {
        return cut(map.get("generated").get("text").asText(), range);
    }

    /** The text of a range, in one line. */
    private static String cut(String file, JsonNode range) {
        List<String> lines = file.lines().toList();
        int first = range.get(0).asInt();
        int last = range.get(2).asInt();
        StringBuilder out = new StringBuilder();
        for (int line = first; line <= last; line++) {
            String whole = lines.get(line - 1);
            int from = line == first ? range.get(1).asInt() - 1 : 0;
            int to = line == last ? range.get(3).asInt() - 1 : whole.length();
            out.append(line == first ? "" : " ")
                    .append(whole.substring(from, to).strip());
        }
        return out.toString();
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText).toList();
    }
}
