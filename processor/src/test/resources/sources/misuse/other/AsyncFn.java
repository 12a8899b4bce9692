package misuse.other;

public @interface AsyncFn {}
