package org.jboss.logging;

public final class Logger {
    public static final StringBuilder SAID = new StringBuilder();

    public void info(String text) {
        SAID.append(text);
    }

    public static Logger getLogger(Class<?> type) {
        return new Logger();
    }
}
