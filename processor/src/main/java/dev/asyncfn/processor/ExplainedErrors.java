package dev.asyncfn.processor;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import dev.asyncfn.processor.attribute.AttributionResult.Untypable;
import dev.asyncfn.processor.check.AwaitErrors;
import dev.asyncfn.processor.diag.Diagnostics;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.HashMap;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Says what there is to say beside errors of javac, once javac has reported them: an error of ours would stop it before. */
final class ExplainedErrors implements TaskListener {
    private final Trees trees;
    /** By the names of the top-level classes in which they are. */
    private final Map<String, Diagnostics> explained = new HashMap<>();

    private ExplainedErrors(Trees trees) {
        this.trees = trees;
    }

    static ExplainedErrors of(ProcessingEnvironment javac) {
        ExplainedErrors errors = new ExplainedErrors(Trees.instance(javac));
        JavacTask.instance(javac).addTaskListener(errors);
        return errors;
    }

    static ExplainedErrors unheard(Trees trees) {
        return new ExplainedErrors(trees);
    }

    void explain(MethodSource source, Untypable result) {
        Element top = source.method().owner();
        while (top.getEnclosingElement() instanceof TypeElement outer) {
            top = outer;
        }
        String name = ((TypeElement) top).getQualifiedName().toString();
        AwaitErrors.explain(source, result, explained.computeIfAbsent(name, n -> new Diagnostics(trees)));
    }

    @Override
    public void finished(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        if (event.getKind() == TaskEvent.Kind.ANALYZE && type != null) {
            Diagnostics found = explained.remove(type.getQualifiedName().toString());
            if (found != null) {
                found.flush();
            }
        }
    }
}
