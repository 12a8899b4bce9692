package dev.asyncfn.processor.emit;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.palantir.javapoet.CodeBlock;
import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import dev.asyncfn.processor.parse.Tokens;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The Javadoc of a future class: the method that it was made of, its states, and what each of them keeps. */
final class FutureDoc {
    private static final int LONGEST_LIST = 12;
    private static final int LONGEST_AWAIT = 60;

    private final StateMachine machine;
    private final SourceFile file;
    private final Tokens tokens;

    FutureDoc(StateMachine machine) {
        this.machine = machine;
        this.file = machine.fn().source().file();
        this.tokens = machine.fn().source().tokens();
    }

    CodeBlock text() {
        CodeBlock.Builder out = CodeBlock.builder();
        out.add("The state machine of this async fn:\n\n");
        out.add("<pre>$L</pre>\n\n", code(method()));
        out.add("States, and what each keeps while the future stays in it:\n\n");
        out.add("<pre>$L</pre>\n", code(table()));
        return out.build();
    }

    private static String code(String text) {
        return Placeholder.lines(List.of(source("\n" + text + "\n").split("\n", -1)));
    }

    /** Inline code ends at the first brace that closes none, and a comment has its own end and escapes. */
    private static String source(String text) {
        boolean plain = areBalanced(text) && DocText.harmless(text).equals(text);
        return plain ? "{@code" + text + "}" : DocText.harmless(DocText.escaped(text));
    }

    private static boolean areBalanced(String text) {
        int open = 0;
        for (int i = 0; i < text.length() && open >= 0; i++) {
            open += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
        }
        return open == 0;
    }

    /** The method's own text, without the indentation of its first line. */
    private String method() {
        MethodDeclaration declaration = machine.fn().source().declaration();
        int margin = file.column(file.start(declaration)) - 1;
        StringBuilder out = new StringBuilder();
        int last = file.line(file.end(declaration) - 1);
        int from = file.start(declaration);
        for (int line = file.line(from); line < last; line++) {
            out.append(file.textOf(new Span(from, file.placeOfLine(line).end())))
                    .append('\n');
            int next = file.placeOfLine(line + 1).start();
            from = next + (file.indentation(line + 1) < margin ? 0 : Math.max(0, tokens.movable(next, margin)));
        }
        return out.append(file.textOf(new Span(from, file.end(declaration)))).toString();
    }

    private String table() {
        Map<Case, String> awaited = awaited();
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"state", "line", "goes on to", "awaits", "keeps"});
        for (Case state : machine.cases()) {
            rows.add(new String[] {
                state.state(),
                Integer.toString(state.line()),
                list(next(state)),
                awaited.getOrDefault(state, ""),
                state.suspends() ? list(List.copyOf(machine.kept(state))) : ""
            });
        }
        return align(rows);
    }

    /** Long ones are cut off: nobody reads them, and a table of a large body would grow with its square. */
    private static String list(List<String> names) {
        int more = names.size() - LONGEST_LIST;
        return more <= 1
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, LONGEST_LIST)) + " and " + more + " more";
    }

    private List<String> next(Case state) {
        List<String> next = new ArrayList<>();
        machine.successors(state).forEach(successor -> next.add(successor.state()));
        boolean returns = state.blocks().stream().anyMatch(FutureDoc::returns);
        if (returns) {
            next.add("DONE");
        }
        return next.isEmpty() ? List.of("PANICKED") : next; // it can only throw
    }

    private static boolean returns(Block block) {
        boolean[] inside = {block.end() instanceof End.Return};
        block.steps().forEach(step -> {
            if (step instanceof dev.asyncfn.processor.ir.Step.Run run) {
                run.statement().forEach(f -> inside[0] |= f instanceof dev.asyncfn.processor.ir.Transfer.Return);
            }
        });
        return inside[0];
    }

    /** What the future waits for while it is in each state. */
    private Map<Case, String> awaited() {
        Map<Case, String> awaited = new IdentityHashMap<>();
        for (Case before : machine.cases()) {
            for (Block block : before.blocks()) {
                if (block.end() instanceof End.Await await) {
                    Case state = machine.resumption(await.resume());
                    awaited.putIfAbsent(state, Excerpts.shortened(tokens.inOneLine(await.source()), LONGEST_AWAIT));
                }
            }
        }
        return awaited;
    }

    private static String align(List<String[]> rows) {
        int columns = rows.get(0).length;
        StringBuilder out = new StringBuilder();
        int[] widths = new int[columns];
        for (int i = 0; i < columns; i++) {
            int column = i;
            widths[i] =
                    rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
            }
            out.append(line.toString().stripTrailing()).append("\n");
        }
        return out.toString().stripTrailing();
    }
}
