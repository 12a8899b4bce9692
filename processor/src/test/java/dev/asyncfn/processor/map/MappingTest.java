package dev.asyncfn.processor.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the map of an async fn says. */
class MappingTest {
    private static final Mapped LOOP = Mapped.of("""
            static int sum(int n) {
                int total = 0;
                for (int i = 0; i < n; i++) {
                    total += await(read(i)).length();
                }
                return total;
            }
            """);

    private static final Mapped CLEANUP = Mapped.of("""
            static String safe(int id) {
                try {
                    return await(read(id));
                } catch (IllegalStateException e) {
                    return "none";
                } finally {
                    log(await(name(2)));
                }
            }
            """);

    @Test
    void aStateSaysWhatItAwaitsAndKeeps() {
        var state = LOOP.state("AWAIT_READ");
        assertThat(state.get("kind").asText()).isEqualTo("await");
        assertThat(state.get("awaits").get("text").asText()).isEqualTo("read(i)");
        assertThat(LOOP.source(state.get("awaits").get("source"))).isEqualTo("read(i)");
        assertThat(Mapped.texts(state.get("keeps"))).containsExactly("n", "total", "i");
        assertThat(state.get("suspends").asBoolean()).isTrue();
    }

    @Test
    void aStateSaysAllThatItRuns() {
        Mapped map = Mapped.of("""
                static void all(boolean again) throws Exception {
                    while (again) {
                        if (await(read(1)).isEmpty()) {
                            log(2);
                            continue;
                        }
                        log(3);
                    }
                    try (AutoCloseable a = null) {
                        log(await(read(4)));
                    }
                }
                """);
        assertThat(map.sources("AWAIT_READ_9"))
                .containsExactly("if (await(read(1)).isEmpty()) { log(2); continue; }", "log(3);");
        assertThat(map.sources("CLOSE_A")).containsExactly("a", "}", "}");
    }

    @Test
    void theCodeOfAStateIsItsCase() {
        assertThat(LOOP.generated(LOOP.state("AWAIT_READ").get("generated")))
                .startsWith("case AWAIT_READ: {")
                .endsWith("}");
    }

    @Test
    void aRangeOfAFnIsTheMethodAndItsFutureClass() {
        assertThat(LOOP.source(LOOP.fn().get("source")))
                .startsWith("@AsyncFn static int sum")
                .endsWith("}");
        assertThat(LOOP.generated(LOOP.fn().get("generated")))
                .startsWith("/** * The state machine of")
                .endsWith("drop(State.DROPPED); } }");
        assertThat(LOOP.fn().get("future").asText()).isEqualTo("demo.DemoAsync$SumFuture");
        assertThat(LOOP.fn().get("signature").asText()).isEqualTo("static int sum(int n)");
    }

    @Test
    void waysSayOnWhatConditionTheyAreTaken() {
        assertThat(LOOP.ways("START")).containsExactly("next LOOP");
        assertThat(LOOP.ways("LOOP")).containsExactly("jump AFTER_LOOP if not i < n", "await AWAIT_READ if i < n");
        assertThat(LOOP.ways("AWAIT_READ")).containsExactly("jump LOOP");
        assertThat(LOOP.ways("AFTER_LOOP")).containsExactly("return DONE");
        assertThat(LOOP.state("LOOP").get("kind").asText()).isEqualTo("loop");
    }

    @Test
    void conditionsThatFollowEachOtherAllHold() {
        Mapped map = Mapped.of("""
                static String both(boolean a, boolean b) {
                    if (a && await(read(1)).isEmpty() && b) {
                        log(await(name(2)));
                    }
                    return "";
                }
                """);
        assertThat(map.ways("AWAIT_READ"))
                .containsExactly(
                        "jump AFTER_IF if not await(read(1)).isEmpty()",
                        "jump AFTER_IF if await(read(1)).isEmpty() and not b",
                        "await AWAIT_NAME if await(read(1)).isEmpty() and b");
    }

    @Test
    void aSwitchSaysWhichLabelLeadsWhere() {
        Mapped map = Mapped.of("""
                static String choose(int n) {
                    switch (n) {
                        case 1, 2:
                            return await(read(n));
                        case 3:
                            log(await(read(4)));
                    }
                    return "";
                }
                """);
        assertThat(map.ways("START"))
                .hasSize(3)
                .anyMatch(way -> way.startsWith("jump") && way.endsWith("if case 1, 2"));
        assertThat(map.ways("START")).contains("jump AFTER_SWITCH if no case matches");
    }

