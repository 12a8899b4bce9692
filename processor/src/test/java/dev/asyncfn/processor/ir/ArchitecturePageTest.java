package dev.asyncfn.processor.ir;

import static dev.asyncfn.processor.UserClassPath.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.Statement;
import com.google.testing.compile.JavaFileObjects;
import dev.asyncfn.processor.AsyncFnProcessor;
import dev.asyncfn.processor.UserClassPath;
import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.attribute.Probe;
import dev.asyncfn.processor.plan.Awaits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code ARCHITECTURE.md} shows of each stage is what that stage makes of the example. */
class ArchitecturePageTest {
    private static final Path PAGE = Path.of("ARCHITECTURE.md");
    private static final Pattern BLOCK =
            Pattern.compile("(<!-- made by ArchitecturePageTest: (\\w+) -->\n```\\w+\n)(.*?)(?=```)", Pattern.DOTALL);

    private static final String SOURCE = """
            package demo;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.*;

            final class Greeter {
                @AsyncFn
                static String greet(int id, String greeting) {
                    String name = await(read(id));
                    if (name.isEmpty()) {
                        return greeting;
                    }
                    String title = "the " + name.length() + ". ";
                    return greeting + title + await(read(name.length())) + name;
                }

                static Future<String> read(int id) {
                    return Future.ready("n" + id);
                }
            }
            """;

    @Test
    void thePageShowsWhatTheStagesMake() throws IOException {
        Map<String, String> made = made();
        String page = Files.readString(PAGE);
        String fresh = BLOCK.matcher(page)
                .replaceAll(block -> Matcher.quoteReplacement(block.group(1) + made.get(block.group(2))));
        if (System.getProperty("updateDumps") != null) {
            Files.writeString(PAGE, fresh);
        } else {
            assertThat(page).isEqualTo(fresh);
        }
        assertThat(BLOCK.matcher(page).results().map(block -> block.group(2))).containsExactlyElementsOf(made.keySet());
    }

    private static Map<String, String> made() throws IOException {
        Map<String, String> made = new LinkedHashMap<>();
        made.put("source", SOURCE);
        List<String> options = List.of("-classpath", UserClassPath.text());
        Probe.run(options, List.of(Probe.source("demo.Greeter", SOURCE)), probe -> {
            MethodDeclaration method = probe.sources().get("greet").declaration();
            made.put("parse", tree(method.getBody().orElseThrow()));
            made.put("attribute", attribution(method, probe.attribution("greet")));
            made.put("plan", plan(method, new Awaits(method, probe.attribution("greet"))));
            Cfg graph = Dumps.lowered(probe, "greet");
            made.put("lower", Dump.of(graph));
            made.put("analyze", machine(new StateMachine(graph)));
        });
        made.put("emit", states());
        return made;
    }

    private static String tree(Node node) {
        StringBuilder out = new StringBuilder();
        tree(node, 0, out);
        return out.toString();
    }

    private static void tree(Node node, int depth, StringBuilder out) {
        if (node instanceof Statement || node instanceof Expression) {
            out.append("  ".repeat(depth)).append(node.getClass().getSimpleName());
            out.append(' ').append(node.getBegin().orElseThrow().line);
            out.append(node.getChildNodes().isEmpty() ? "  " + node : "").append('\n');
        }
        node.getChildNodes().forEach(child -> tree(child, depth + 1, out));
    }

    private static String attribution(Node method, Attribution attribution) {
        StringBuilder out = new StringBuilder();
        for (Expression expression : method.findAll(Expression.class)) {
            if (expression.isNameExpr() || expression.isMethodCallExpr()) {
                out.append("%-20s %-28s %s%n"
                        .formatted(
                                expression,
                                attribution.typeOf(expression),
                                attribution.elementOf(expression).getKind()));
            }
        }
        return out.toString();
    }

    private static String plan(MethodDeclaration method, Awaits awaits) {
        StringBuilder out = new StringBuilder();
        for (Statement statement : method.getBody().orElseThrow().getStatements()) {
            String text = statement.toString().lines().findFirst().orElseThrow();
            out.append(awaits.in(statement) ? "split     " : "verbatim  ")
                    .append(text)
                    .append('\n');
        }
        return out.toString();
    }

    private static String machine(StateMachine machine) {
        StringBuilder out = new StringBuilder();
        for (Case state : machine.cases()) {
            out.append(state.state()).append(": ").append(state.blocks());
            out.append(", keeps ").append(machine.kept(state)).append('\n');
        }
        for (Storage storage : Storage.values()) {
            List<Variable> variables = machine.variables(storage);
            out.append(variables.isEmpty() ? "" : storage + ": " + variables + "\n");
        }
        for (Case state : machine.cases()) {
            for (Block block : state.blocks()) {
                block.steps().forEach(step -> lastUse(machine.lastUsedBy(step), "step", block, out));
                lastUse(machine.lastUsedBeforePoll(block), "poll", block, out);
                lastUse(machine.deadOnEntry(block), "entry", block, out);
            }
        }
        return out.toString();
    }

    private static void lastUse(List<Variable> variables, String where, Block block, StringBuilder out) {
        if (!variables.isEmpty()) {
            out.append("last use at a ")
                    .append(where)
                    .append(" of ")
                    .append(block)
                    .append(": ")
                    .append(variables)
                    .append('\n');
        }
    }

    private static String states() throws IOException {
        String generated = javac().withProcessors(new AsyncFnProcessor())
                .compile(JavaFileObjects.forSourceString("demo.Greeter", SOURCE))
                .generatedSourceFile("demo.GreeterAsync")
                .orElseThrow()
                .getCharContent(false)
                .toString();
        int start = generated.indexOf("            switch (next) {");
        return generated
                .substring(start, generated.indexOf("                default:", start))
                .stripIndent();
    }
}
