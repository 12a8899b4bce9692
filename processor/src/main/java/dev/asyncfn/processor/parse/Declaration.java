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
import com.github.javaparser.ast.validator.postprocessors.Java25PostProcessor;
import dev.asyncfn.processor.model.SourceFile;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The text of one declaration, cut out of its file to be parsed alone. JavaParser's own translation of unicode
 * escapes misplaces what follows a backslash, so they are translated here.
 */
final class Declaration {
    /** The place of the step among the parser's. */
    private static final int LANGUAGE_LEVEL = 3;

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
        ParseResult<BodyDeclaration<?>> result = new JavaParser(configuration()).parseBodyDeclaration(parsed.text());
        if (!result.isSuccessful()) {
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
     * A configuration without JavaParser's validation, which takes half as long as its parsing: javac has accepted the text. The step that
     * validates also makes the types of {@code var}, which another step does here.
     */
    private static ParserConfiguration configuration() {
        ParserConfiguration configuration = new ParserConfiguration()
                .setLanguageLevel(LanguageLevel.JAVA_25)
                .setTabSize(1);
        configuration.getProcessors().set(LANGUAGE_LEVEL, VarTypes::new);
        return configuration;
    }

    /** The step that JavaParser takes for a language level, less the validation. */
    private static final class VarTypes extends Processor {
        @Override
        public void postProcess(ParseResult<? extends Node> result, ParserConfiguration configuration) {
            new Java25PostProcessor().postProcess(result, configuration);
        }
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