    @Test
    void aJumpInsideAWholeStatementIsAWayOfItsOwnWithItsCondition() {
        Mapped map = Mapped.of("""
                static int skips(List<Integer> list) {
                    int sum = 0;
                    for (int i : list) {
                        if (i == 3) continue;
                        if (i == 4) break;
                        if (i < 0) {
                            return sum;
                        }
                        sum += await(read(i)).length();
                    }
                    return sum;
                }
                """);
        assertThat(map.ways("LOOP"))
                .containsExactly(
                        "jump AFTER_LOOP if no more elements",
                        "jump LOOP if there is another element and i == 3",
                        "jump AFTER_LOOP if there is another element and not i == 3 and i == 4",
                        "return DONE if there is another element and not i == 3 and not i == 4 and i < 0",
                        "await AWAIT_READ if there is another element and not i == 3 and not i == 4 and not i < 0");
        assertThat(map.takenBy("LOOP"))
                .containsExactly(
                        "int i -> next = State.AFTER_LOOP; continue;",
                        "continue; -> next = State.LOOP;",
                        "break; -> next = State.AFTER_LOOP;",
                        "return sum; -> return complete(State.DONE, sum);");
    }

    @Test
    void jumpsInLoopsAndBranchesThatAreKeptWholeSayAllThatDecides() {
        Mapped map = Mapped.of("""
                static void until(int n) {
                    outer:
                    for (int i = 0; ; i++) {
                        for (int k = 0; k < n; k++) {
                            if (k > 3) break outer;
                            if (k > 2 && n > 5) {
                                continue outer;
                            } else if (k == n) {
                                log(k);
                            } else {
                                return;
                            }
                        }
                        while (n > 6) {
                            if (n > 7) break outer;
                        }
                        log(await(read(i)));
                    }
                    log("end");
                }
                """);
        assertThat(map.ways("OUTER_LOOP_BODY"))
                .containsExactly(
                        "jump AFTER_OUTER if k < n and k > 3",
                        "jump OUTER_LOOP_UPDATE if k < n and not k > 3 and k > 2 && n > 5",
                        "return DONE if k < n and not k > 3 and not k > 2 && n > 5 and not k == n",
                        "jump AFTER_OUTER if otherwise and n > 6 and n > 7",
                        "await AWAIT_READ if otherwise and otherwise");
    }

    @Test
    void jumpsInASwitchThatIsKeptWholeSayTheirLabels() {
        Mapped map = Mapped.of("""
                static int choose(List<Integer> list) {
                    int sum = 0;
                    for (int i : list) {
                        switch (i) {
                            case 1: sum += 2; break;
                            case 2: case 3: sum++;
                            case 4: return sum;
                            default: continue;
                        }
                        sum += await(read(i)).length();
                    }
                    return sum;
                }
                """);
        assertThat(map.ways("LOOP"))
                .containsExactly(
                        "jump AFTER_LOOP if no more elements",
                        "return DONE if there is another element and case 2, 3, 4",
                        "jump LOOP if there is another element and default",
                        "await AWAIT_READ if there is another element and otherwise");
    }

    @Test
    void jumpsBehindAnAwaitedConditionAndInACatchClauseSayTheirs() {
        Mapped map = Mapped.of("""
                static int find(int n) {
                    while (true) {
                        if (await(read(n)).isEmpty()) {
                            log(n);
                            break;
                        } else if (n > 3) {
                            continue;
                        }
                        try {
                            log(n / 0);
                        } catch (ArithmeticException | ClassCastException e) {
                            if (n == 2) return 1;
                        }
                    }
                    return 0;
                }
                """);
        assertThat(map.ways("AWAIT_READ"))
                .containsExactly(
                        "jump AFTER_LOOP if await(read(n)).isEmpty()",
                        "jump LOOP_BODY if not await(read(n)).isEmpty() and n > 3",
                        "return DONE if not await(read(n)).isEmpty() and not n > 3"
                                + " and catch (ArithmeticException | ClassCastException e) and n == 2",
                        "jump LOOP_BODY if not await(read(n)).isEmpty() and not n > 3 and otherwise");
    }

