package bodies.types.lib;

public class Shown extends Hidden {
    public static class Own extends Nest {}
}
