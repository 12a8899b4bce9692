package dev.asyncfn;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Mocks and spies that have no class of their own. Mockito's inline mock maker, its default since version 5, changes the methods of the
 * mocked class itself, so only Mockito can tell a mock from another object of the class. This class finds Mockito by reflection where it
 * is on the class path, as in tests, and asks it. Otherwise there is no instance, and a dispatch costs a comparison with null.
 */
final class InlineMocks {
    private static final String MOCKITO = "org.mockito.Mockito";

    /** Mockito adds it to the boot class path when it begins to change classes; before that, it must not be initialized for us. */
    private static final String DISPATCHER = "org.mockito.internal.creation.bytebuddy.inject.MockMethodDispatcher";

    private static volatile boolean active;

    private final Method details;
    private final Method isMock;

    private InlineMocks(Method details, Method isMock) {
        this.details = details;
        this.isMock = isMock;
    }

    /**
     * The mocks among the objects of a class.
     *
     * @return null if the class cannot have any: its loader knows no Mockito
     */
    static InlineMocks of(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        if (loader == null) {
            return null;
        }
        try {
            Method details = Class.forName(MOCKITO, false, loader).getMethod("mockingDetails", Object.class);
            return new InlineMocks(details, details.getReturnType().getMethod("isMock"));
        } catch (ClassNotFoundException e) {
            return null;
        } catch (NoSuchMethodException e) {
            return null; // an old version, whose mocks have classes of their own
        }
    }

    /** Whether an object of the class is a mock or a spy. */
    boolean include(Object receiver) {
        if (!active && !isDispatcherThere()) {
            return false;
        }
        active = true;
        try {
            return (boolean) isMock.invoke(details.invoke(null, receiver));
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Mockito cannot tell whether an object is a mock", e);
        }
    }

    private static boolean isDispatcherThere() {
        try {
            Class.forName(DISPATCHER, false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