    @Test
    void waysOfTwoTestsToOneStateHaveTheirOwnCode() {
        Mapped map = Mapped.of("""
                static String both(boolean a, boolean b) {
                    if (a && await(read(1)).isEmpty() && b) {
                        log(await(name(2)));
                    }
                    return "";
                }
                """);
        assertThat(Mapped.elements(map.fn().get("edges"))
                        .filter(edge -> edge.get("from").asText().equals("AWAIT_READ")
                                && edge.get("to").asText().equals("AFTER_IF"))
                        .map(edge -> edge.get("generated").toString()))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void exceptionsAndDropsLeadToHandlersAndCleanups() {
        assertThat(Mapped.texts(CLEANUP.state("AWAIT_READ").get("handlers"))).containsExactly("CATCH");
        assertThat(CLEANUP.edges("AWAIT_READ", "throws")).containsExactly("throws CATCH");
        assertThat(CLEANUP.edges("AWAIT_READ", "drop")).containsExactly("drop FINALLY");
        assertThat(CLEANUP.edges("START", "drop")).containsExactly("drop DROPPED");
        assertThat(CLEANUP.state("FINALLY").get("kind").asText()).isEqualTo("finally");
        assertThat(CLEANUP.state("CATCH").get("kind").asText()).isEqualTo("catch");
    }

    @Test
    void aWayIntoAFinallySaysWhereThatContinues() {
        Mapped map = Mapped.of("""
                static String either(int n) {
                    try {
                        if (n > 1) {
                            return await(read(n));
                        }
                        log(await(name(n)));
                    } finally {
                        log(await(read(2)));
                    }
                    return "";
                }
                """);
        String edges = map.fn().get("edges").toString();
        assertThat(edges).contains("\"sets\":[{\"variable\":\"afterFinally\",\"state\":\"AFTER_TRY\"}]");
        assertThat(edges).contains("\"exit\":\"afterFinally\"");
    }

    @Test
    void aFieldSaysWhyItIsOne() {
        var total = LOOP.field("total");
        assertThat(total.get("role").asText()).isEqualTo("local");
        assertThat(total.get("type").asText()).isEqualTo("int");
        assertThat(LOOP.source(total.get("declared"))).isEqualTo("int total = 0;");
        assertThat(total.get("why").asText())
                .isEqualTo("Assigned in lines 8, 10, read in lines 10, 12; the await of read(i) lies between.");
        assertThat(Mapped.texts(total.get("across"))).containsExactly("AWAIT_READ");
        assertThat(LOOP.source(LOOP.field("n").get("declared"))).isEqualTo("int n");
    }

    @Test
    void anOperandIsLinkedToItsExpression() {
        Mapped map = Mapped.of("""
                static String sum(int id) {
                    return (id + 1) + await(read(id));
                }
                """);
        assertThat(map.links("operand")).anyMatch(link -> link.endsWith(" <- (id + 1)"));
        assertThat(map.field("left").get("role").asText()).isEqualTo("operand");
        assertThat(map.source(map.field("left").get("declared"))).isEqualTo("(id + 1)");
    }

    @Test
    void anAwaitIsCreatedPolledAndRead() {
        assertThat(LOOP.links("create")).containsExactly("Future<String> read = Demo.read(i); <- read(i)");
        assertThat(LOOP.links("poll"))
                .containsExactly("Poll<?> polled = read.poll(cx); if (polled == Poll.pending()) return suspend("
                        + "State.AWAIT_READ, read); awaitedValue = take(polled); <- read(i)");
        assertThat(LOOP.links("value")).contains("(String) awaitedValue <- read(i)");
    }

    @Test
    void copiesAreLinkedCharByChar() {
        assertThat(LOOP.links("copy")).contains(".length() <- .length()", "(i) <- (i)");
    }

    @Test
    void whatIsLetGoIsLinkedToItsDeclaration() {
        Mapped map = Mapped.of("""
                static String later(String text) {
                    log(text);
                    return await(read(1));
                }
                """);
        assertThat(map.links("letGo")).containsExactly("text = null; // last use <- String text");
        assertThat(map.field("text").get("letGo")).hasSize(1);
    }

    @Test
    void aVariableThatIsNoFieldSaysWhyNot() {
        Mapped map = Mapped.of("""
                static int one(int unused) {
                    int n = await(read(1)).length();
                    return n;
                }
                """);
        assertThat(map.fn().get("locals").toString())
                .contains("\"unused\",\"why\":\"The body never uses it.\"")
                .contains("\"n\",\"why\":\"One state uses it, and no await stands between its uses.\"");
    }

    @Test
    void anAsyncBlockHasAMapOfItsOwn() {
        Mapped map = Mapped.of("""
                static String pair(int id) {
                    Future<String> later = Async.async(() -> await(read(id)) + "!");
                    return await(later) + await(name(2));
                }
                """);
        var fns = map.fns();
        assertThat(fns).hasSize(2);
        assertThat(fns.get(0).get("future").asText()).isEqualTo("demo.DemoAsync$PairFuture");
        assertThat(fns.get(1).get("name").asText()).isEqualTo("pair.LaterBlock");
        assertThat(fns.get(1).get("future").asText()).isEqualTo("demo.DemoAsync$PairFuture$LaterBlock");
        assertThat(map.source(fns.get(1).get("source")))
                .contains("await(read(id))")
                .doesNotContain("name(2)");
        assertThat(fns.get(1).get("fields").get(0).get("why").asText()).startsWith("What the lambda captured");
        assertThat(map.generated(fns.get(1).get("generated"))).startsWith("/**").endsWith("}");
        assertThat(fns.get(0).get("states").toString()).doesNotContain("\"text\":\"read(id)\"");
    }

    @Test
    void theSameSourceHasTheSameMap() {
        String method = "static String one() {\n    return await(read(1)) + \"\\u2028\";\n}\n";
        assertThat(Mapped.text(method)).isEqualTo(Mapped.text(method));
    }
}
