package dev.asyncfn.processor.parse;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.type.Type;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.asyncfn.processor.model.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compares JavaParser's trees of the methods of a file with javac's: the same operations at the same places. */
final class Agreement {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static final List<String> OPTIONS = List.of(
            "-proc:none",
            "--enable-preview",
            "-source",
            String.valueOf(Runtime.version().feature()));
    /** For all, since it is made for longer than a small text is parsed. */
    private static final StandardJavaFileManager FILES = JAVAC.getStandardFileManager(null, null, null);

    private static final Set<Modifier> CONSTANT = Set.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);

    private final SourceFile file;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> complaints = new ArrayList<>();
    private int methods;

    private Agreement(SourceFile file, CompilationUnitTree unit, SourcePositions positions) {
        this.file = file;
        this.unit = unit;
        this.positions = positions;
    }

    /** Null if javac cannot parse the text. */
    static Agreement on(String name, String text) {
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) JAVAC.getTask(null, FILES, diagnostics, OPTIONS, null, List.of(source));
        CompilationUnitTree unit;
        try {
            unit = task.parse().iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (diagnostics.getDiagnostics().stream().anyMatch(found -> found.getKind() == Diagnostic.Kind.ERROR)) {
            return null;
        }
        Agreement agreement = new Agreement(
                new SourceFile(name, text), unit, Trees.instance(task).getSourcePositions());
        agreement.compareMethods();
        return agreement;
    }

    List<String> complaints() {
        return complaints;
    }

    int methods() {
        return methods;
    }

    private void compareMethods() {
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree tree, Void unused) {
                if (tree.getBody() == null || tree.getReturnType() == null || end(tree) < 0) {
                    return super.visitMethod(tree, unused);
                }
                compare(getCurrentPath());
                return null;
            }
        }.scan(new TreePath(unit), null);
    }

    private void compare(TreePath method) {
        methods++;
        try {
            compare(MethodParser.parse(null, file, method, positions), method.getLeaf());
        } catch (UnparsableMethodException e) {
            complaints.add(file.name() + ":" + e.line() + ":" + e.column() + ": " + e.getMessage());
        }
    }

    private void compare(MethodSource source, Tree method) {
        Map<String, Integer> theirs = new TreeMap<>();
        Set<String> literals = new TreeSet<>();
        new JavacTrees(theirs, literals).scan(method, null);
        Map<String, Integer> ours = new TreeMap<>();
        List<Node> roots = new ArrayList<>(source.localEnums().values());
        roots.add(source.declaration());
        for (Node root : roots) {
            root.walk(node -> {
                boolean masked = isInside(node, around -> source.localEnums().containsKey(around));
                if (node.getRange().isPresent() && !masked && !isInAnnotation(node)) {
                    checkRange(node);
                    add(NodeKinds.of(node), file.start(node), file.end(node), ours);
                }
            });
        }
        ours.forEach((place, count) -> {
            if (!count.equals(theirs.get(place)) && !isFolded(place, literals)) {
                complain("javac has not: ", place);
            }
        });
        theirs.keySet().stream()
                .filter(place -> !ours.containsKey(place) && !isFolded(place, literals))
                .forEach(place -> complain("JavaParser has not: ", place));
    }

    private static boolean isInAnnotation(Node node) {
        return isInside(node, AnnotationExpr.class::isInstance);
    }

    private static boolean isInside(Node node, Predicate<Node> wanted) {
        Node parent = node.getParentNode().orElse(null);
        return parent != null && (wanted.test(parent) || isInside(parent, wanted));
    }

    private static void add(String kind, int start, int end, Map<String, Integer> places) {
        if (kind != null) {
            places.merge(kind + "@" + start + "-" + end, 1, Integer::sum);
        }
    }

    /** What is not inside its parent, or has another name than stands there. */
    private void checkRange(Node node) {
        Node parent = node.getParentNode().filter(p -> p.getRange().isPresent()).orElse(node);
        if (file.end(node) <= file.start(node)
                || !(node instanceof Type)
                        && (file.start(node) < file.start(parent) || file.end(node) > file.end(parent))) {
            complaints.add(file.name() + ": " + file.textOf(node) + " in " + file.textOf(parent));
        }
        if (node instanceof SimpleName name && !startsWith(name)) {
            complaints.add(file.name() + ": " + name.getIdentifier() + " for " + file.textOf(name));
        }
    }

    /** Behind the name of a variable there may be brackets. */
    private boolean startsWith(SimpleName name) {
        String text = file.text().substring(file.start(name), file.end(name));
        return Ignorables.dropFrom(text).startsWith(name.getIdentifier());
    }

    /** javac's parser has one literal for {@code -1} and for {@code "a" + "b"}. */
    private boolean isFolded(String place, Set<String> literals) {
        return place.startsWith("UNARY_MINUS@") && literals.contains(place.substring(place.indexOf('@') + 1))
                || place.startsWith("PLUS@") && text(place).matches("(?s).*(\"|\\\\u+0022).*");
    }

    private String text(String place) {
        String[] offsets = place.substring(place.indexOf('@') + 1).split("-");
        return file.text().substring(Integer.parseInt(offsets[0]), Integer.parseInt(offsets[1]));
    }

    private void complain(String what, String place) {
        int start = Integer.parseInt(place.substring(place.indexOf('@') + 1, place.indexOf('-')));
        complaints.add(file.name() + ":" + file.line(start) + ": " + what + place + " " + text(place));
    }

    private int start(Tree tree) {
        Tree first = tree instanceof MemberReferenceTree reference ? reference.getQualifierExpression() : tree;
        return (int) positions.getStartPosition(unit, first);
    }

    private int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    private final class JavacTrees extends TreeScanner<Void, Void> {
        private final Map<String, Integer> places;
        private final Set<String> literals;

        JavacTrees(Map<String, Integer> places, Set<String> literals) {
            this.places = places;
            this.literals = literals;
        }

        @Override
        public Void scan(Tree tree, Void unused) {
            if (tree != null && start(tree) >= 0 && end(tree) > start(tree) && !isConstructorCall(tree)) {
                add(NodeKinds.of(tree), start(tree), end(tree), places);
            }
            if (tree instanceof LiteralTree) {
                literals.add(start(tree) + "-" + end(tree));
            }
            return super.scan(tree, unused);
        }

        private boolean isConstructorCall(Tree tree) {
            return tree instanceof MethodInvocationTree call
                    && call.getMethodSelect().toString().matches("(?s)(.*\\.)?(super|this)");
        }

        @Override
        public Void visitAnnotation(AnnotationTree tree, Void unused) {
            return null;
        }

        /** An enum constant creates an object without saying so. */
        @Override
        public Void visitVariable(VariableTree tree, Void unused) {
            if (tree.getInitializer() instanceof NewClassTree created && isEnumConstant(tree, created)) {
                created.getArguments().forEach(argument -> scan(argument, unused));
                return scan(created.getClassBody(), unused);
            }
            return super.visitVariable(tree, unused);
        }

        private boolean isEnumConstant(VariableTree tree, NewClassTree created) {
            return tree.getModifiers().getFlags().containsAll(CONSTANT)
                    && created.getIdentifier().toString().equals(String.valueOf(tree.getType()))
                    && !file.text().startsWith("new", start(created));
        }
    }
}
