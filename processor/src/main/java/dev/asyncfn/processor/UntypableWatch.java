package dev.asyncfn.processor;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.asyncfn.processor.collect.AsyncMethod;
import dev.asyncfn.processor.diag.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * A body with errors is left to javac, whose messages are the ones to read. Should javac find none and go on to write
 * the class, then the errors were this processor's own, and the compilation must not pass.
 */
final class UntypableWatch implements TaskListener {
    private final Messager messager;
    private final Map<String, String> messages = new LinkedHashMap<>();

    private UntypableWatch(Messager messager) {
        this.messager = messager;
    }

    static UntypableWatch of(ProcessingEnvironment javac) {
        UntypableWatch watch = new UntypableWatch(javac.getMessager());
        JavacTask.instance(javac).addTaskListener(watch);
        return watch;
    }

    /** Notes that javac is to reject the method. */
    void expectErrors(AsyncMethod method, List<String> errors) {
        String fn = method.element().getSimpleName().toString();
        String message = Problem.UNTYPABLE_FN.message(fn, String.join("\n", errors));
        messages.merge(method.owner().getQualifiedName().toString(), message, (a, b) -> a + "\n" + b);
    }

    @Override
    public void started(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        if (event.getKind() == TaskEvent.Kind.GENERATE && type != null) {
            String message = messages.remove(type.getQualifiedName().toString());
            if (message != null) {
                messager.printMessage(Diagnostic.Kind.ERROR, message, type);
            }
        }
    }
}
