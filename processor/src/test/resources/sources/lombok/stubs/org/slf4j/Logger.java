package org.slf4j;

public final class Logger {
    public static final StringBuilder SAID = new StringBuilder();

    public void info(String text) {
        SAID.append(text);
    }
}
