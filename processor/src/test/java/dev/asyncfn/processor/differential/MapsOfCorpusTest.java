package dev.asyncfn.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The maps of all bodies: each is as the schema says, and holds together. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Corpus.COMPILATION, mode = ResourceAccessMode.READ)
class MapsOfCorpusTest {
    private final ObjectMapper json = new ObjectMapper();

    private static List<Path> maps() throws IOException {
        Path classes = Corpus.compiled().generated().resolveSibling("classes");
        try (Stream<Path> files = Files.walk(classes)) {
            List<Path> maps = files.filter(file -> file.toString().endsWith(".map.json"))
                    .sorted()
                    .toList();
            assertThat(maps).isNotEmpty();
            return maps;
        }
    }

    private void eachFn(Visitor visitor) throws IOException {
        for (Path file : maps()) {
            JsonNode map = json.readTree(Files.readString(file));
            for (JsonNode fn : map.get("fns")) {
                visitor.visit(file.getFileName() + " " + fn.get("name").asText(), map, fn);
            }
        }
    }

    private interface Visitor {
        void visit(String name, JsonNode map, JsonNode fn);
    }

    @Test
    void eachIsAsTheSchemaSays() throws IOException {
        Schema schema;
        try (InputStream in = getClass().getResourceAsStream("/dev/asyncfn/processor/map/map-schema.json")) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
        assertThat(schema.validate("{\"schema\":2}", InputFormat.JSON)).isNotEmpty();
        for (Path file : maps()) {
            assertThat(schema.validate(Files.readString(file), InputFormat.JSON))
                    .as("%s", file)
                    .isEmpty();
        }
    }

    @Test
    void eachWayLeadsFromAStateToAState() throws IOException {
        eachFn((name, map, fn) -> {
            Set<String> states = new HashSet<>();
            fn.get("states").forEach(state -> states.add(state.get("id").asText()));
            fn.get("edges")
                    .forEach(edge -> assertThat(states)
                            .as(name)
                            .contains(edge.get("from").asText(), edge.get("to").asText()));
            fn.get("states")
                    .forEach(state -> state.get("handlers")
                            .forEach(handler -> assertThat(states).as(name).contains(handler.asText())));
        });
    }

    /** By whatever way: an exception, too. */
    @Test
    void eachStateOfABodyIsReached() throws IOException {
        eachFn((name, map, fn) -> {
            Set<String> reached = new HashSet<>(Set.of("START"));
            for (int size = 0; size < reached.size(); ) {
                size = reached.size();
                fn.get("edges").forEach(edge -> {
                    if (reached.contains(edge.get("from").asText())) {
                        reached.add(edge.get("to").asText());
                    }
                });
            }
            fn.get("states").forEach(state -> {
                if (!state.get("kind").asText().equals("end")) {
                    assertThat(reached).as(name).contains(state.get("id").asText());
                }
            });
        });
    }

    @Test
    void aStateThatWaitsSaysForWhat() throws IOException {
        eachFn((name, map, fn) -> fn.get("edges").forEach(edge -> {
            if (edge.get("kind").asText().equals("await")) {
                JsonNode state = state(fn, edge.get("to").asText());
                assertThat(state.get("awaits")).as(name).isNotNull();
                assertThat(state.get("kind").asText()).as(name).isEqualTo("await");
            }
        }));
    }

    private static JsonNode state(JsonNode fn, String id) {
        for (JsonNode state : fn.get("states")) {
            if (state.get("id").asText().equals(id)) {
                return state;
            }
        }
        throw new AssertionError(id);
    }

    @Test
    void eachRangeIsAPieceOfItsFile() throws IOException {
        eachFn((name, map, fn) -> {
            List<String> source = map.get("source").get("text").asText().lines().toList();
            List<String> generated =
                    map.get("generated").get("text").asText().lines().toList();
            fn.get("links").forEach(link -> {
                assertThat(isIn(source, link.get("s"))).as("%s %s", name, link).isTrue();
                assertThat(isIn(generated, link.get("g")))
                        .as("%s %s", name, link)
                        .isTrue();
            });
        });
    }

    private static boolean isIn(List<String> lines, JsonNode range) {
        int first = range.get(0).asInt();
        int last = range.get(2).asInt();
        int from = range.get(1).asInt() - 1;
        int to = range.get(3).asInt() - 1;
        return first <= last
                && last <= lines.size()
                && from < lines.get(first - 1).length()
                && to <= lines.get(last - 1).length()
                && (first < last || from < to);
    }

    /** All but its head, braces, and comments that say how cases follow each other. */
    @Test
    void eachLineOfTheCodeOfAStateComesFromSomewhere() throws IOException {
        List<String> missed = new ArrayList<>();
        eachFn((name, map, fn) -> {
            List<String> lines =
                    map.get("generated").get("text").asText().lines().toList();
            Set<Integer> linked = new HashSet<>();
            fn.get("links").forEach(link -> lines(link.get("g"), linked::add));
            fn.get("states").forEach(state -> {
                if (state.has("generated")) {
                    lines(state.get("generated"), line -> {
                        String code = lines.get(line - 1).strip();
                        if (!linked.contains(line)
                                && !code.isEmpty()
                                && !code.startsWith("}")
                                && line != state.get("generated").get(0).asInt()) {
                            missed.add(name + " " + state.get("id").asText() + ": " + code);
                        }
                    });
                }
            });
        });
        assertThat(missed).isEmpty();
    }

    private static void lines(JsonNode range, Consumer<Integer> action) {
        for (int line = range.get(0).asInt(); line <= range.get(2).asInt(); line++) {
            action.accept(line);
        }
    }
}
