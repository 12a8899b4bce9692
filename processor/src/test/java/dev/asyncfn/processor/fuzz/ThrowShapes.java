package dev.asyncfn.processor.fuzz;

import java.util.List;
import java.util.Map;

/** Exceptions whose types javac finds out: rethrown precisely, of several classes, of a choice, of a type parameter. */
final class ThrowShapes {
    static final Map<String, String> MEMBERS = Map.of("Sharp(", """
            interface Told {
                int told();
            }

            static final class Sharp extends Exception implements Told {
                private final int kept;

                Sharp(int kept) {
                    this.kept = kept;
                }

                @Override
                public int told() {
                    return kept;
                }
            }

            static final class Flat extends RuntimeException implements Told {
                int kept;

                Flat(int kept) {
                    this.kept = kept;
                }

                @Override
                public int told() {
                    return -kept;
                }
            }""", "raise(", """
            static <E extends Exception> void raise(E e) throws E {
                if (e != null) throw e;
            }""", "attempt(", """
            interface Attempted<T, E extends Exception> {
                T get() throws E;
            }

            static <T, E extends Exception> T attempt(Attempted<T, E> attempted) throws E {
                return attempted.get();
            }""");

    static final List<String> PLAIN = List.of("""
            if (%BOOLEAN) throw %BOOLEAN ? r.boom(%event) : new IllegalStateException(%STRING);
            r.v(%event, %INT);""", """
            if (%BOOLEAN) throw switch (%INT) {
                case 0 -> r.boom(%event);
                case 1 -> { r.v(%event, %INT); yield new IllegalArgumentException(); }
                default -> new ArithmeticException(%STRING);
            };""", """
            $P.raise((IllegalStateException) null);
            r.v(%event, $P.attempt(() -> %>INT) + %INT);""");

    static final List<String> CHECKED = List.of("""
            try {
                r.enter(%n, %BOOLEAN);
                %some
            } catch (Exception $e) {
                r.caught(%n, $e);
                r.v(%event, %INT);
                throw $e;
            }""", """
            try {
                r.enter(%n, %BOOLEAN);
                r.v(%event, %INT);
            } catch (final Throwable $t) {
                r.caught(%n, $t);
                r.v(%event, %INT);
                if (%BOOLEAN) throw $t;
            }""", """
            try {
                r.enter(%n, %BOOLEAN);
                r.v(%event, %INT);
            } catch (Boom | Checked $e) {
                r.caught(%n, $e);
                var $x = $e;
                r.v(%event, %INT);
                r.v(%event, $x.getMessage());
                throw $e;
            }""", """
            if (%BOOLEAN) throw %BOOLEAN ? new Checked(%STRING) : new Checked("other");
            r.v(%event, %INT);""", """
            $P.<Checked>raise(%BOOLEAN ? new Checked(%STRING) : null);
            $P.raise(%BOOLEAN ? null : new Checked(%STRING));
            r.v(%event, %INT);""", """
            r.v(%event, $P.<Integer, Checked>attempt(() -> { if (%>BOOLEAN) throw new Checked("in it"); return %>INT; }) + %INT);""");

    static final List<String> GUARDED = List.of("""
            try {
                try {
                    r.enter(%n, %BOOLEAN);
                    r.v(%event, %INT);
                } catch (Exception $e) {
                    r.caught(%n, $e);
                    r.v(%event, %INT);
                    throw $e;
                } finally {
                    %some
                }
            } catch (Checked $c) {
                r.caught(%n, $c);
                r.v(%event, $c.getMessage());
            }""", """
            try {
                try {
                    r.enter(%n, %BOOLEAN);
                    r.v(%event, %INT);
                } catch (Throwable $t) {
                    r.caught(%n, $t);
                    r.v(%event, %INT);
                    if (%BOOLEAN) throw $t;
                }
            } catch (Checked | Boom $c) {
                r.caught(%n, $c);
                Exception $x = $c;
                r.v(%event, %INT);
                r.v(%event, $x.getMessage());
            }""", """
            try {
                r.enter(%n);
                if (%BOOLEAN) throw new Sharp(%INT);
                if (%BOOLEAN) throw new Flat(%INT);
                r.v(%event, %INT);
            } catch (Sharp | Flat $e) {
                r.caught(%n, $e);
                r.v(%event, %INT);
                r.v(%event, $e.told() + %INT);
                $P.Told $t = $e;
                r.v(%event, $t.told() + %INT);
            }""", """
            try {
                r.enter(%n);
                if (%BOOLEAN) throw new Sharp(%INT);
                if (%BOOLEAN) throw new Flat(%INT);
                r.v(%event, %INT);
            } catch (Sharp | Flat $e) {
                r.caught(%n, $e);
                var $x = $e;
                java.util.function.IntSupplier $f = () -> $e.told() + $x.told();
                r.v(%event, %INT);
                r.v(%event, $f.getAsInt() + $x.told() + %INT);
            }""", """
            try {
                r.enter(%n);
                throw %BOOLEAN ? new Sharp(%INT) : new Flat(%INT);
            } catch (Exception $e) {
                r.caught(%n, $e);
                r.v(%event, %INT);
                if ($e instanceof $P.Told $t) r.v(%event, $t.told() + %INT);
                if ($e instanceof RuntimeException $x && %BOOLEAN) throw $x;
            }""", """
            try {
                r.enter(%n, %BOOLEAN);
                $P.raise(%BOOLEAN ? new Checked(%STRING) : null);
                r.v(%event, $P.attempt(() -> { if (%>BOOLEAN) throw new Checked("in it"); return %>INT; }) + %INT);
            } catch (Checked $e) {
                r.caught(%n, $e);
                r.v(%event, $e.getMessage() + %INT);
            }""", """
            RuntimeException $kept = null;
            try {
                r.enter(%n);
                %some
                r.v(%event, %INT);
                r.fails(%BOOLEAN);
            } catch (RuntimeException $e) {
                r.caught(%n, $e);
                $kept = $e;
                $e = new IllegalStateException($e);
                r.v(%event, %INT);
                r.v(%event, $e.getCause() == $kept);
            } finally {
                r.v(%event, %INT);
                r.log($kept == null ? "none" : "kept");
            }""", """
            try {
                r.enter(%n);
                throw new Object() {
                    RuntimeException made(int given) { return given > 1 ? r.boom("made") : new IllegalStateException(); }
                }.made(%INT);
            } catch (IllegalStateException | Boom $e) {
                r.caught(%n, $e);
                r.v(%event, %INT);
            }""");

    private ThrowShapes() {}
}
