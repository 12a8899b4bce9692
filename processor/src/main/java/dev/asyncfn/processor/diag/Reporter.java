package dev.asyncfn.processor.diag;

import com.github.javaparser.ast.Node;
import dev.asyncfn.processor.model.Located;

/** Where the stages send what they find wrong in a body. */
public interface Reporter {
    /**
     * Reports a problem on the first token of a node.
     *
     * @param arguments fill the problem's text
     */
    void report(Problem problem, Located source, Node at, Object... arguments);
}
