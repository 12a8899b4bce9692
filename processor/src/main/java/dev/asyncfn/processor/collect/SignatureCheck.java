package dev.asyncfn.processor.collect;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.asyncfn.processor.diag.Diagnostics;
import dev.asyncfn.processor.diag.Problem;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What the signature of an async fn of one class must be like, so that it has a factory and a future. */
final class SignatureCheck {
    /** What becomes of a method in the facade. */
    enum Verdict {
        VALID,
        /** It has a factory, so that its callers get no errors besides, but no future. */
        REJECTED,
        /** Not even its factory can be declared. */
        UNDECLARABLE
    }

    private final TypeElement owner;
    private final Elements elements;
    private final Types types;
    private final Trees trees;
    private final Diagnostics diagnostics;
    private final boolean unnamed;

    SignatureCheck(TypeElement owner, Elements elements, Types types, Trees trees, Diagnostics diagnostics) {
        this.owner = owner;
        this.elements = elements;
        this.types = types;
        this.trees = trees;
        this.diagnostics = diagnostics;
        this.unnamed = isUnnamed(trees.getPath(outermost(owner)));
    }

    /** The classes inside one without a name cannot be named, either. */
    private static TypeElement outermost(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement around ? outermost(around) : type;
    }

    /**
     * A compact source file's class has no text of its own: it starts where its first member does, and it is final though
     * nothing says so. Members that another processor has added may have the place of an annotation of the class.
     */
    private boolean isUnnamed(TreePath path) {
        SourcePositions positions = trees.getSourcePositions();
        CompilationUnitTree unit = path.getCompilationUnit();
        ClassTree type = (ClassTree) path.getLeaf();
        long start = positions.getStartPosition(unit, type);
        boolean written = positions.getStartPosition(unit, type.getModifiers()) >= 0;
        return !written
                && type.getModifiers().getFlags().contains(Modifier.FINAL)
                && type.getMembers().stream()
                        .filter(member -> positions.getEndPosition(unit, member) >= 0) // not added by javac
                        .anyMatch(member -> positions.getStartPosition(unit, member) <= start);
    }

    /** The verdict on an async fn of the owner, after what is wrong with it was reported. */
    Verdict check(ExecutableElement method) {
        if (!isWritten(method) || !ownerCanBeNamed(method) || !Signatures.arePossible(method)) {
            return Verdict.UNDECLARABLE;
        }
        // All of them, not only the first: each is a mistake of its own.
        boolean declarable = typesCanBeNamed(method);
        declarable &= throwsExceptions(method);
        declarable &= hasRoomForParameters(method);
        boolean valid = hasItsBody(method) && isPlain(method);
        warnOfProxies(method);
        if (!declarable) {
            return Verdict.UNDECLARABLE;
        }
        return valid ? Verdict.VALID : Verdict.REJECTED;
    }

    /** An annotation on a record's component is one on the accessor that javac adds. */
    private boolean isWritten(ExecutableElement method) {
        if (trees.getTree(method) != null) {
            return true;
        }
        Element field = ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
                .filter(f -> f.getSimpleName().equals(method.getSimpleName()))
                .findFirst()
                .orElseThrow();
        return refuse(Problem.ACCESSOR_FN, field, method.getSimpleName());
    }

    private boolean ownerCanBeNamed(ExecutableElement method) {
        if (unnamed) {
            return refuse(Problem.UNNAMED_CLASS_FN, method, method.getSimpleName());
        }
        for (Element e = owner; e instanceof TypeElement; e = e.getEnclosingElement()) {
            Optional<String> reason =
                    e.getModifiers().contains(Modifier.PRIVATE) ? privateTypes().obstacle(method) : Optional.empty();
            if (reason.isPresent()) {
                return refuse(Problem.PRIVATE_OWNER, method, method.getSimpleName(), e.getSimpleName(), reason.get());
            }
        }
        return true;
    }

    private PrivateTypes privateTypes() {
        return new PrivateTypes(types, new Nameability(elements, owner));
    }

    private boolean typesCanBeNamed(ExecutableElement method) {
        Nameability nameability = new Nameability(elements, owner);
        boolean all = true;
        for (TypeMirror type : Signatures.types(method)) {
            Optional<Nameability.Obstacle> obstacle = nameability.obstacle(type);
            boolean isPrivate = obstacle.filter(found -> found.problem() == Problem.PRIVATE_TYPE)
                    .isPresent();
            Optional<String> reason = isPrivate ? privateTypes().obstacle(method) : Optional.empty();
            if (obstacle.isPresent() && (!isPrivate || reason.isPresent())) {
                TypeElement named = obstacle.get().type();
                TreePath path = trees.getPath(method);
                diagnostics.report(
                        isPrivate ? Problem.PRIVATE_SIGNATURE : obstacle.get().problem(),
                        path.getCompilationUnit(),
                        mention(path, named),
                        named.getSimpleName(),
                        owner.getSimpleName(),
                        reason.orElse(""));
                all = false;
            }
        }
        return all;
    }

