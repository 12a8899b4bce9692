package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.ArrayCreationLevel;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.ReceiverParameter;
import com.github.javaparser.ast.comments.Comment;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.LiftedClass;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.lower.Jumps;
import dev.asyncfn.processor.lower.KeptInPlace;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.plan.Completion;
import dev.asyncfn.processor.plan.Conditionals;
import dev.asyncfn.processor.plan.Members;
import dev.asyncfn.processor.plan.Operands;
import dev.asyncfn.processor.plan.ReplacedJumps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Turns a piece of the body that contains no await into {@link Code}: the user's own text, in which only those names
 * and jumps are replaced that mean something else in the generated class.
 */
public final class Translator {
    private final MethodSource source;
    private final Attribution attribution;
    private final Operands operands;
    private final NameTranslation names;
    private final CallTranslation calls;
    private final BridgedFields bridgedFields;
    private final KeptInPlace keptInPlace;
    private final TypeArguments typeArguments;
    private final InnerSubclasses innerSubclasses;
    private final Jumps jumps;
    private final ReplacedJumps replacedJumps;
    private final Completion completion;
    private final Map<Node, Code> substitutions = new IdentityHashMap<>();
    private Function<ReturnStmt, List<Object>> returns;
    private Function<YieldStmt, Optional<List<Object>>> yields;

    public Translator(
            MethodSource source,
            Attribution attribution,
            Names names,
            Members members,
            Jumps jumps,
            ReplacedJumps replacedJumps,
            Completion completion,
            Variable self) {
        this.source = source;
        this.attribution = attribution;
        this.operands = new Operands(attribution);
        this.jumps = jumps;
        this.replacedJumps = replacedJumps;
        this.completion = completion;
        this.names = new NameTranslation(source, attribution, names, members, self);
        this.calls = new CallTranslation(this, this.names, source, attribution, members);
        this.innerSubclasses = new InnerSubclasses(this, this.names, source, attribution, members);
        this.typeArguments = new TypeArguments(this, attribution, members);
        this.keptInPlace = new KeptInPlace(this, this.names, attribution);
        this.bridgedFields = new BridgedFields(this, this.names, attribution, members);
    }

    /** Says what stands for a return, and for a yield if its switch was taken apart. */
    public void onJump(Function<ReturnStmt, List<Object>> returns, Function<YieldStmt, Optional<List<Object>>> yields) {
        this.returns = returns;
        this.yields = yields;
    }

    /** Says which anonymous classes, with and without an enclosing instance for the superclass, have a name now. */
    public void onAnonymous(BiFunction<ObjectCreationExpr, Boolean, LiftedClass> named) {
        calls.onAnonymous(named);
    }

    /** The labels of a switch entry, or its guard: what their patterns bind is in scope nowhere else. */
    public Code translateLabels(List<Expression> labels) {
        names.bindInLabels(true);
        Code code = translateAll(labels);
        names.bindInLabels(false);
        return code;
    }

    /** From now on, this node is printed as the code. */
    public void substitute(Node node, Code code) {
        substitutions.put(node, code);
    }

    /** What is translated while this node is printed as the code. */
    public Code substituting(Node node, Code code, Supplier<Code> translation) {
        substitutions.put(node, code);
        Code result = translation.get();
        substitutions.remove(node);
        return result;
    }

    /** An expression where it needs no parentheses, as an argument does not. */
    public Code asArgument(Expression expression) {
        if (expression instanceof SuperExpr superclass) {
            return names.receiver(superclass);
        }
        boolean parenthesized = expression instanceof EnclosedExpr && !isSubstituted(expression);
        return parenthesized ? asArgument(((EnclosedExpr) expression).getInner()) : translate(expression);
    }

    boolean isSubstituted(Node node) {
        return substitutions.containsKey(node);
    }

    public Code translate(Node node) {
        Slices slices = slices(source.file().start(node));
        visit(node, slices);
        slices.copyTo(source.file().end(node));
        return slices.toCode();
    }

    /** The text from the start of the first node to the end of the last, with the user's separators. */
    public Code translateAll(List<? extends Node> nodes) {
        if (nodes.isEmpty()) {
            return Code.EMPTY;
        }
        Slices slices = slices(source.file().start(nodes.get(0)));
        nodes.forEach(node -> visit(node, slices));
        slices.copyTo(source.file().end(nodes.get(nodes.size() - 1)));
        return slices.toCode();
    }

    /** Those of the text from an offset on. */
    Slices slices(int start) {
        return new Slices(source, start, names.docComments());
    }

