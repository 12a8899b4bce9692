package dev.asyncfn.processor.attribute;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MatchAllPatternExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.asyncfn.processor.collect.MemberClasses;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds for each of JavaParser's nodes the attributed tree of the inner compiler at the same place. */
final class InnerAttribution implements Attribution {
    private final SourceFile file;
    private final TreePath declaration;
    private final Trees trees;
    private final JavacTask task;
    private final TreeIndex index;
    private final ModuleAccess modules;
    private final EarlierClasses earlier;
    private final Map<TypeElement, List<TypeMirror>> carried;
    private Scope besideOwner;

    InnerAttribution(
            MethodSource source,
            TreeIndex index,
            TreePath declaration,
            Trees trees,
            JavacTask task,
            ModuleAccess modules,
            EarlierClasses earlier) {
        this(source.file(), index, declaration, trees, task, modules, earlier, Map.of());
    }

    private InnerAttribution(
            SourceFile file,
            TreeIndex index,
            TreePath declaration,
            Trees trees,
            JavacTask task,
            ModuleAccess modules,
            EarlierClasses earlier,
            Map<TypeElement, List<TypeMirror>> carried) {
        this.modules = modules;
        this.earlier = earlier;
        this.file = file;
        this.carried = carried;
        this.declaration = declaration;
        this.trees = trees;
        this.task = task;
        this.index = index;
    }

    @Override
    public ExecutableElement method() {
        return (ExecutableElement) trees.getElement(declaration);
    }

    @Override
    public Types types() {
        return task.getTypes();
    }

    @Override
    public Elements elements() {
        return task.getElements();
    }

    @Override
    public TypeMirror typeOf(Expression expression) {
        if (expression instanceof EnclosedExpr enclosed) {
            return typeOf(enclosed.getInner());
        }
        if (expression instanceof TypePatternExpr pattern) {
            return elementOf(pattern).asType();
        }
        if (expression instanceof VariableDeclarationExpr variables) {
            return elementOf(variables.getVariable(0)).asType();
        }
        if (expression instanceof ArrayInitializerExpr
                && expression.getParentNode().orElse(null) instanceof ArrayCreationExpr creation) {
            return typeOf(creation);
        }
        if (expression instanceof MatchAllPatternExpr unnamed) {
            return componentType(unnamed);
        }
        TreePath path = expressionAt(expression);
        TypeMirror type = path == null ? typeOfFolded(expression) : trees.getTypeMirror(path);
        if (type == null) {
            throw new IllegalStateException(
                    "no type for " + expression.getClass().getSimpleName() + " `" + expression + "` at "
                            + expression.getRange().orElse(null));
        }
        return type;
    }

    /** Of the record component that {@code _} stands for: javac gives it no type. */
    private TypeMirror componentType(MatchAllPatternExpr unnamed) {
        RecordPatternExpr pattern = (RecordPatternExpr) unnamed.getParentNode().orElseThrow();
        int position = 0;
        while (pattern.getPatternList().get(position) != unnamed) {
            position++;
        }
        DeclaredType recordType = (DeclaredType) typeOf(pattern);
        RecordComponentElement component = ElementFilter.recordComponentsIn(
                        recordType.asElement().getEnclosedElements())
                .get(position);
        return ((ExecutableType) types().asMemberOf(recordType, component.getAccessor())).getReturnType();
    }

    /** javac's parser has one literal only for {@code -1}, for {@code "a" + "b"}, and in {@code x + "a" + "b"}. */
    private TypeMirror typeOfFolded(Expression expression) {
        if (expression instanceof IntegerLiteralExpr) {
            return types().getPrimitiveType(TypeKind.INT);
        }
        if (expression instanceof LongLiteralExpr) {
            return types().getPrimitiveType(TypeKind.LONG);
        }
        boolean text = expression instanceof StringLiteralExpr
                || expression instanceof TextBlockLiteralExpr
                || expression instanceof BinaryExpr binary && binary.getOperator() == BinaryExpr.Operator.PLUS;
        return text ? elements().getTypeElement("java.lang.String").asType() : null;
    }

