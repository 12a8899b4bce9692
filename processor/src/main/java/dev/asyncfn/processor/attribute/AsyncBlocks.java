package dev.asyncfn.processor.attribute;

import com.github.javaparser.JavaToken;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.VoidType;
import dev.asyncfn.processor.model.AwaitMethods;
import dev.asyncfn.processor.model.BlockFn;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Cuts the async blocks out of a body. A block is an async fn of its own: its body is that of the lambda, its parameters are the variables
 * that the lambda captures. What is left of it in the body around is a call that reads those variables.
 */
public final class AsyncBlocks {
    private static final String ASYNC = "dev.asyncfn.Async";

    private final MethodSource source;
    private final Attribution attribution;
    private final List<Cut> cuts = new ArrayList<>();

    /** A block that is to be cut, and the one around it, or null. */
    private record Cut(
            MethodCallExpr call,
            LambdaExpr lambda,
            BlockReference reference,
            Cut around,
            BlockFn fn,
            Map<VariableElement, Node> captured) {}

    private AsyncBlocks(MethodSource source, Attribution attribution) {
        this.source = source;
        this.attribution = attribution;
    }

    /** Whether a call creates an async block. */
    public static boolean isBlock(Node node, Attribution attribution) {
        return node instanceof MethodCallExpr call
                && call.getNameAsString().equals("async")
                && attribution.elementOf(call) instanceof ExecutableElement method
                && method.getEnclosingElement() instanceof TypeElement owner
                && owner.getQualifiedName().contentEquals(ASYNC);
    }

    /** The lambda that a call creates a block of; empty if that is not written there. */
    public static Optional<LambdaExpr> lambda(MethodCallExpr call) {
        return argument(call).toLambdaExpr();
    }

    private static Expression argument(MethodCallExpr call) {
        Expression argument = call.getArgument(0);
        while (argument instanceof EnclosedExpr || argument instanceof CastExpr) {
            argument = argument instanceof EnclosedExpr enclosed
                    ? enclosed.getInner()
                    : ((CastExpr) argument).getExpression();
        }
        return argument;
    }

    /** Cuts all blocks that stand in the method itself or in its lambdas. Nothing is changed before all of them were found. */
    public static TypedBody cut(MethodSource source, Attribution attribution) {
        AsyncBlocks blocks = new AsyncBlocks(source, attribution);
        blocks.find(source.declaration().getBody().orElseThrow(), null, new BlockNames(source, attribution));
        return blocks.cutAll();
    }

    // ---- finding

    private void find(Node node, Cut around, BlockNames names) {
        if (node instanceof BodyDeclaration<?>) {
            return; // its code is not the method's own
        }
        Cut inside = around;
        if (isBlock(node, attribution)) {
            MethodCallExpr call = (MethodCallExpr) node;
            Optional<LambdaExpr> lambda = lambda(call);
            if (lambda.isPresent()) {
                String name = names.of(call, called(lambda.get()));
                inside = cut(call, lambda.get(), null, around, name, captured(lambda.get()));
                cuts.add(inside);
            } else {
                BlockReference.of(argument(call), attribution)
                        .ifPresent(reference -> cuts.add(cut(
                                call,
                                reference.lambda(),
                                reference,
                                around,
                                names.of(call, Optional.of(reference.call())),
                                captured(reference))));
            }
        }
        for (Node child : node.getChildNodes()) {
            find(child, inside, names);
        }
    }

    /** What the only expression of a lambda calls, and awaits. */
    private Optional<MethodCallExpr> called(LambdaExpr lambda) {
        Expression value = lambda.getExpressionBody().orElse(null);
        while (value instanceof MethodCallExpr call && AwaitMethods.include(attribution.elementOf(call))) {
            value = call.getArgument(0);
        }
        return value == null ? Optional.empty() : value.toMethodCallExpr();
    }

    private Cut cut(
            MethodCallExpr call,
            LambdaExpr lambda,
            BlockReference reference,
            Cut around,
            String name,
            Map<VariableElement, Node> captured) {
        List<VariableElement> constants = captured.keySet().stream()
                .filter(v -> v.getConstantValue() != null)
                .toList();
        captured.keySet().removeAll(constants);
        DeclaredType type = (DeclaredType)
                attribution.methodTypeOf(call).getParameterTypes().get(0);
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        TypeMirror result = arguments.size() == 1 ? attribution.types().getNoType(TypeKind.VOID) : arguments.get(0);
        BlockFn fn = new BlockFn(
                attribution.method(),
                around == null ? null : around.fn,
                name,
                List.copyOf(captured.keySet()),
                constants,
                result,
                arguments.get(arguments.size() - 1));
        return new Cut(call, lambda, reference, around, fn, captured);
    }

    private Map<VariableElement, Node> captured(BlockReference reference) {
        return reference.evaluated() == null
                ? captured(reference.call())
                : new LinkedHashMap<>(Map.of(
                        reference.evaluated().variable(), reference.evaluated().value()));
    }

