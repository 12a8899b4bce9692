package dev.asyncfn.processor.parse;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.asyncfn.processor.model.AsyncMethod;
import dev.asyncfn.processor.model.SourceFile;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;

/**
 * Parses async fns one by one: what JavaParser cannot parse elsewhere in a file does no harm. The outer compiler's
 * trees say where a method is; nothing in them is attributed.
 */
public final class MethodParser {
    private final Trees trees;
    private final DeclarationPaths paths;
    private final Map<CompilationUnitTree, SourceFile> files = new HashMap<>();

    public MethodParser(Trees trees) {
        this.trees = trees;
        this.paths = new DeclarationPaths(trees);
    }

    /**
     * Parses one async fn. All of one file share one {@link SourceFile}.
     *
     * @throws UnparsableMethodException if the text cannot be read or JavaParser does not understand it
     */
    public MethodSource parse(AsyncMethod method) throws UnparsableMethodException {
        TreePath path = paths.of(method.element());
        CompilationUnitTree unit = path.getCompilationUnit();
        return parse(method, file(unit), path, trees.getSourcePositions());
    }

    /** Parses the method at a path, which may be {@code null} for a method that is only to be parsed. */
    static MethodSource parse(AsyncMethod method, SourceFile file, TreePath path, SourcePositions positions)
            throws UnparsableMethodException {
        CompilationUnitTree unit = path.getCompilationUnit();
        int start = (int) positions.getStartPosition(unit, path.getLeaf());
        int end = (int) positions.getEndPosition(unit, path.getLeaf());
        List<LocalEnum> enums = LocalEnum.in(path, positions);

        Misreadings misreadings = Misreadings.in(path, positions);
        MethodDeclaration declaration =
                parse(file, start, end, enums, misreadings).asMethodDeclaration();
        Map<LocalClassDeclarationStmt, EnumDeclaration> localEnums = new IdentityHashMap<>();
        graft(file, declaration, enums, misreadings, localEnums);
        List<Node> trees = new ArrayList<>(localEnums.values());
        trees.add(declaration);
        return new MethodSource(method, path, file, declaration, localEnums, new Tokens(file, declaration, trees));
    }

    private SourceFile file(CompilationUnitTree unit) throws UnparsableMethodException {
        SourceFile file = files.get(unit);
        if (file == null) {
            String path = unit.getSourceFile().getName().replace('\\', '/');
            String name = path.substring(path.lastIndexOf('/') + 1);
            try {
                String text = unit.getSourceFile().getCharContent(true).toString();
                file = new SourceFile(name, Lombok.withoutVal(text, unit), encoding(unit.getSourceFile()));
            } catch (IOException e) {
                throw new UnparsableMethodException("cannot read " + name + ": " + e.getMessage(), 1, 1);
            }
            files.put(unit, file);
        }
        return file;
    }

    /** javac reads and writes all files in one encoding, of which only the reader of a file tells; null if it does not. */
    private static Charset encoding(JavaFileObject file) throws IOException {
        try (Reader reader = file.openReader(true)) {
            return reader instanceof InputStreamReader bytes ? Charset.forName(bytes.getEncoding()) : null;
        } catch (UnsupportedOperationException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null; // a file manager of its own kind
        }
    }

    /** Parses each enum by itself, and puts an empty class where it was masked; enums inside enums as well. */
    private static void graft(
            SourceFile file,
            BodyDeclaration<?> masked,
            List<LocalEnum> enums,
            Misreadings misreadings,
            Map<LocalClassDeclarationStmt, EnumDeclaration> localEnums)
            throws UnparsableMethodException {
        for (EmptyStmt mask : masked.findAll(EmptyStmt.class)) {
            for (LocalEnum local : enums) {
                if (local.start() == file.start(mask)) {
                    BodyDeclaration<?> parsed = parse(file, local.start(), local.end(), local.inner(), misreadings);
                    Range range = parsed.getRange().orElseThrow();
                    LocalClassDeclarationStmt standIn = emptyClass(local.name(), range);
                    endAt(range.end, mask);
                    mask.replace(standIn);
                    localEnums.put(standIn, parsed.asEnumDeclaration());
                    graft(file, parsed, local.inner(), misreadings, localEnums);
                }
            }
        }
    }

    /** Moves the end of a node, and of those around it that end there too. */
    private static void endAt(Position end, Node node) {
        Position old = node.getRange().orElseThrow().end;
        Node at = node;
        while (at != null && at.getRange().orElseThrow().end.equals(old)) {
            at.setRange(at.getRange().orElseThrow().withEnd(end));
            at = at.getParentNode().orElse(null);
        }
    }

    private static BodyDeclaration<?> parse(
            SourceFile file, int start, int end, List<LocalEnum> masked, Misreadings misreadings)
            throws UnparsableMethodException {
        String text = LocalEnum.mask(file.text(), masked);
        return new Declaration(file, text, start, end, misreadings.outside(masked)).parse();
    }

    private static LocalClassDeclarationStmt emptyClass(String name, Range range) {
        ClassOrInterfaceDeclaration declaration = new ClassOrInterfaceDeclaration(new NodeList<>(), false, name);
        declaration.setRange(range);
        declaration.getName().setRange(range);
        LocalClassDeclarationStmt statement = new LocalClassDeclarationStmt(declaration);
        statement.setRange(range);
        return statement;
    }
}
