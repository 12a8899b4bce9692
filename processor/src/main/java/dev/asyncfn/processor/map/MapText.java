package dev.asyncfn.processor.map;

import dev.asyncfn.processor.map.FacadeMap.TextFile;
import dev.asyncfn.processor.map.FnMap.Condition;
import dev.asyncfn.processor.map.FnMap.Edge;
import dev.asyncfn.processor.map.FnMap.Field;
import dev.asyncfn.processor.map.FnMap.Link;
import dev.asyncfn.processor.map.FnMap.State;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** The JSON text of a map, as {@code map-schema.json} beside this class says: a line for each state, edge, field and link. */
public final class MapText {
    private static final int SCHEMA = 1;

    private final Json json = new Json();

    private MapText(FacadeMap map) {
        json.object(j -> {
            j.line().name("schema").value(SCHEMA);
            j.line().name("facade").value(map.name());
            file("source", map.source());
            file("generated", map.generated());
            list("fns", map.fns(), (out, fn) -> fn(fn));
        });
    }

    /** The same map always has the same text. */
    public static String of(FacadeMap map) {
        return new MapText(map).json.toString();
    }

    private void file(String name, TextFile file) {
        json.line().name(name).object(j -> {
            j.name("file").value(file.name());
            j.name("text").value(file.text());
        });
    }

    private void fn(FnMap fn) {
        json.object(j -> {
            j.name("name").value(fn.name());
            j.name("signature").value(fn.signature());
            j.name("future").value(fn.future());
            range("source", fn.source());
            range("generated", fn.generated());
            list("states", fn.states(), (out, state) -> state(state));
            list("edges", fn.edges(), (out, edge) -> edge(edge));
            list("fields", fn.fields(), (out, field) -> field(field));
            list(
                    "locals",
                    fn.locals(),
                    (out, local) -> out.object(l -> {
                        l.name("name").value(local.name());
                        l.name("why").value(local.why());
                    }));
            list("links", fn.links(), (out, link) -> link(link));
        });
    }

    private void state(State state) {
        json.object(j -> {
            j.name("id").value(state.id());
            j.name("kind").value(word(state.kind()));
            j.name("suspends").value(state.suspends());
            ranges("source", state.source());
            range("generated", state.generated());
            if (state.awaits() != null) {
                j.name("awaits").object(a -> {
                    a.name("text").value(state.awaits().text());
                    range("source", state.awaits().source());
                    text("future", state.awaits().future());
                });
            }
            texts("handlers", state.handlers());
            texts("keeps", state.keeps());
            text("drop", state.drop());
        });
    }

    private void edge(Edge edge) {
        json.object(j -> {
            j.name("from").value(edge.from());
            j.name("to").value(edge.to());
            j.name("kind").value(word(edge.kind()));
            j.name("when").array(out -> edge.when().forEach(this::condition));
            range("source", edge.source());
            range("generated", edge.generated());
            if (!edge.sets().isEmpty()) {
                j.name("sets")
                        .array(out -> edge.sets()
                                .forEach(exit -> out.object(e -> {
                                    e.name("variable").value(exit.variable());
                                    e.name("state").value(exit.state());
                                })));
            }
            text("exit", edge.exit());
        });
    }

    private void condition(Condition condition) {
        json.object(j -> {
            j.name("text").value(condition.text());
            j.name("negated").value(condition.negated());
            range("source", condition.source());
        });
    }

    private void field(Field field) {
        json.object(j -> {
            j.name("name").value(field.name());
            j.name("type").value(field.type());
            j.name("role").value(word(field.role()));
            range("declared", field.declared());
            range("generated", field.generated());
            j.name("why").value(field.why());
            ranges("written", field.written());
            ranges("read", field.read());
            texts("across", field.across());
            ranges("letGo", field.letGo());
        });
    }

    private void link(Link link) {
        json.object(j -> {
            range("s", link.source());
            range("g", link.generated());
            j.name("part").value(word(link.part()));
            text("state", link.state());
        });
    }

    // ---- parts

    /** Elements in lines of their own. */
    private <T> void list(String name, List<T> elements, BiConsumer<Json, T> writer) {
        json.line().name(name).array(out -> elements.forEach(element -> writer.accept(out.line(), element)));
    }

    private void texts(String name, List<String> texts) {
        json.name(name).array(out -> texts.forEach(out::value));
    }

    private void text(String name, String text) {
        if (text != null) {
            json.name(name).value(text);
        }
    }

    private void ranges(String name, List<Range> ranges) {
        json.name(name).array(out -> ranges.forEach(this::range));
    }

    private void range(String name, Range range) {
        if (range != null) {
            json.name(name);
            range(range);
        }
    }

    private void range(Range range) {
        json.array(r -> r.value(range.line())
                .value(range.column())
                .value(range.endLine())
                .value(range.endColumn()));
    }

    /** {@code LET_GO} is {@code letGo}. */
    private static String word(Enum<?> constant) {
        String name = constant.name().toLowerCase(Locale.ROOT);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean begins = i > 0 && name.charAt(i - 1) == '_';
            if (name.charAt(i) != '_') {
                word.append(begins ? Character.toUpperCase(name.charAt(i)) : name.charAt(i));
            }
        }
        return word.toString();
    }
}
