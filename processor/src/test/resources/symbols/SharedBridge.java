import dev.asyncfn.*;
class SharedBridge {
    private static String check(Object o) { return "outer"; }
    static class Nested {
        private static String check(String s) { return "nested"; }
        @AsyncFn
        static String both() { return SharedBridge.check("x") + " " + check("x"); }
    }
}
