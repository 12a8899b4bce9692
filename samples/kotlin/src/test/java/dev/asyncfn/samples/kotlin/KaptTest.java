package dev.asyncfn.samples.kotlin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A project of Java and Kotlin, in which kapt runs the processor: see the pom. */
class KaptTest {
    @Test
    void kotlinUsesTheFacadeOfAnAsyncFnThatUsesKotlin() {
        assertThat(DirectoryKt.describeAll(List.of(3, 12))).containsExactly("user 3, 6 letters", "user 12, 7 letters");
    }

    @Test
    void theTextAboutLinesIsAmongTheClasses() {
        assertThat(Users.class.getResource("/META-INF/asyncfn/" + Users.class.getName() + "Async.lines"))
                .isNotNull();
    }

    @Test
    void theMethodItselfBlocks() {
        assertThat(Users.describe(3)).isEqualTo(Async.blockOn(UsersAsync.describe(3)));
    }
}
