package dev.asyncfn.processor.fuzz;

import dev.asyncfn.processor.differential.CompiledClassLoader;
import java.util.Map;

/** Defines the classes of one batch, whose steps are counted. */
final class ProgramLoader extends CompiledClassLoader {
    ProgramLoader(Map<String, byte[]> classes) {
        super(classes);
        setDefaultAssertionStatus(true);
    }

    @Override
    protected byte[] changed(byte[] bytes) {
        return StepCounting.in(bytes);
    }
}