    /** A parenthesized list of arguments with the given ones first. */
    Code arguments(Code first, List<Expression> arguments) {
        boolean both = !first.isEmpty() && !arguments.isEmpty();
        return Code.of("(", first, both ? ", " : "", translateAll(arguments), ")");
    }

    boolean usesSelf(Node node) {
        return names.usesSelf(() -> translate(node));
    }

    /** Whether a method reference becomes a lambda, so that its receiver would be evaluated at each call. */
    public boolean needsKeptReceiver(MethodReferenceExpr reference) {
        return calls.isBridgedAndBound(reference)
                && !(reference.getScope() instanceof ThisExpr)
                && !isSubstituted(reference.getScope());
    }

    /** The expression before a static member, if it must still be evaluated; else empty. */
    Code discarded(Expression selection) {
        Expression scope = operands.discarded(selection);
        return scope == null || isSubstituted(scope) ? Code.EMPTY : translate(scope);
    }

    NameTranslation names() {
        return names;
    }

    TypeArguments typeArguments() {
        return typeArguments;
    }

    KeptInPlace keptInPlace() {
        return keptInPlace;
    }

    public BridgedFields bridgedFields() {
        return bridgedFields;
    }

    public void visit(Node node, Slices slices) {
        if (slices.isPast(source.file().start(node)) || node instanceof Comment) {
            return; // the shared type of `int a, b` is visited with each variable
        }
        if (substitutions.containsKey(node)) {
            replace(node, substitutions.get(node), slices);
        } else if (node instanceof Statement statement) {
            visitStatement(statement, slices);
        } else if (node instanceof Expression expression) {
            visitExpression(expression, slices);
        } else if (node instanceof ClassOrInterfaceType type) {
            names.types().type(type, slices, this);
        } else if (node instanceof ClassOrInterfaceDeclaration type) {
            innerSubclasses.declaration(type, slices);
        } else if (node instanceof ConstructorDeclaration constructor) {
            innerSubclasses.constructor(constructor, slices);
        } else if (node instanceof SimpleName name) {
            names.declared(name, slices);
        } else if (node instanceof ReceiverParameter outer
                && outer.getParentNode().orElseThrow() instanceof ConstructorDeclaration constructor) {
            leaveOut(outer, constructor, slices);
        } else {
            visitChildren(node, slices);
        }
    }

    /** Around a local class there is another class than the receiver of its constructor says. */
    private void leaveOut(ReceiverParameter outer, ConstructorDeclaration constructor, Slices slices) {
        SourceFile file = source.file();
        slices.copyTo(file.start(outer));
        slices.skipTo(constructor.getParameters().getFirst().map(file::start).orElse(file.end(outer)));
    }

    private void visitStatement(Statement statement, Slices slices) {
        if (statement instanceof BreakStmt || statement instanceof ContinueStmt) {
            jumps.replacement(statement).ifPresent(jump -> replaceStatement(statement, jump, slices));
        } else if (statement instanceof ReturnStmt result && !names.isDeferred(result)) {
            replaceStatement(result, Code.join(returns.apply(result)), slices);
        } else if (statement instanceof YieldStmt result && !names.isDeferred(result)) {
            Optional<List<Object>> code = yields.apply(result);
            code.ifPresentOrElse(
                    parts -> replaceStatement(result, Code.join(parts), slices), () -> visitChildren(result, slices));
        } else if (statement instanceof ThrowStmt failure && rethrows(failure)) {
            Code exception = translate(failure.getExpression());
            replace(failure, Code.of(new Piece.Rethrow(exception)), slices);
        } else if (statement instanceof LocalClassDeclarationStmt local
                && source.localEnums().containsKey(local)) {
            EnumDeclaration declaration = source.localEnums().get(local);
            visit(declaration, slices);
        } else if (statement instanceof ExplicitConstructorInvocationStmt call) {
            innerSubclasses.call(call, slices);
        } else if (replacedJumps.areKeptIn(statement) && completion.isNormal(statement)) {
            keepJump((BlockStmt) statement, slices);
        } else {
            if (Conditionals.mayStopInside(statement)) {
                conditional(statement, slices);
            }
            visitChildren(statement, slices);
        }
    }

    private void conditional(Node node, Slices slices) {
        slices.copyTo(source.file().start(node));
        slices.add(new Piece.Conditional());
    }

