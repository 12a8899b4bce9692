package misuse.other;

public class Base {
    protected static class Key {}
}
