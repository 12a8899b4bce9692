package dev.asyncfn.processor.bodies;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Compiles the bodies of a test class. Each test gets its own, one without {@link Body} all of the class. */
final class BodyCompiler implements BeforeAllCallback, ParameterResolver, ExecutionCondition {
    private static final Namespace NAMESPACE = Namespace.create(BodyCompiler.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Class<?> tested = context.getRequiredTestClass();
        Map<String, String> texts = new LinkedHashMap<>();
        Map<Method, List<String>> names = new LinkedHashMap<>();
        BodySource source = new BodySource(tested);
        Arrays.stream(tested.getDeclaredMethods())
                .filter(test -> test.isAnnotationPresent(Body.class) && isKnown(test))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(test -> {
                    Body body = test.getAnnotation(Body.class);
                    for (String text : body.value()) {
                        String name = "fn" + texts.size();
                        source.add(name, body.modifiers() + " " + body.type(), text);
                        texts.put(name, text);
                        names.computeIfAbsent(test, t -> new ArrayList<>()).add(name);
                    }
                });
        OpenRound round = new OpenRound(source.file());
        Store store = context.getStore(NAMESPACE);
        store.put(OpenRound.class, round); // it is closed with the store
        Map<String, AsyncBody> bodies = new LinkedHashMap<>();
        texts.forEach((name, text) -> bodies.put(name, AsyncBody.of(text, name, round.probe())));
        store.put(tested, List.copyOf(bodies.values()));
        names.forEach(
                (test, fns) -> store.put(test, fns.stream().map(bodies::get).toList()));
    }

    private static boolean isKnown(Method test) {
        return test.getAnnotation(Body.class).since() <= Runtime.version().feature();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean known = context.getTestMethod()
                .filter(test -> test.isAnnotationPresent(Body.class))
                .map(BodyCompiler::isKnown)
                .orElse(true);
        return known
                ? ConditionEvaluationResult.enabled("the syntax is known")
                : ConditionEvaluationResult.disabled("the syntax is newer");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == AsyncBody.class || type == List.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Method test = context.getRequiredTestMethod();
        Object key = test.isAnnotationPresent(Body.class) ? test : context.getRequiredTestClass();
        List<?> bodies = context.getStore(NAMESPACE).get(key, List.class);
        return parameter.getParameter().getType() == List.class ? bodies : bodies.get(0);
    }
}