    /** The block of a finally, after which a jump before it goes on. */
    private void keepJump(BlockStmt cleanup, Slices slices) {
        String kept = replacedJumps.keptAs(cleanup);
        int indent = slices.indentationAt(source.file().end(cleanup) - 1);
        slices.copyTo(source.file().startInside(cleanup));
        slices.add(new Piece.NewLine(indent + 4));
        slices.add(new Piece.KeepJump(kept));
        visitChildren(cleanup, slices);
        slices.copyTo(source.file().end(cleanup.getStatements().getLast().orElseThrow()));
        slices.add(new Piece.NewLine(indent + 4));
        slices.add(new Piece.RestoreJump(kept));
    }

    /** Whether a variable is thrown of which javac knew by its catch clause what it can be (JLS 11.2.2). */
    private boolean rethrows(ThrowStmt statement) {
        Expression thrown = statement.getExpression();
        return !names.isDeferred(statement)
                && thrown instanceof NameExpr name
                && names.isVariable(name)
                && attribution.typeOf(thrown).toString().equals("java.lang.Throwable");
    }

    private void visitExpression(Expression expression, Slices slices) {
        if (expression instanceof NameExpr name) {
            names.name(name, slices);
        } else if (expression instanceof FieldAccessExpr access) {
            names.fieldAccess(access, slices, this);
        } else if (expression instanceof ThisExpr self) {
            names.thisExpression(self, slices);
        } else if (expression instanceof TypePatternExpr pattern) {
            visitPattern(pattern, slices);
        } else if (expression instanceof InstanceOfExpr test) {
            visit(test.getExpression(), slices);
            visit(test.getType(), slices); // in JavaParser's tree it is the test's, even if the pattern names it
            test.getPattern().ifPresent(pattern -> visitPattern(pattern, slices));
        } else if (expression instanceof AnnotationExpr annotation) {
            names.types().annotation(annotation, slices, this);
        } else if (expression instanceof MethodCallExpr call) {
            calls.call(call, slices);
        } else if (expression instanceof ObjectCreationExpr creation) {
            calls.creation(creation, slices);
        } else if (expression instanceof MethodReferenceExpr reference) {
            calls.reference(reference, slices);
        } else if (expression instanceof AssignExpr assign && bridgedFields.isTarget(assign.getTarget())) {
            replace(assign, bridgedFields.assign(assign), slices);
        } else if (expression instanceof UnaryExpr unary && bridgedFields.isStepped(unary)) {
            replace(unary, bridgedFields.step(unary), slices);
        } else if (expression instanceof EnclosedExpr enclosed && isTarget(enclosed)) {
            replace(enclosed, translate(enclosed.getInner()), slices); // more may be assigned than what it names
        } else {
            visitChildren(expression, slices);
        }
    }

    private static boolean isTarget(EnclosedExpr enclosed) {
        return enclosed.getParentNode().orElseThrow() instanceof AssignExpr assign && assign.getTarget() == enclosed;
    }

    private void visitPattern(PatternExpr pattern, Slices slices) {
        visitChildren(pattern, slices);
        if (pattern instanceof TypePatternExpr binding) {
            names.binding(binding, slices);
        }
    }

    void visitChildren(Node node, Slices slices) {
        children(node).forEach(child -> {
            if (Conditionals.mayBeSkipped(child)) {
                conditional(child, slices);
            }
            visit(child, slices);
        });
    }

    /** What a node is made of, in the order of the text. */
    List<Node> children(Node node) {
        return parts(node)
                .filter(child -> child.getRange().isPresent())
                .sorted(Comparator.comparingInt(source.file()::start))
                .toList();
    }

    /** The dimensions of an array overlap one another, so that only what they are made of has an order. */
    private static Stream<Node> parts(Node node) {
        return node.getChildNodes().stream()
                .flatMap(child -> child instanceof ArrayType || child instanceof ArrayCreationLevel
                        ? parts(child)
                        : Stream.of(child));
    }

    /** New lines of what replaces a statement are indented as it was. */
    private void replaceStatement(Statement statement, Code code, Slices slices) {
        int indent = slices.indentationAt(source.file().start(statement));
        List<Object> parts = new ArrayList<>();
        for (Piece piece : code.pieces()) {
            parts.add(piece instanceof Piece.NewLine line ? new Piece.NewLine(indent + line.indent()) : piece);
        }
        replace(statement, Code.join(parts), slices);
    }

    void replace(Node node, Code code, Slices slices) {
        slices.copyTo(source.file().start(node));
        slices.add(code);
        slices.skipTo(source.file().end(node));
    }
}