    /** The variables around a piece of code that it names, each with its first use. In {@code name::method} JavaParser takes every name for a type. */
    private Map<VariableElement, Node> captured(Node code) {
        Set<Element> declared = new HashSet<>();
        Map<VariableElement, Node> named = new LinkedHashMap<>();
        code.walk(node -> {
            if (node instanceof VariableDeclarator || node instanceof Parameter || node instanceof TypePatternExpr) {
                declared.add(attribution.elementOf(node));
            } else if ((node instanceof NameExpr
                            || node instanceof ClassOrInterfaceType type
                                    && type.getScope().isEmpty())
                    && attribution.elementOf(node) instanceof VariableElement variable
                    && attribution.method().equals(variable.getEnclosingElement())) {
                named.putIfAbsent(variable, node);
            }
        });
        named.keySet().removeAll(declared);
        return named;
    }

    // ---- cutting

    private TypedBody cutAll() {
        Map<Cut, List<AsyncBlock>> inside = new IdentityHashMap<>();
        List<AsyncBlock> outermost = new ArrayList<>();
        for (int i = cuts.size() - 1; i >= 0; i--) { // from the inside out
            Cut cut = cuts.get(i);
            AsyncBlock block = cutOut(cut, inside.getOrDefault(cut, List.of()));
            block.mark();
            (cut.around == null ? outermost : inside.computeIfAbsent(cut.around, c -> new ArrayList<>())).add(0, block);
        }
        return new TypedBody(source(source.declaration()), attribution, outermost);
    }

    private AsyncBlock cutOut(Cut cut, List<AsyncBlock> inside) {
        Attribution inner = attribution.of(cut.fn);
        Statement body = cut.lambda.getBody();
        if (cut.reference != null) {
            cut.reference.reference().replace(cut.lambda);
            body = new ExpressionStmt(cut.reference.call());
            placeAt(cut.lambda, body);
            inner = new BlockAttribution(attribution, cut.fn, cut.reference);
        }
        MethodDeclaration declaration = new MethodDeclaration();
        placeAt(cut.lambda, declaration);
        declaration.setType(new VoidType());
        SimpleName name = new SimpleName(attribution.method().getSimpleName().toString());
        placeAt(cut.lambda, name);
        declaration.setName(name);
        annotations(cut.call).forEach(declaration::addAnnotation);
        BlockStmt hollow = new BlockStmt();
        placeAt(body, hollow);
        cut.lambda.setBody(hollow);
        declaration.setBody(body instanceof BlockStmt block ? block : enclosed(body, cut.fn.getReturnType()));
        boolean evaluated = cut.reference != null && cut.reference.evaluated() != null;
        cut.captured.forEach(
                (variable, use) -> cut.call.getArguments().add(evaluated ? (Expression) use : name(variable, use)));
        boolean bound = cut.reference != null && cut.reference.bound();
        return new AsyncBlock(cut.call, bound, new TypedBody(source(declaration), inner, inside));
    }

    /** Copies of the annotations on the variables around a call, which allow something in the lambda, too. */
    private List<AnnotationExpr> annotations(Node call) {
        List<AnnotationExpr> copies = new ArrayList<>();
        for (Node n = call;
                n != source.declaration() && n.getParentNode().isPresent();
                n = n.getParentNode().get()) {
            if (n instanceof VariableDeclarationExpr variables) {
                variables.getAnnotations().forEach(annotation -> copies.add(annotation.clone()));
            }
        }
        return copies;
    }

    /** The only expression of a lambda as a statement of a block, which has the tokens around it for braces: the arrow, and what follows. */
    private static BlockStmt enclosed(Statement body, TypeMirror result) {
        Expression value = body.asExpressionStmt().getExpression();
        TokenRange place = value.getTokenRange().orElseThrow();
        Statement only = result.getKind() == TypeKind.VOID ? body : new ReturnStmt(value);
        placeAt(value, only);
        BlockStmt block = new BlockStmt();
        block.addStatement(only);
        JavaToken before = place.getBegin().getPreviousToken().orElseThrow();
        while (before.getCategory().isWhitespaceOrComment()) {
            before = before.getPreviousToken().orElseThrow();
        }
        JavaToken next = place.getEnd().getNextToken().orElseThrow();
        while (next.getCategory().isWhitespaceOrComment()) {
            next = next.getNextToken().orElseThrow();
        }
        block.setTokenRange(new TokenRange(before, next));
        return block;
    }

    private static NameExpr name(VariableElement variable, Node use) {
        NameExpr name = new NameExpr(variable.getSimpleName().toString());
        placeAt(use, name);
        placeAt(use, name.getName());
        return name;
    }

    /** Gives a new node the place of another one, whose range may have been corrected. */
    private static void placeAt(Node other, Node made) {
        made.setTokenRange(other.getTokenRange().orElseThrow());
        made.setRange(other.getRange().orElseThrow());
    }

    /** With the local enums that it declares now. */
    private MethodSource source(MethodDeclaration declaration) {
        Map<LocalClassDeclarationStmt, EnumDeclaration> enums = new IdentityHashMap<>();
        source.localEnums().forEach((standIn, local) -> {
            if (isIn(declaration, standIn)) {
                enums.put(standIn, local);
            }
        });
        return new MethodSource(source.method(), source.path(), source.file(), declaration, enums, source.tokens());
    }

    /** A local enum in another one was grafted into that, and not into the body. */
    private boolean isIn(MethodDeclaration declaration, Node node) {
        Node at = node;
        while (at != declaration && at.getParentNode().isPresent()) {
            at = at.getParentNode().get();
        }
        Node root = at;
        return root == declaration
                || source.localEnums().entrySet().stream()
                        .anyMatch(local -> local.getValue() == root && isIn(declaration, local.getKey()));
    }
}
