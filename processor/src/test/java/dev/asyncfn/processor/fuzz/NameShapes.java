package dev.asyncfn.processor.fuzz;

import java.util.List;
import java.util.Map;

/** Statements with the names that generated code has for its own variables, methods and types, and with words that are keywords in places only. */
final class NameShapes {
    static final Map<String, String> MEMBERS = Map.of("take(", """
            int poll(int given) {
                return given + total;
            }

            static int take(int given) {
                return given + 1;
            }

            static int suspend(int given, Object other) {
                return given * 2;
            }

            int drop() {
                return total;
            }

            static int rethrow(Object any) {
                return 7;
            }

            static int next = 5;""");

    static final List<String> PLAIN = List.of("""
            int $awaitedValue = %INT, $polled = %INT, $next = 1;
            Exception $thrown = null, $pending = null;
            String $handler = %STRING, $left = %STRING;
            $next += $awaitedValue + $polled + %INT;
            $left += $handler + %INT;
            r.v(%event, $next + ($polled = %INT) + $polled);
            r.v(%event, $left);
            r.v(%event, $thrown == $pending);""", """
            int $leaf = %INT, $receiver = 2, $result = %INT, $awaited = %INT;
            int[] $operands = {$leaf, %INT};
            $operands[%at] += $leaf++ + %INT;
            $leaf = $leaf * $receiver + %INT;
            r.v(%event, $leaf + $awaited + $result + $operands[0]);""", """
            r.v(%event, take(%INT) + suspend(%INT, %INT) + rethrow(%INT));
            r.v(%event, $P.take(%INT) + $P.next + %INT);
            r.v(%event, new $P().poll(%INT) + %INT + new $P().drop());""", """
            enum $State { START, DROPPED }
            $State $s = $State.values()[%at];
            r.v(%event, %INT);
            switch ($s) {
                case START -> r.v(%event, %INT);
                case DROPPED -> r.v(%event, $State.valueOf("START"));
            }
            r.v(%event, $s);""", """
            record $Poll(int ready) {
                static $Poll pending() { return new $Poll(0); }
                static $Poll ready(int given) { return new $Poll(given); }
            }
            $Poll $p = $Poll.ready(%INT);
            r.v(%event, $p.ready() + %INT);
            r.v(%event, $p.equals($Poll.pending()));""", """
            class $Context { int waker = %!INT; }
            class $StateMachine extends $Context { int poll(int given) { return waker + given; } }
            var $cx = new $StateMachine();
            $cx.waker += %INT;
            r.v(%event, $cx.poll(%INT) + %INT);""", """
            interface $TryFuture<T> { T get(); }
            class $Block implements $TryFuture<Integer> { @Override public Integer get() { return %!INT; } }
            $TryFuture<Integer> $f = new $Block();
            r.v(%event, %INT);
            r.v(%event, $f.get() + %INT);""", """
            int $record = %INT, $sealed = 1, $permits = 2;
            var $var = %INT;
            $record += $var + %INT;
            int $when = $record, $module = %INT, $open = 3, $with = 4, $to = 5;
            $to += $when + $module + $open + $with + $permits + $sealed;
            r.v(%event, $to + %INT);
            $when: for (;;) {
                if (!r.fuel() || %BOOLEAN) break $when;
                r.v(%event, $when + %INT);
            }""", """
            int $int_ = %INT, $_x = %INT;
            $_x += $int_ + %INT;
            r.v(%event, $_x + Integer.valueOf(%INT));""", """
            int $Poll = %INT, $State = 1;
            String $Context = %STRING, $Objects = "o";
            $Poll += $State++ + %INT;
            r.v(%event, $Context + $Poll + %INT + $State + $Objects);""", """
            String $x1 = %STRING, $x_1 = %STRING;
            {
                int $inner = %INT;
                r.v(%event, $inner + %INT);
            }
            {
                String $inner = %STRING;
                r.v(%event, $inner + %INT + $x1);
            }
            for (int $inner = 0; r.fuel() && $inner < 2; $inner++) r.v(%event, $inner + %INT);
            for (String $inner : %STRINGS) {
                if (!r.fuel()) break;
                r.v(%event, $inner + %INT + $x_1);
            }""", """
            class $Exception {
                final String message;
                $Exception(String given) { message = given; }
                String getMessage() { return message + %!INT; }
            }
            $Exception $e = new $Exception(%STRING);
            r.v(%event, %INT);
            r.v(%event, $e.getMessage() + %INT);""", """
            class $Override { int object = %!INT; }
            class $Object { $Override throwable = new $Override(); }
            $Object $o = new $Object();
            r.v(%event, $o.throwable.object + %INT);
            $o.throwable.object += %INT;
            r.v(%event, $o.throwable.object);""");

    private NameShapes() {}
}
