package dev.asyncfn.samples.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Request FIRST = new Request("a", "r1", 10);
    private static final Request SECOND = new Request("b", "r2", 20);
    private static final Request TOO_MUCH = new Request("a", "r3", Auditor.LIMIT + 1);
    private static final List<Request> REQUESTS = List.of(FIRST, SECOND, TOO_MUCH);
    private static final Map<Request, String> ANSWERS = Map.of(FIRST, "kept", SECOND, "kept", TOO_MUCH, "refused");

    private static Findings compare(String a, String b) {
        return Findings.compare(REQUESTS, ANSWERS, Map.of("a", a, "b", b));
    }

    @Test
    void everythingAcknowledgedAndKeptOncePasses() {
        Findings findings = compare("balance 10 r1", "balance 20 r2");

        assertThat(findings.passed()).isTrue();
        assertThat(findings.acknowledged()).isEqualTo(2);
        assertThat(findings.refused()).isEqualTo(1);
        assertThat(findings.kept()).isEqualTo(2);
    }

    @Test
    void anAcknowledgedRequestThatIsNotKeptFails() {
        Findings findings = compare("balance 10 r1", "balance 0 ");

        assertThat(findings.passed()).isFalse();
        assertThat(findings.missing()).containsExactly("r2");
    }

    @Test
    void aRequestThatIsAppliedTwiceFails() {
        Findings findings = compare("balance 20 r1,r1", "balance 20 r2");

        assertThat(findings.passed()).isFalse();
        assertThat(findings.twice()).containsExactly("r1");
        assertThat(findings.sums()).containsExactly("a");
    }

    @Test
    void aRefusedRequestThatIsKeptFails() {
        Findings findings = compare("balance 1011 r1,r3", "balance 20 r2");

        assertThat(findings.passed()).isFalse();
        assertThat(findings.wrong()).containsExactly("r3");
    }

    @Test
    void aRequestThatAnotherAccountKeepsFails() {
        Findings findings = compare("balance 30 r1,r2", "balance 0 ");

        assertThat(findings.passed()).isFalse();
        assertThat(findings.missing()).containsExactly("r2");
        assertThat(findings.wrong()).containsExactly("r2");
    }

    @Test
    void aWrongBalanceFails() {
        Findings findings = compare("balance 11 r1", "balance 20 r2");

        assertThat(findings.passed()).isFalse();
        assertThat(findings.sums()).containsExactly("a");
    }

    @Test
    void aRequestWithoutAnAnswerFailsThoughItMayBeKept() {
        Findings findings = Findings.compare(
                REQUESTS,
                Map.of(FIRST, "kept", TOO_MUCH, "refused"),
                Map.of("a", "balance 10 r1", "b", "balance 20 r2"));

        assertThat(findings.passed()).isFalse();
        assertThat(findings.unanswered()).containsExactly("r2");
        assertThat(findings.wrong()).isEmpty();
    }

    @Test
    void anAnswerThatIsNoBalanceIsRefused() {
        assertThatThrownBy(() -> compare("later", "balance 20 r2")).isInstanceOf(IllegalArgumentException.class);
    }
}
