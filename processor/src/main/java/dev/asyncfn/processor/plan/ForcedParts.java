package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithStatements;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.asyncfn.processor.attribute.AsyncBlock;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** Finds what must be split, though it does not await. */
final class ForcedParts {
    private final MethodSource source;
    private final Members members;
    private final BridgedPlaces bridged;
    private final List<Node> forced = new ArrayList<>();
    private final List<TryStmt> keeping = new ArrayList<>();

    ForcedParts(MethodSource source, Attribution attribution, Members members) {
        this.source = source;
        this.members = members;
        this.bridged = new BridgedPlaces(attribution, members);
        forceBridgedReceivers();
        forceReplacedJumps();
        forceEntriesThatCatch();
        forceScopesOfClasses();
        source.declaration()
                .findAll(
                        LocalClassDeclarationStmt.class,
                        declared -> attribution.elementOf(declared) instanceof TypeElement type
                                && attribution.isMisplacedException(type))
                .forEach(this::force);
        if (!attribution.carried().isEmpty()) {
            source.declaration()
                    .findAll(TryStmt.class, attempt -> needsBridge(attempt, attribution))
                    .forEach(this::forceUnlessWhole);
        }
    }

    /** Java catches no type parameter, and closes what one stands for as its bound says. */
    private static boolean needsBridge(TryStmt attempt, Attribution attribution) {
        Stream<ClassOrInterfaceType> caught = attempt.getCatchClauses().stream()
                .flatMap(clause -> clause.getParameter().getType().findAll(ClassOrInterfaceType.class).stream());
        return caught.anyMatch(type -> attribution.carried().contains(attribution.elementOf(type)))
                || attempt.getResources().stream()
                        .map(resource -> attribution.types().asElement(attribution.typeOf(resource)))
                        .anyMatch(type -> attribution.carried().contains(type));
    }

    /** Whether a node belongs to a lambda, a class or a {@code synchronized} block of the body, which stays as it is. */
    static boolean isKeptWhole(Node node) {
        Node parent = node.getParentNode().orElse(null);
        boolean whole = parent instanceof LambdaExpr
                || parent instanceof ObjectCreationExpr
                || parent instanceof TypeDeclaration<?>
                || parent instanceof SynchronizedStmt block && block.getBody() == node;
        return whole || parent != null && !(parent instanceof MethodDeclaration) && isKeptWhole(parent);
    }

    List<Node> nodes() {
        return forced;
    }

    /** Jumps that are kept verbatim though they may be replaced. */
    ReplacedJumps replacedJumps() {
        return new ReplacedJumps(keeping);
    }

    /** {@code next().count += x} and {@code next()::get} through a bridge: the receiver is evaluated once, and now. */
    private void forceBridgedReceivers() {
        for (AssignExpr assign : source.declaration().findAll(AssignExpr.class)) {
            if (assign.getOperator() != AssignExpr.Operator.ASSIGN
                    && bridged.isTarget(assign.getTarget())
                    && !bridged.hasStableReceiver(assign.getTarget())) {
                forceUnlessWhole(assign);
            }
        }
        for (MethodReferenceExpr reference : source.declaration().findAll(MethodReferenceExpr.class)) {
            if (bridged.needsKeptReceiver(reference)) {
                forceUnlessWhole(reference);
            }
        }
    }

    /** What is kept verbatim keeps the receiver in place. */
    private void forceUnlessWhole(Node node) {
        if (!isSynchronized(node)) {
            force(node);
        }
    }

    private void forceReplacedJumps() {
        for (TryStmt attempt : source.declaration().findAll(TryStmt.class, ReplacedJumps::mayMeet)) {
            if (!isSynchronized(attempt)) {
                force(attempt);
            } else if (!members.isDeferred(attempt)) {
                keeping.add(attempt);
            }
        }
    }

    /**
     * javac (17 at least) writes wrong code for a switch expression that holds a {@code try} or a {@code synchronized},
     * if something lies on the operand stack in the meantime: as when its value goes to what has become a field.
     */
    private void forceEntriesThatCatch() {
        for (SwitchExpr choice : source.declaration().findAll(SwitchExpr.class)) {
            for (SwitchEntry entry : choice.getEntries()) {
                boolean catches = entry.findFirst(TryStmt.class).isPresent()
                        || entry.findFirst(SynchronizedStmt.class).isPresent();
                if (catches && !isSynchronized(choice)) {
                    force(entry);
                }
            }
        }
    }

    /** An async block that may name a local class is not nested in it: the class is lifted, and so its scope is split. */
    private void forceScopesOfClasses() {
        for (MethodCallExpr call : source.declaration().findAll(MethodCallExpr.class, AsyncBlock::isIn)) {
            Node statement = statement(call);
            if (AsyncBlock.of(call).isPresent() && isInScopeOfClass(statement) && !isSynchronized(statement)) {
                force(statement);
            }
        }
    }

    private static boolean isInScopeOfClass(Node node) {
        Node parent = node.getParentNode().orElse(null);
        return parent != null
                && (parent instanceof NodeWithStatements<?> block
                                && block.getStatements().stream()
                                        .takeWhile(statement -> statement != node)
                                        .anyMatch(s ->
                                                s.isLocalClassDeclarationStmt() || s.isLocalRecordDeclarationStmt())
                        || isInScopeOfClass(parent));
    }

    /** The statement of the body itself in which a node stands, which lambdas in it are a part of. */
    private Node statement(Node node) {
        Node found = null;
        for (Node n = node; n != source.declaration(); n = n.getParentNode().orElseThrow()) {
            if (n instanceof LambdaExpr) {
                found = null;
            } else if (n instanceof Statement && found == null) {
                found = n;
            }
        }
        return found;
    }

    /** Whether a node belongs to a block that must be kept verbatim. */
    private static boolean isSynchronized(Node node) {
        Node parent = node.getParentNode().orElse(null);
        return parent != null
                && (parent instanceof SynchronizedStmt block && block.getBody() == node || isSynchronized(parent));
    }

    /** Takes a node apart, unless it belongs to a lambda or a class, which stay as they are. */
    private void force(Node node) {
        if (!members.isDeferred(node)) {
            forced.add(node);
        }
    }
}
