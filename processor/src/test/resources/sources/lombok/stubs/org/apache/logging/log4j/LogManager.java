package org.apache.logging.log4j;

public final class LogManager {
    public static Logger getLogger(Class<?> type) {
        return new Logger();
    }
}
