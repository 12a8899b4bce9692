package dev.asyncfn.processor.parse;

import com.github.javaparser.JavaParser;
import com.github.javaparser.JavaToken;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Position;
import com.github.javaparser.Problem;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The text of one declaration, cut out of its file to be parsed alone. JavaParser's own translation of unicode
 * escapes misplaces what follows a backslash, so they are translated here.
 */
final class Declaration {
    private static final ParserConfiguration CONFIGURATION =
            new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_25).setTabSize(1);

    private final SourceFile file;
    private final UnicodeEscapes text;
    private final SourceFile parsed;

    /** @param text the declaration's, as JavaParser is to see it */
    Declaration(SourceFile file, UnicodeEscapes text) {
        this.file = file;
        this.text = text;
        this.parsed = new SourceFile(file.name(), text.translated());
    }

    /** The tree, with its positions in the file. */
    BodyDeclaration<?> parse() throws UnparsableMethodException {
        ParseResult<BodyDeclaration<?>> result = new JavaParser(CONFIGURATION).parseBodyDeclaration(text.translated());
        if (!result.isSuccessful()) {
            throw unparsable(result.getProblems().get(0));
        }
        BodyDeclaration<?> tree = result.getResult().orElseThrow();
        CastMethodReferences.repair(tree);
        tree.getTokenRange().orElseThrow().forEach(this::relocate);
        Set<Node> nodes = Collections.newSetFromMap(new IdentityHashMap<>()); // a comment may be met twice
        tree.walk(node -> {
            nodes.add(node);
            node.getComment().ifPresent(nodes::add);
        });
        nodes.forEach(this::relocate);
        return tree;
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
