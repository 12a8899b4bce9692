package dev.asyncfn.processor.fuzz;

import java.util.List;

/** Switches and labels of kinds of their own: equal hashes, groups that share variables, boxed selectors, nested patterns. */
final class SwitchShapes {
    /** How a text begins that older languages have not, or on which javac 17 crashes. */
    static final String SINCE_21 = "// 21\n";

    static final List<String> PLAIN = List.of(
            """
            switch (%BOOLEAN ? "Aa" : %BOOLEAN ? "BB" : %STRING) {
                case "Aa":
                    r.v(%event, %INT);
                case "BB":
                    r.v(%event, %INT);
                    break;
                case "AaAa":
                    %some
                case "BBBB":
                default:
                    r.v(%event, %INT);
                case "AaBB":
                    %some
            }""",
            """
            r.v(%event, switch (%BOOLEAN ? "Aa" : "BB") {
                case "BB" -> %INT;
                case "Aa" -> { r.v(%event, %INT); yield %INT; }
                default -> 0;
            });""",
            """
            switch (%INT & 3) {
                case 0:
                    int $v = %INT;
                    r.v(%event, $v);
                case 1:
                    $v = %INT;
                    r.v(%event, $v + %INT);
                    if (%BOOLEAN) break;
                case 2:
                default:
                    $v = 2;
                    $v += %INT;
                    r.v(%event, $v);
            }""",
            """
            switch (%INT & 3) {
                case 0:
                    final int $v;
                    int $a[], $b = %INT;
                case 1:
                    $v = %INT;
                    $a = new int[] {$v, %INT};
                    r.v(%event, $a);
                    Runnable $f = () -> r.v("run", $v);
                    r.v(%event, %INT);
                    $f.run();
                    break;
                case 2:
                    $b = %INT;
                    $b++;
                    r.v(%event, $b + %INT);
            }""",
            """
            $l: for (int $i = 0; r.fuel() && $i < 2; $i++) {
                for (;;) {
                    if (!r.fuel() || %BOOLEAN) continue $l;
                    r.v(%event, %INT);
                    if (%BOOLEAN) break $l;
                }
            }
            $l: {
                if (%BOOLEAN) break $l;
                r.v(%event, %INT);
            }
            $l: switch (%INT) {
                case 0:
                    r.v(%event, %INT);
                    break $l;
                default:
                    if (%BOOLEAN) break $l;
                    r.v(%event, %INT);
            }
            $l: if (%BOOLEAN) {
                r.v(%event, %INT);
                if (%BOOLEAN) break $l;
                %some
            }""",
            """
            $a: $b: {
                $c: {
                    if (%BOOLEAN) break $b;
                    if (%BOOLEAN) break $c;
                    r.v(%event, %INT);
                    if (%BOOLEAN) break $a;
                }
                r.v(%event, %INT);
            }""",
            """
            switch (%INTEGER) {
                case 1 -> r.v(%event, %INT);
                case 200 -> { %some }
                default -> r.v(%event, %INT);
            }""",
            """
            Character $c = %CHAR;
            switch ($c) {
                case 'a': r.v(%event, %INT);
                case 'b': %some break;
                case 'z': r.v(%event, $c);
            }""",
            """
            Byte $b = (byte) 1;
            short $s = (short) (+%INT);
            switch ($b) {
                case 1 -> r.v(%event, %INT);
                case -1 -> r.v(%event, $b++);
                default -> {}
            }
            r.v(%event, switch ($s) { case 1 -> 'a'; case -1 -> %CHAR; default -> (char) 98; });""",
            """
            long $l = switch (%INT & 3) { case 0 -> 'a'; case 1 -> %INT; default -> 2L; };
            var $x = switch (%INT & 1) { case 0 -> 'a'; default -> %LONG; };
            var $y = switch (%INT & 1) { case 0 -> (Integer) %INT; default -> %STRING; };
            r.v(%event, %INT);
            r.v(%event, $x + $l);
            r.v(%event, $y);
            double $d = switch (%INT & 1) { case 0 -> { %some yield %CHAR; } default -> %INT; };
            r.v(%event, $d);""",
            """
            r.v(%event, switch (%INT & 1) {
                case 0 -> switch (%STRING) { case "a", "b" -> { r.v(%event, %INT); yield %INT; } default -> %INT; };
                default -> {
                    switch (%INT) { case 0: yield %INT; case 1: break; default: r.v(%event, %INT); }
                    yield %INT;
                }
            });""",
            """
            switch (%COLOR) {
                case RED, GREEN:
                    String $s = %STRING;
                    r.v(%event, $s + %INT);
                    break;
                case BLUE:
                    $s = "blue";
                    r.v(%event, %INT);
                    r.v(%event, $s);
            }""",
            """
            switch (%INT) {}
            switch (%STRING) { default: }
            switch (%INT) { case 1: default: case 2: r.v(%event, %INT); }
            switch (%COLOR) { default -> {} case RED -> r.v(%event, %INT); }""",
            SINCE_21 + """
            switch (%COLOR) {
                case Color.RED -> r.v(%event, %INT);
                case Color.GREEN -> { %some }
                case Color.BLUE -> {}
            }""",
            SINCE_21 + """
            switch (new Pair(%INT, new Pair(%INT, %OBJECT))) {
                case Pair(var $a, Pair(int $b, String $c)) when r.v(%event, %?BOOLEAN) -> r.v(%event, $c + $a + $b + %INT);
                case Pair(int $d, Pair(var $e, var $f)) when r.v(%event, %?BOOLEAN) && $d > $e -> {
                    r.v(%event, %INT);
                    r.v(%event, $f);
                }
                case Pair(int $g, var $h) -> {
                    r.v(%event, $g + %INT);
                    r.v(%event, $h);
                }
            }""",
            SINCE_21 + """
            record $Both<A, B>(A one, B two) {}
            Object $o = new $Both<>(%INT, new $Both<>(%STRING, %CHAR));
            r.v(%event, %INT);
            if ($o instanceof $Both<?, ?>(Integer $i, $Both<?, ?>(String $s, var $x)) && r.v(%event, %?BOOLEAN)) {
                r.v(%event, $i + $s + %INT);
                r.v(%event, $x);
            }
            $Both<Integer, $Both<String, Character>> $b = new $Both<>(%INT, new $Both<>(%STRING, 'c'));
            r.v(%event, switch ($b) {
                case $Both<Integer, $Both<String, Character>>(var $k, $Both<String, Character>(var $t, var $c)) -> $k + $t + $c + %INT;
            });""",
            SINCE_21 + """
            Object $o = %OBJECT;
            r.v(%event, switch ($o) {
                case null -> %INT;
                case Integer $i when $i > 1 -> $i + %INT;
                case Integer $j -> %INT;
                case String $s when r.v(%event, $s.length() > %INT) -> { r.v(%event, %INT); yield $s.length(); }
                case Color $c -> switch ($c) { case RED -> %INT; default -> $c.ordinal(); };
                case int[] $a -> $a.length + %INT;
                default -> %INT;
            });""",
            SINCE_21 + """
            switch (%STRING) {
                case "a" -> r.v(%event, %INT);
                case String $s when $s.length() > %INT -> r.v(%event, $s + %INT);
                case null -> r.v(%event, %INT);
                case String $t -> { %some r.v(%event, $t); }
            }""");

    private SwitchShapes() {}

    /** The first version of the language that has what the text has. */
    static int feature(String text) {
        return text.startsWith(SINCE_21) ? 21 : 17;
    }
}
