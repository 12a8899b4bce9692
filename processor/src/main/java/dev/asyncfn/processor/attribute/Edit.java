package dev.asyncfn.processor.attribute;

/** A part of a text, and what is to stand in its place. */
record Edit(int start, int end, String text) {
    static Edit insert(int at, String text) {
        return new Edit(at, at, text);
    }

    int growth() {
        return text.length() - (end - start);
    }
}
