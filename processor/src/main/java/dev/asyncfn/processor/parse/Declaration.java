package dev.asyncfn.processor.parse;

import com.github.javaparser.JavaParser;
import com.github.javaparser.JavaToken;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Position;
import com.github.javaparser.Problem;
import com.github.javaparser.Processor;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import dev.asyncfn.processor.model.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The text of one declaration, cut out of its file to be parsed alone. JavaParser's own translation of unicode
 * escapes misplaces what follows a backslash, so they are translated here.
 */
final class Declaration {
    private final SourceFile file;
    private final UnicodeEscapes text;
    private final SourceFile parsed;

    /**
     * @param masked the file's text without what JavaParser cannot parse
     * @param start where in it the declaration starts
     * @param end just past its end
     */
    Declaration(SourceFile file, String masked, int start, int end, Misreadings misreadings) {
        this.file = file;
        this.text = Ignorables.dropFrom(new UnicodeEscapes(masked, start, end, misreadings.parentheses()));
        String readable = StandIns.putInto(
                text.translated(), i -> misreadings.primitives().contains(text.start(i)));
        this.parsed = new SourceFile(file.name(), readable);
    }

    /** The tree, with its positions in the file. */
    BodyDeclaration<?> parse() throws UnparsableMethodException {
        List<Problem> syntactic = new ArrayList<>();
        ParseResult<BodyDeclaration<?>> result =
                new JavaParser(configuration(syntactic)).parseBodyDeclaration(parsed.text());
        if (!syntactic.isEmpty() || result.getResult().isEmpty()) {
            throw unparsable(result.getProblems().get(0));
        }
        BodyDeclaration<?> tree = result.getResult().get();
        CastMethodReferences.repair(tree);
        Beginnings.repair(tree);
        tree.getTokenRange().orElseThrow().forEach(this::relocate);
        Set<Node> nodes = Collections.newSetFromMap(new IdentityHashMap<>()); // a comment may be met twice
        tree.walk(node -> {
            nodes.add(node);
            node.getComment().ifPresent(nodes::add);
        });
        nodes.forEach(this::relocate);
        StandIns.takeOut(tree, file);
        Parentheses.takeOut(tree);
        return tree;
    }

    /**
     * A configuration whose parser notes what it cannot parse. What JavaParser's validation finds wrong afterwards is
     * for javac to judge, which has accepted the text.
     */
    private static ParserConfiguration configuration(List<Problem> syntactic) {
        ParserConfiguration configuration = new ParserConfiguration()
                .setLanguageLevel(LanguageLevel.JAVA_25)
                .setTabSize(1);
        configuration.getProcessors().add(0, () -> new Processor() {
            @Override
            public void postProcess(ParseResult<? extends Node> result, ParserConfiguration unused) {
                syntactic.addAll(result.getProblems());
            }
        });
        return configuration;
    }

    private void relocate(JavaToken token) {
        token.getRange().ifPresent(range -> token.setRange(inFile(range)));
    }

    private void relocate(Node node) {
        node.getRange().ifPresent(range -> node.setRange(inFile(range)));
    }

    private Range inFile(Range range) {
        int begin = text.start(parsed.offset(range.begin));
        int end = text.end(parsed.offset(range.end));
        return new Range(position(begin), position(end));
    }

    private Position position(int offset) {
        return new Position(file.line(offset), file.column(offset));
    }

    private UnparsableMethodException unparsable(Problem problem) {
        Position at = problem.getLocation()
                .flatMap(location -> location.getBegin().getRange())
                .map(range -> inFile(range).begin)
                .orElse(position(text.start(0)));
        return new UnparsableMethodException(problem.getMessage(), at.line, at.column);
    }
}
