package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;

/** A rule about single nodes of a body. */
interface Rule {
    void check(Node node);
}
