package dev.asyncfn.processor.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.map.FacadeMap;
import dev.asyncfn.processor.map.FacadeMap.TextFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplorerPageTest {
    private static final int USUAL = 300_000;

    private static String page(String source) {
        return ExplorerPage.of(
                new FacadeMap("app.UsersAsync", new TextFile("Users.java", source), new TextFile("", ""), List.of()));
    }

    @Test
    void thePageHasTheNameOfTheFacadeAndItsMap() {
        assertThat(page("class Users {}"))
                .startsWith("<!doctype html>")
                .contains("<title>app.UsersAsync</title>")
                .contains("{\"file\":\"Users.java\",\"text\":\"class Users {}\"}");
    }

    @Test
    void whatTheSourceSaysCannotEndTheScript() {
        String text = "String s = \"</script><!-- @MAP@ $1 \\\\1\";";
        assertThat(page(text)).contains("\\u003c/script>\\u003c!-- @MAP@ $1 ").doesNotContain("\"</script><!--");
    }

    @Test
    void thePageLoadsNothing() {
        assertThat(page(""))
                .contains("default-src 'none'")
                .doesNotContain("src=\"", "<link", "@import", "fetch(", "XMLHttpRequest");
    }

    @Test
    void aUsualPageIsSmall() throws Exception {
        assertThat(Pages.of("Upload").getBytes(StandardCharsets.UTF_8).length).isLessThan(USUAL);
    }

    @Test
    void thePageOfAClassIsAlwaysTheSame() throws Exception {
        assertThat(Pages.of("Sum")).isEqualTo(Pages.of("Sum"));
    }
}
