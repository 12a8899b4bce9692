package dev.asyncfn.processor.fuzz;

import java.util.Map;

/** Defines the classes of one batch, whose steps are counted; what they are written with comes from the parent. */
final class ProgramLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    ProgramLoader(Map<String, byte[]> classes) {
        super(ProgramLoader.class.getClassLoader());
        this.classes = classes;
        setDefaultAssertionStatus(true);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        byte[] counting = StepCounting.in(bytes);
        return defineClass(name, counting, 0, counting.length);
    }
}
