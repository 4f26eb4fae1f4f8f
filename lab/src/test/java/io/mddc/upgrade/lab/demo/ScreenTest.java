package io.mddc.upgrade.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void writesLinesOnlyWhereTheyCannotBeTakenBack() {
        var screen = Screen.plain(out);

        screen.status("half way");
        screen.line("core-1 drains");

        assertThat(text()).isEqualTo("core-1 drains" + System.lineSeparator());
    }

    @Test
    void keepsTheStatusBelowTheLinesOfATerminal() {
        var screen = Screen.terminal(out);

        screen.status("half way");
        screen.line("core-1 drains");

        assertThat(text()).isEqualTo("\r\u001b[2Khalf way\r\u001b[2Kcore-1 drains\nhalf way");
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
