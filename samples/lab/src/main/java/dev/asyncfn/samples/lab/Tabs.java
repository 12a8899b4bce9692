package dev.asyncfn.samples.lab;

import java.util.LinkedHashMap;
import java.util.Map;

/** The newest program of each tab that has the lab's page. Only the tabs that were used last are known: the others compile once more. */
final class Tabs {
    /** So many programs are kept, and may be executed at a time. */
    static final int MOST = 8;

    /** A tab's newest program, under a number that no other has. */
    record Program(int id, LabCompiler.Result result) {}

    private final Map<String, Program> programs = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Program> eldest) {
            return size() > MOST;
        }
    };

    private int last;

    /** @param tab which names itself */
    synchronized Program put(String tab, LabCompiler.Result result) {
        last++;
        Program program = new Program(last, result);
        programs.put(tab, program);
        return program;
    }

    /** Null if the tab is not known any more. */
    synchronized Program newest(String tab) {
        return programs.get(tab);
    }
}
