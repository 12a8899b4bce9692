package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import dev.asyncfn.processor.ir.Code;
import java.util.List;
import java.util.function.Supplier;

/** The translation of whatever stands inside a construct, as each construct's own translation needs it. */
interface Translation {
    Code translate(Node node);

    /** The text from the start of the first node to the end of the last, with the user's separators. */
    Code translateAll(List<? extends Node> nodes);

    /** An expression where it needs no parentheses, as an argument does not. */
    Code asArgument(Expression expression);

    /** The expression before a static member, if it must still be evaluated; else empty. */
    Code discarded(Expression selection);

    /** Adds a node's text. */
    void visit(Node node, Slices slices);

    void visitChildren(Node node, Slices slices);

    /** What a node is made of, in the order of the text. */
    List<Node> children(Node node);

    /** Adds this code for a node. */
    void replace(Node node, Code code, Slices slices);

    /** From now on, this node is printed as the code. */
    void substitute(Node node, Code code);

    /** What is translated while this node is printed as the code. */
    Code substituting(Node node, Code code, Supplier<Code> translation);

    boolean isSubstituted(Node node);

    /** A parenthesized list of arguments with the given ones first. */
    default Code arguments(Code first, List<Expression> arguments) {
        boolean both = !first.isEmpty() && !arguments.isEmpty();
        return Code.of("(", first, both ? ", " : "", translateAll(arguments), ")");
    }
}
