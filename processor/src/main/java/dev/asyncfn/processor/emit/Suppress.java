package dev.asyncfn.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import java.util.Collection;
import java.util.TreeSet;

/** The annotation that allows generated code what it must do. */
final class Suppress {
    private Suppress() {}

    static AnnotationSpec annotation(Collection<String> ids) {
        AnnotationSpec.Builder annotation = AnnotationSpec.builder(SuppressWarnings.class);
        new TreeSet<>(ids).forEach(id -> annotation.addMember("value", "$S", id));
        return annotation.build();
    }
}
