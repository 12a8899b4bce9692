package dev.asyncfn.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The annotation that allows generated code what it must do. */
final class Suppress {
    private Suppress() {}

    static AnnotationSpec annotation(Collection<String> ids) {
        List<CodeBlock> literals =
                new TreeSet<>(ids).stream().map(Literals::inAnnotation).toList();
        CodeBlock list = CodeBlock.join(literals, ", ");
        return AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", literals.size() == 1 ? list : CodeBlock.of("{$L}", list))
                .build();
    }
}
