package org.jetbrains.jps.javac;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** IntelliJ's class of this name, as far as processors are told of it: proxies, and the way to what is inside. */
public final class APIWrappers {
    private APIWrappers() {}

    private record Wrapper(Object inner) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return method.invoke(inner, arguments);
        }
    }

    public static <T> T wrap(Class<T> iface, T inner) {
        Object proxy =
                Proxy.newProxyInstance(APIWrappers.class.getClassLoader(), new Class<?>[] {iface}, new Wrapper(inner));
        return iface.cast(proxy);
    }

    /** Null if nothing is wrapped. */
    public static <T> T unwrap(Class<? extends T> iface, T wrapper) {
        return Proxy.isProxyClass(wrapper.getClass()) && Proxy.getInvocationHandler(wrapper) instanceof Wrapper handler
                ? iface.cast(handler.inner())
                : null;
    }
}