    /** Where the header of a method, or of a class around it, names the type. */
    private static Tree mention(TreePath path, TypeElement type) {
        MethodTree method = (MethodTree) path.getLeaf();
        Tree[] found = {method};
        TreeScanner<Void, Void> finder = new TreeScanner<>() {
            @Override
            public Void visitIdentifier(IdentifierTree identifier, Void unused) {
                return visitName(identifier, identifier.getName());
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree select, Void unused) {
                super.visitMemberSelect(select, null);
                return visitName(select, select.getIdentifier());
            }

            private Void visitName(Tree tree, CharSequence name) {
                if (found[0] == method && type.getSimpleName().contentEquals(name)) {
                    found[0] = tree;
                }
                return null;
            }
        };
        finder.scan(method.getTypeParameters(), null);
        finder.scan(method.getReturnType(), null);
        finder.scan(method.getParameters(), null);
        finder.scan(method.getThrows(), null);
        for (Tree around : path) {
            if (around instanceof ClassTree outer) {
                finder.scan(outer.getTypeParameters(), null);
            }
        }
        return found[0];
    }

    /** A method takes 255 slots at most (JVMS 4.3.3); a constructor has one for the new object, and ours one for a receiver. */
    private boolean hasRoomForParameters(ExecutableElement method) {
        int room = Slots.MOST - (method.getModifiers().contains(Modifier.STATIC) ? 1 : 2);
        int slots = 0;
        for (VariableElement parameter : method.getParameters()) {
            slots += Slots.of(parameter);
            if (slots > room) {
                int all = Slots.of(method.getParameters());
                return refuse(Problem.TOO_MANY_PARAMETERS, parameter, method.getSimpleName(), all, room);
            }
        }
        return true;
    }

    /** Otherwise it has a body too many or too few, which javac reports. */
    private boolean hasItsBody(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        boolean bodiless = modifiers.contains(Modifier.ABSTRACT) || modifiers.contains(Modifier.NATIVE);
        return bodiless == (trees.getTree(method).getBody() == null);
    }

    private boolean isPlain(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        if (modifiers.contains(Modifier.NATIVE)) {
            return refuse(Problem.NATIVE_FN, method, method.getSimpleName());
        }
        return !modifiers.contains(Modifier.SYNCHRONIZED)
                || refuse(Problem.SYNCHRONIZED_FN, method, method.getSimpleName());
    }

    /** A proxy is an instance of a subclass, which passes calls on to another object: final methods it cannot pass on. */
    private void warnOfProxies(ExecutableElement method) {
        if (method.getModifiers().contains(Modifier.FINAL)
                && !method.getModifiers().contains(Modifier.STATIC)) {
            new ProxiedClasses(elements)
                    .annotationOf(owner)
                    .ifPresent(annotation -> diagnostics.report(
                            Problem.FINAL_ON_PROXIED,
                            method,
                            method.getSimpleName(),
                            owner.getSimpleName(),
                            annotation));
        }
    }

    /** A checked exception becomes an argument of {@code TryFuture}, whose bound is {@code Exception}. */
    private boolean throwsExceptions(ExecutableElement method) {
        boolean all = true;
        for (TypeMirror thrown : method.getThrownTypes()) {
            boolean generic = thrown.getKind() == TypeKind.TYPEVAR;
            if (!isA(thrown, "java.lang.Throwable")) {
                all = false; // which javac reports
            } else if (!isA(thrown, "java.lang.Exception") && (generic || !isA(thrown, "java.lang.Error"))) {
                TreePath path = trees.getPath(method);
                int index = method.getThrownTypes().indexOf(thrown);
                Tree at = ((MethodTree) path.getLeaf()).getThrows().get(index);
                Problem problem = generic ? Problem.GENERIC_THROWS : Problem.THROWS_THROWABLE;
                diagnostics.report(problem, path.getCompilationUnit(), at, method.getSimpleName(), thrown, thrown);
                all = false;
            }
        }
        return all;
    }

    private boolean isA(TypeMirror type, String name) {
        return types.isSubtype(type, elements.getTypeElement(name).asType());
    }

    private boolean refuse(Problem problem, Element at, Object... arguments) {
        diagnostics.report(problem, at, arguments);
        return false;
    }
}
