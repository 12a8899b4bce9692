package org.apache.commons.logging;

public final class LogFactory {
    public static Log getLog(Class<?> type) {
        return new Log();
    }
}
