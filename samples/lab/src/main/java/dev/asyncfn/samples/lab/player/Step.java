package dev.asyncfn.samples.lab.player;

import dev.asyncfn.samples.lab.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One step of an execution.
 *
 * @param told what has happened, in sentences
 * @param lines that were executed, by facade
 * @param printed what the program has printed
 * @param tree who waits for whom, as JSON
 * @param tasks the tasks that were spawned, as JSON
 * @param passed the virtual time since the start
 * @param choices what may happen next
 */
record Step(
        List<String> told,
        Map<String, TreeSet<Integer>> lines,
        String printed,
        Map<String, Object> tree,
        List<Map<String, Object>> tasks,
        Duration passed,
        List<Choice> choices) {
    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("told", told);
        json.put("lines", lines);
        json.put("printed", printed);
        json.put("tree", tree);
        json.put("tasks", tasks);
        json.put("time", passed.isZero() ? "" : Words.of(passed));
        json.put(
                "choices",
                choices.stream()
                        .map(choice -> Map.of("id", choice.id(), "label", choice.label()))
                        .toList());
        return Json.of(json);
    }
}
