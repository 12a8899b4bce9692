package dev.asyncfn.processor.emit;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeVariableName;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import dev.asyncfn.processor.parse.Tokens;
import java.util.ArrayList;
import java.util.List;

/** The Javadoc of a future class: the method that it was made of, with the numbers of its lines, and a picture of its states. */
final class FutureDoc {
    private static final int LONGEST = 100;
    private static final String INDENT = "    ";

    private final StateMachine machine;
    private final SourceFile file;
    private final Tokens tokens;

    FutureDoc(StateMachine machine) {
        this.machine = machine;
        this.file = machine.fn().source().file();
        this.tokens = machine.fn().source().tokens();
    }

    /** @param declared the type parameters of the class */
    CodeBlock text(List<TypeVariableName> declared) {
        List<String> lines = lines(false);
        boolean plain = isPlain(String.join("\n", lines));
        MethodDeclaration declaration = machine.fn().source().declaration();
        return CodeBlock.of(
                        "The state machine of $L{@code $L}, $L:$L.$L\n\n<pre>$L</pre>\n",
                        machine.fn().isBlock() ? "an async block in " : "",
                        Placeholder.text(declaration.getNameAsString()),
                        Placeholder.text(DocText.harmless(DocText.escaped(file.name()))),
                        file.line(file.start(declaration.getName())),
                        isClosure() ? "\nA closure: its fields hold what the lambda captured." : "",
                        code(String.join("\n", plain ? lines : lines(true)), plain))
                .toBuilder()
                .add(typeParameters(declared))
                .build();
    }

    /** @param escaped whether the lines are to be short enough when they are escaped */
    private List<String> lines(boolean escaped) {
        List<String> lines = new ArrayList<>(method(escaped));
        lines.add("");
        new StateDiagram(machine).lines().forEach(line -> lines.add(line.isEmpty() ? "" : INDENT + line));
        return lines;
    }

    private boolean isClosure() {
        return machine.fn().isBlock()
                && (machine.fn().receiver() != null
                        || !machine.fn().parameters().isEmpty());
    }

    private CodeBlock typeParameters(List<TypeVariableName> declared) {
        List<TypeVariableName> all = TypeNames.parametersOf(machine.fn().element());
        int ofClasses = all.size() - machine.fn().element().getTypeParameters().size();
        CodeBlock.Builder out = CodeBlock.builder().add(all.isEmpty() && declared.isEmpty() ? "" : "\n");
        for (int i = 0; i < all.size(); i++) {
            String where = i < ofClasses ? "class" : "method";
            out.add("@param <$L> type parameter of the $L\n", all.get(i).name(), where);
        }
        List<String> known = all.stream().map(TypeVariableName::name).toList();
        declared.stream()
                .filter(parameter -> !known.contains(parameter.name()))
                .forEach(parameter -> out.add("@param <$L> a private class\n", parameter.name()));
        return out.build();
    }

    private static String code(String text, boolean plain) {
        String all = "\n" + text + "\n";
        return Placeholder.lines(List.of((plain ? "{@code" + all + "}" : escaped(all)).split("\n", -1)));
    }

    /** Inline code ends at the first brace that closes none, and a comment has its own end and escapes. */
    private static boolean isPlain(String text) {
        return areBalanced(text) && DocText.harmless(text).equals(text);
    }

    private static String escaped(String text) {
        return DocText.harmless(DocText.escaped(text));
    }

    private static boolean areBalanced(String text) {
        int open = 0;
        for (int i = 0; i < text.length() && open >= 0; i++) {
            open += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
        }
        return open == 0;
    }

    /** The lines of the method from its name's line on, each with its number, without the indentation of the first. */
    private List<String> method(boolean escaped) {
        MethodDeclaration declaration = machine.fn().source().declaration();
        int first = file.line(file.start(beginning(declaration)));
        int last = file.line(file.end(declaration) - 1);
        int margin = file.indentation(first);
        int digits = String.valueOf(last).length();
        List<String> lines = new ArrayList<>();
        for (int line = first; line <= last; line++) {
            Span place = file.placeOfLine(line);
            int from = Math.max(place.start(), file.start(declaration));
            int blanks = from > place.start() || file.indentation(line) < margin
                    ? 0
                    : Math.max(0, tokens.movable(from, margin));
            String text = file.textOf(new Span(from + blanks, Math.min(place.end(), file.end(declaration))));
            String number = String.valueOf(line);
            String shown = shortened(text, escaped);
            lines.add(" ".repeat(digits - number.length()) + number + (shown.isEmpty() ? "" : "  " + shown));
        }
        return lines;
    }

    /** Where it begins, behind annotations and type parameters. */
    private Node beginning(MethodDeclaration declaration) {
        if (machine.fn().isBlock()) {
            return declaration;
        }
        return declaration.getModifiers().isEmpty()
                ? declaration.getType()
                : declaration.getModifiers().get(0);
    }

    private static String shortened(String line, boolean escaped) {
        String text = Excerpts.inOneLine(line);
        String shown = Excerpts.shortened(text, LONGEST);
        for (int longest = LONGEST; escaped && escaped(shown).length() > LONGEST; longest--) {
            shown = Excerpts.shortened(text, longest);
        }
        return shown;
    }
}