    /** An expression, or what else has a type or symbol: a type, a pattern. A case label may stand at the same place. */
    private TreePath expressionAt(Node node) {
        boolean resource = node.getParentNode().orElse(null) instanceof TryStmt; // javac may include its semicolon
        int start = file.start(node);
        int end = file.end(node);
        if (node instanceof NameExpr name && index.at(start, end).isEmpty()) {
            return resourceNamed(name.getNameAsString(), index.around(start, end));
        }
        return expressionIn(resource ? index.around(start, end) : index.at(start, end));
    }

    /** A block's call repeats the name of a resource that the block captures, and there it is not one. */
    private static TreePath resourceNamed(String name, List<TreePath> here) {
        return here.stream()
                .filter(path -> path.getLeaf() instanceof IdentifierTree identifier
                        && identifier.getName().contentEquals(name))
                .findFirst()
                .orElse(null);
    }

    private TreePath expressionIn(List<TreePath> here) {
        return here.stream()
                .filter(path -> isExpression(path.getLeaf()))
                .findFirst()
                .or(() -> here.stream().filter(this::isTyped).findFirst())
                .orElse(null);
    }

    private static boolean isExpression(Tree tree) {
        return tree instanceof ExpressionTree && !(tree instanceof ParenthesizedTree);
    }

    private boolean isTyped(TreePath path) {
        return !(path.getLeaf() instanceof StatementTree) && trees.getTypeMirror(path) != null;
    }

    @Override
    public ExecutableType methodTypeOf(MethodCallExpr call) {
        TreePath path = expressionAt(call);
        return (ExecutableType)
                trees.getTypeMirror(new TreePath(path, ((MethodInvocationTree) path.getLeaf()).getMethodSelect()));
    }

    @Override
    public TypeMirror typeOf(ClassOrInterfaceType type) {
        return trees.getTypeMirror(typeAt(type));
    }

    @Override
    public Element elementOf(Node node) {
        if (node.getRange().isEmpty()) {
            return null; // what JavaParser made up: the type of an implicit lambda parameter
        }
        if (node instanceof LocalClassDeclarationStmt statement) {
            return elementOf(statement.getClassDeclaration());
        }
        if (node instanceof LocalRecordDeclarationStmt statement) {
            return elementOf(statement.getRecordDeclaration());
        }
        if (node instanceof ThisExpr || node instanceof SuperExpr) {
            return ((DeclaredType) typeOf((Expression) node)).asElement();
        }
        if (node instanceof ExplicitConstructorInvocationStmt call) {
            return constructor(call);
        }
        if (node instanceof Statement) {
            return null; // at the place of what a lambda gives, where a block was cut out
        }
        if (node instanceof ClassOrInterfaceType type) {
            return element(nameIn(typeAt(type)));
        }
        return element(isDeclaration(node) ? declarationAt((NodeWithSimpleName<?>) node) : expressionAt(node));
    }

    @Override
    public boolean isAccessible(TypeElement type) {
        if (besideOwner == null) {
            besideOwner = trees.getScope(new TreePath(declaration.getCompilationUnit()));
        }
        return isLocal(type)
                || carried.containsKey(type)
                || isVisible(type)
                        && modules.allows(type)
                        && (!(type.getEnclosingElement() instanceof TypeElement around)
                                || isAccessible(around)
                                || isInherited(type));
    }

    @Override
    public Attribution carrying(Map<TypeElement, List<TypeMirror>> bounds) {
        return new InnerAttribution(file, index, declaration, trees, task, modules, earlier, bounds);
    }

    @Override
    public boolean isEarlier(String nested) {
        return earlier.have(nested);
    }

    @Override
    public Map<TypeElement, List<TypeMirror>> boundsOfCarried() {
        return carried;
    }

    /** Of an inner class, javac asks for the class around it too. */
    private boolean isVisible(TypeElement type) {
        boolean inner = type.getEnclosingElement() instanceof TypeElement
                && !type.getModifiers().contains(Modifier.STATIC);
        return trees.isAccessible(besideOwner, type)
                || inner && type.getModifiers().contains(Modifier.PUBLIC);
    }

