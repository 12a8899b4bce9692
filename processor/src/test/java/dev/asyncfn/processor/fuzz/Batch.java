package dev.asyncfn.processor.fuzz;

import dev.asyncfn.processor.symbols.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Compiles and runs many programs at once. */
final class Batch {
    /**
     * What became of a program.
     *
     * @param invalidity why it is not valid
     * @param failure null if its future means what its body means
     * @param valid whether javac accepts the program itself; if not the generator, or the shrinking, is at fault
     */
    record Verdict(
            Program program,
            boolean valid,
            Failure failure,
            String invalidity,
            String generated,
            int drops,
            int comparedDrops) {

        static Verdict invalid(Program program, String errors) {
            return new Verdict(program, false, null, errors, "", 0, 0);
        }

        static Verdict failed(Program program, Failure failure, String generated) {
            return new Verdict(program, true, failure, "", generated, 0, 0);
        }

        static Verdict of(Program program, Comparison comparison, Failure failure, String generated) {
            return new Verdict(program, true, failure, "", generated, comparison.drops(), comparison.comparedDrops());
        }

        /** A future that does what its body does may still refer to something else. */
        Verdict with(List<Difference> differences) {
            Failure other = Failure.symbols(differences);
            return valid && failure == null
                    ? new Verdict(program, true, other, invalidity, generated, drops, comparedDrops)
                    : this;
        }

        /** Whether the processor is at fault. */
        boolean fails() {
            return valid && failure != null;
        }

        /** All there is to know of a failure. */
        String describe() {
            return failure.kind() + ", seed " + program.seed() + ": " + failure.details() + "\n---- program\n"
                    + program.print("P") + "---- generated\n" + generated;
        }
    }

    private final BatchCompiler compiler;

    Batch(BatchCompiler compiler) {
        this.compiler = compiler;
    }

    /** In the order of the programs. If javac fails on some, that is looked for in the halves. */
    List<Verdict> judge(List<Program> programs) {
        return judge(programs, true);
    }

    /**
     * The same.
     *
     * @param symbols whether they are compared, too
     */
    List<Verdict> judge(List<Program> programs, boolean symbols) {
        try {
            return judgeAtOnce(programs, symbols);
        } catch (BatchCompiler.Crash e) {
            if (programs.size() == 1) {
                return List.of(crashed(programs.get(0), e));
            }
            int half = programs.size() / 2;
            List<Verdict> verdicts = new ArrayList<>(judge(programs.subList(0, half), symbols));
            verdicts.addAll(judge(programs.subList(half, programs.size()), symbols));
            return verdicts;
        }
    }

    /** The processor is innocent if javac fails without it too. */
    private Verdict crashed(Program program, BatchCompiler.Crash crash) {
        try {
            compiler.check(Map.of("P", program.print("P")));
            return Verdict.failed(program, Failure.uncompilable(crash.getMessage()), "");
        } catch (BatchCompiler.Crash same) {
            return Verdict.invalid(program, same.getMessage());
        }
    }

    private List<Verdict> judgeAtOnce(List<Program> programs, boolean symbols) {
        Map<String, Program> byName = new LinkedHashMap<>();
        Map<String, String> sources = new TreeMap<>();
        for (Program program : programs) {
            String name = "P" + byName.size();
            byName.put(name, program);
            sources.put(name, program.print(name));
        }
        Map<String, Verdict> verdicts = new TreeMap<>();
        leaveOutInvalid(byName, sources, verdicts);
        Compilation compilation =
                compile(byName, sources, verdicts, symbols ? compiler::processAndCompare : compiler::process);
        ProgramLoader loader = new ProgramLoader(compilation.classes());
        sources.keySet().forEach(name -> verdicts.put(name, run(name, byName.get(name), compilation, loader)));
        compilation
                .differences()
                .forEach((name, differences) ->
                        verdicts.computeIfPresent(name, (n, verdict) -> verdict.with(differences)));
        return new ArrayList<>(byName.keySet().stream().map(verdicts::get).toList());
    }

    /** First, since one program that javac itself rejects wastes the processor's work on all the others. */
    private void leaveOutInvalid(
            Map<String, Program> programs, Map<String, String> sources, Map<String, Verdict> verdicts) {
        compiler.check(sources).errors().forEach((name, errors) -> {
            verdicts.put(name, Verdict.invalid(programs.get(name), errors));
            sources.remove(name);
        });
    }

    /** Takes out those whose futures do not compile, until the rest does. */
    private Compilation compile(
            Map<String, Program> programs,
            Map<String, String> sources,
            Map<String, Verdict> verdicts,
            Function<Map<String, String>, Compilation> processor) {
        Compilation compilation = processor.apply(sources);
        while (!compilation.succeeded()) {
            for (Map.Entry<String, String> error : compilation.errors().entrySet()) {
                String name = error.getKey();
                Failure failure = Failure.uncompilable(error.getValue());
                verdicts.put(name, Verdict.failed(programs.get(name), failure, compilation.futureOf(name)));
                sources.remove(name);
            }
            compilation = processor.apply(sources);
        }
        return compilation;
    }

    /** @param compilation of this program, perhaps among others, without an error */
    static Verdict run(String name, Program program, Compilation compilation, ProgramLoader loader) {
        String generated = compilation.futureOf(name);
        try {
            Class<?> loaded = loader.loadClass("fuzz." + name);
            String error = verificationError("fuzz." + name, compilation, loader);
            if (error != null) {
                return Verdict.invalid(program, error);
            }
            for (String facade : compilation.generatedFrom(name).keySet()) {
                error = verificationError(facade, compilation, loader);
                if (error != null) {
                    return Verdict.failed(program, Failure.of(Failure.Kind.UNVERIFIABLE, error), generated);
                }
            }
            Comparison comparison = new Comparison(loaded, program.seed());
            return Verdict.of(program, comparison, comparison.run(), generated);
        } catch (NoSuchMethodException e) {
            return Verdict.invalid(program, "shrunk too far: " + e.getMessage());
        } catch (Comparison.EndlessProgram e) {
            return Verdict.invalid(program, "does not end");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(program.print(name), e);
        }
    }

    /** What the virtual machine says of classes that javac compiles wrongly, or null: javac 17 does so now and then. */
    private static String verificationError(String topLevel, Compilation compilation, ProgramLoader loader)
            throws ClassNotFoundException {
        for (String name : compilation.classes().keySet()) {
            if (name.equals(topLevel) || name.startsWith(topLevel + "$")) {
                try {
                    Class.forName(name, true, loader);
                } catch (VerifyError e) {
                    return e.getMessage();
                }
            }
        }
        return null;
    }
}
