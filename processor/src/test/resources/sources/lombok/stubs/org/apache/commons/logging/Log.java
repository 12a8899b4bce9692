package org.apache.commons.logging;

public final class Log {
    public static final StringBuilder SAID = new StringBuilder();

    public void info(String text) {
        SAID.append(text);
    }
}