    private static boolean isLocal(TypeElement type) {
        Element e = type;
        while (e instanceof TypeElement) {
            e = e.getEnclosingElement();
        }
        return !(e instanceof PackageElement);
    }

    private boolean isInherited(TypeElement member) {
        return MemberClasses.qualifier(member, (TypeElement) method().getEnclosingElement())
                .filter(by -> !by.equals(member.getEnclosingElement()) && isAccessible(by))
                .isPresent();
    }

    private Element element(TreePath path) {
        return path == null ? null : trees.getElement(path);
    }

    @Override
    public TypeElement importedFrom(Element member) {
        TreePath unit = new TreePath(declaration.getCompilationUnit());
        TypeMirror declaring = types().erasure(member.getEnclosingElement().asType());
        for (ImportTree tree : declaration.getCompilationUnit().getImports()) {
            if (tree.isStatic() && tree.getQualifiedIdentifier() instanceof MemberSelectTree imported) {
                TreePath path = new TreePath(new TreePath(unit, tree), imported);
                Element from = trees.getElement(new TreePath(path, imported.getExpression()));
                boolean named = imported.getIdentifier().contentEquals("*")
                        || imported.getIdentifier().equals(member.getSimpleName());
                if (named
                        && from instanceof TypeElement type
                        && types().isSubtype(types().erasure(type.asType()), declaring)) {
                    return type;
                }
            }
        }
        return null;
    }

    @Override
    public boolean imports(String type, String member) {
        return declaration.getCompilationUnit().getImports().stream()
                .filter(ImportTree::isStatic)
                .map(tree -> tree.getQualifiedIdentifier().toString())
                .anyMatch(name -> name.equals(type + "." + member) || name.equals(type + ".*"));
    }

    private TreePath typeAt(ClassOrInterfaceType type) {
        TreePath path = expressionIn(index.at(file.start(type), file.end(type)));
        if (path != null) {
            return path;
        }
        // The annotations before it may be those of the variable that a pattern declares.
        int start = type.getScope().map(file::start).orElse(file.start(type.getName()));
        return expressionIn(index.around(start, file.end(type)));
    }

    /** The name in a type, without the arguments and annotations that javac wraps around it. */
    private static TreePath nameIn(TreePath type) {
        TreePath path = type;
        while (path != null) {
            if (path.getLeaf() instanceof ParameterizedTypeTree parameterized) {
                path = new TreePath(path, parameterized.getType());
            } else if (path.getLeaf() instanceof AnnotatedTypeTree annotated) {
                path = new TreePath(path, annotated.getUnderlyingType());
            } else {
                break;
            }
        }
        return path;
    }

    private Element constructor(ExplicitConstructorInvocationStmt call) {
        return index.at(file.start(call), file.end(call)).stream()
                .filter(path -> path.getLeaf() instanceof ExpressionStatementTree)
                .map(path -> new TreePath(path, ((ExpressionStatementTree) path.getLeaf()).getExpression()))
                .map(trees::getElement)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isDeclaration(Node node) {
        return node instanceof VariableDeclarator
                || node instanceof Parameter
                || node instanceof TypePatternExpr
                || node instanceof MethodDeclaration
                || node instanceof ConstructorDeclaration
                || node instanceof CompactConstructorDeclaration
                || node instanceof EnumConstantDeclaration
                || node instanceof TypeDeclaration<?>;
    }

    private TreePath declarationAt(NodeWithSimpleName<?> node) {
        SimpleName name = node.getName();
        String text = name.getIdentifier();
        int offset = file.start(name);
        if (node instanceof MethodDeclaration) {
            return index.declaration(text, offset, MethodTree.class::isInstance);
        }
        if (node instanceof ConstructorDeclaration || node instanceof CompactConstructorDeclaration) {
            return index.declaration("<init>", offset, MethodTree.class::isInstance);
        }
        if (node instanceof TypeDeclaration<?>) {
            return index.declaration(text, offset, ClassTree.class::isInstance);
        }
        // javac has no name for the unnamed variable.
        return index.declaration(text.equals("_") ? "" : text, offset, VariableTree.class::isInstance);
    }
}
