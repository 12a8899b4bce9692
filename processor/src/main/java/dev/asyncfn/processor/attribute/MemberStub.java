package dev.asyncfn.processor.attribute;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the declaration of a member without what it does. */
final class MemberStub {
    private static final Set<Tree.Kind> INTERFACES = Set.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE);

    private MemberStub() {}

    static String of(Tree member, ClassTree owner) {
        if (member instanceof VariableTree field && isConstant(field, owner)) {
            return "";
        }
        if (member instanceof VariableTree field) {
            // A constant is known by its value.
            String value = field.getInitializer() instanceof LiteralTree literal ? " = " + literal : "";
            return modifiers(field.getModifiers().getFlags()) + field.getType() + " " + field.getName() + value + ";";
        }
        if (member instanceof MethodTree method) {
            return method(method, owner);
        }
        return member instanceof ClassTree type ? type(type) : "";
    }

    private static String method(MethodTree method, ClassTree owner) {
        boolean constructor = method.getReturnType() == null;
        Set<Modifier> flags = method.getModifiers().getFlags();
        String parameters = method.getParameters().stream()
                .map(parameter -> parameter.getType() + " " + parameter.getName())
                .collect(Collectors.joining(", "));
        return modifiers(flags)
                + list("<", method.getTypeParameters(), "> ")
                + (constructor ? owner.getSimpleName() : method.getReturnType() + " " + method.getName())
                + "(" + parameters + ")"
                + list(" throws ", method.getThrows(), "")
                + (method.getBody() == null ? ";" : " { throw null; }");
    }

    /** Nothing but the constants of an enum may create objects of it. */
    private static boolean isConstant(VariableTree field, ClassTree owner) {
        return owner.getKind() == Tree.Kind.ENUM
                && field.getInitializer() instanceof NewClassTree created
                && created.getIdentifier()
                        .toString()
                        .equals(owner.getSimpleName().toString());
    }

    /** They come before all other members. */
    private static String constants(ClassTree type) {
        return type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> isConstant(field, type))
                .map(field -> field.getName() + list("(", ((NewClassTree) field.getInitializer()).getArguments(), ")"))
                .collect(Collectors.joining(", ", "", ";\n"));
    }

    private static String type(ClassTree type) {
        boolean isInterface = INTERFACES.contains(type.getKind());
        String superclass = type.getExtendsClause() == null ? "" : " extends " + type.getExtendsClause();
        return modifiers(type.getModifiers().getFlags())
                + keyword(type.getKind())
                + type.getSimpleName()
                + list("<", type.getTypeParameters(), ">")
                + superclass
                + list(isInterface ? " extends " : " implements ", type.getImplementsClause(), "")
                + " {\n"
                + (type.getKind() == Tree.Kind.ENUM ? constants(type) : "")
                + type.getMembers().stream()
                        .map(member -> of(member, type))
                        .collect(Collectors.joining("\n", "", "\n}"));
    }

    private static String keyword(Tree.Kind kind) {
        return switch (kind) {
            case INTERFACE -> "interface ";
            case ANNOTATION_TYPE -> "@interface ";
            case ENUM -> "enum ";
            default -> "class ";
        };
    }

    private static String modifiers(Set<Modifier> flags) {
        return flags.stream().map(flag -> flag + " ").collect(Collectors.joining());
    }

    private static String list(String open, List<? extends Tree> trees, String close) {
        return trees.isEmpty() ? "" : trees.stream().map(Tree::toString).collect(Collectors.joining(", ", open, close));
    }
}
