package io.mddc.upgrade.controlcenter.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettingDifferenceTest {
    @Test
    void namesEachKeyWithWhatItWasAndIs() {
        assertThat(
                        SettingDifference.of(
                                "{\"archiveDepth\":5,\"engines\":[{\"name\":\"a\"},{\"name\":\"b\"}],\"old\":true,\"same\":1}",
                                "{\"archiveDepth\":6,\"engines\":[{\"name\":\"a\"},{\"name\":\"c\"}],\"fresh\":null,\"same\":1}"))
                .isEqualTo("archiveDepth from 5 to 6, engines[1].name from \"b\" to \"c\", fresh from nothing to null,"
                        + " old from true to nothing");
    }

    @Test
    void shortensLongValuesAndLongLists() {
        assertThat(SettingDifference.of("\"x\"", "\"" + "y".repeat(100) + "\""))
                .isEqualTo("the document from \"x\" to \"" + "y".repeat(59) + "…");
        assertThat(SettingDifference.of(numbers(1), numbers(2))).endsWith("k7 from 1 to 2 and 1 more");
    }

    @Test
    void saysThatALongDocumentWasNotKept() {
        assertThat(SettingDifference.of("", "{}")).isEqualTo("the document is too long to show what");
    }

    private static String numbers(int value) {
        return IntStream.rangeClosed(0, 8)
                .mapToObj(n -> "\"k" + n + "\":" + value)
                .collect(Collectors.joining(",", "{", "}"));
    }
}
