package dev.asyncfn.processor.differential;

import dev.asyncfn.Future;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * One case of the corpus. No run sees the static state of another.
 *
 * @param takesTrace whether the method has a parameter, the trace
 * @param assertions whether they are enabled: that is decided before its class is loaded
 */
record Body(String topic, String className, String methodName, boolean takesTrace, boolean assertions) {
    /** With assertions. */
    Body(String topic, String className, String methodName, boolean takesTrace) {
        this(topic, className, methodName, takesTrace, true);
    }

    /** Calls the method itself: its awaits block. */
    Outcome runBlocking(Compiled compiled, Trace trace) {
        try {
            Class<?> owner = loadOwner(compiled);
            Method body = body(owner);
            String like = body.getAnnotation(Case.class).like();
            Method reference = like.isEmpty() ? body : accessible(owner.getDeclaredMethod(like, parameterTypes()));
            Object receiver = Modifier.isStatic(body.getModifiers()) ? null : receiver(owner, trace);
            return Outcome.returned(reference.invoke(receiver, arguments(trace)), trace);
        } catch (InvocationTargetException e) {
            return Outcome.threw(e.getCause(), trace);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(this + " cannot be called", e);
        }
    }

    /** Calls the generated factory: nothing of the body has run yet. */
    Future<?> newFuture(Compiled compiled, Trace trace) {
        try {
            Class<?> owner = loadOwner(compiled);
            Class<?> facade = owner.getClassLoader().loadClass(className + "Async");
            List<Class<?>> types = new ArrayList<>(List.of(parameterTypes()));
            List<Object> values = new ArrayList<>(List.of(arguments(trace)));
            if (!Modifier.isStatic(body(owner).getModifiers())) {
                types.add(0, owner);
                values.add(0, receiver(owner, trace));
            }
            Method factory = accessible(facade.getDeclaredMethod(methodName, types.toArray(Class<?>[]::new)));
            return (Future<?>) factory.invoke(null, values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the generated factory of " + this + " cannot be called", e);
        }
    }

    private Class<?> loadOwner(Compiled compiled) {
        return compiled.loaders().loader(className, assertions).load(className);
    }

    private Method body(Class<?> owner) throws NoSuchMethodException {
        return accessible(owner.getDeclaredMethod(methodName, parameterTypes()));
    }

    private Class<?>[] parameterTypes() {
        return takesTrace ? new Class<?>[] {Trace.class} : new Class<?>[0];
    }

    private Object[] arguments(Trace trace) {
        return takesTrace ? new Object[] {trace} : new Object[0];
    }

    private static Object receiver(Class<?> owner, Trace trace) throws ReflectiveOperationException {
        Constructor<?> constructor = owner.getDeclaredConstructor(Trace.class);
        constructor.setAccessible(true);
        return constructor.newInstance(trace);
    }

    private static Method accessible(Method method) {
        method.setAccessible(true);
        return method;
    }

    /** As it is given to {@code -Ddifferential.case}. */
    @Override
    public String toString() {
        return topic + "/" + className.substring(className.lastIndexOf('.') + 1) + "/" + methodName;
    }
}
