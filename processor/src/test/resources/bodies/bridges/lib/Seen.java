package bodies.bridges.lib;

public class Seen extends Unseen implements UnseenToo {
    protected int guarded = 1;

    protected static String guardedStatic() {
        return "static ";
    }

    protected String guarded(Object o) {
        return "of Object " + guarded + " ";
    }

    protected String guarded(String s) {
        return "of String " + guarded + " ";
    }
}

interface UnseenToo {
    int HIGHEST = 9;

    default String greet() {
        return "hello ";
    }
}
