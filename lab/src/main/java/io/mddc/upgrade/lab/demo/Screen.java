package io.mddc.upgrade.lab.demo;

import java.io.PrintStream;
import java.util.Locale;

/** Where the demo speaks: lines that stay, and below them one that is written anew. */
interface Screen {
    void line(String text);

    /** Written over by whatever comes next; says nothing where lines cannot be taken back. */
    void status(String text);

    /** A bar of twenty characters. */
    static String bar(double share) {
        int full = (int) Math.round(Math.max(0, Math.min(1, share)) * 20);
        return "█".repeat(full) + "░".repeat(20 - full) + String.format(Locale.ROOT, " %3.0f %%", share * 100);
    }

    /** For files and pipes. */
    static Screen plain(PrintStream out) {
        return new Plain(out);
    }

    static Screen terminal(PrintStream out) {
        return new Terminal(out);
    }

    /** Lines only. */
    final class Plain implements Screen {
        private final PrintStream out;

        private Plain(PrintStream out) {
            this.out = out;
        }

        @Override
        public synchronized void line(String text) {
            out.println(text);
        }

        @Override
        public void status(String text) {
            // a file or a pipe cannot be written over
        }
    }

    /** Keeps one line at the bottom. */
    final class Terminal implements Screen {
        private static final String CLEAR = "\r\u001b[2K";

        private final PrintStream out;
        private String status = "";

        private Terminal(PrintStream out) {
            this.out = out;
        }

        @Override
        public synchronized void line(String text) {
            out.print(CLEAR + text + "\n" + status);
            out.flush();
        }

        @Override
        public synchronized void status(String text) {
            status = text;
            out.print(CLEAR + text);
            out.flush();
        }
    }
}
