package io.mddc.upgrade.cluster;

import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The published orders of versions. */
public enum VersionOrder implements Comparator<Version> {
    /** Debian Policy 5.6.12: epoch, upstream, revision; {@code ~} sorts before everything, even the end. */
    DEBIAN {
        @Override
        public int compare(Version left, Version right) {
            int byEpoch = Integer.compare(left.epoch(), right.epoch());
            if (byEpoch != 0) {
                return byEpoch;
            }
            int byUpstream = compareParts(left.upstream(), right.upstream());
            return byUpstream != 0 ? byUpstream : compareParts(left.revision(), right.revision());
        }
    },
    /** Numbers between dots, what is missing counting as 0; any other character only breaks a tie, as text. */
    DOTTED {
        @Override
        public int compare(Version left, Version right) {
            var lefts = left.value().split("\\D+", -1);
            var rights = right.value().split("\\D+", -1);
            for (int i = 0; i < Math.max(lefts.length, rights.length); i++) {
                int order = compareNumbers(i < lefts.length ? lefts[i] : "", i < rights.length ? rights[i] : "");
                if (order != 0) {
                    return order;
                }
            }
            return left.value().compareTo(right.value());
        }
    },
    /** As rpm compares: epoch, version, release; {@code ~} before the end, {@code ^} just behind it, letters before numbers. */
    RPM {
        @Override
        public int compare(Version left, Version right) {
            int byEpoch = Integer.compare(left.epoch(), right.epoch());
            if (byEpoch != 0) {
                return byEpoch;
            }
            int byVersion = compareWords(left.upstream(), right.upstream());
            return byVersion != 0 ? byVersion : compareWords(left.revision(), right.revision());
        }
    },
    /** As Windows Installer compares: the first three numbers, and nothing behind them. */
    MSI {
        @Override
        public int compare(Version left, Version right) {
            var lefts = left.upstream().split("\\D+", -1);
            var rights = right.upstream().split("\\D+", -1);
            for (int i = 0; i < MSI_FIELDS; i++) {
                int order = compareNumbers(i < lefts.length ? lefts[i] : "", i < rights.length ? rights[i] : "");
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    };

    private static final int MSI_FIELDS = 3;
    private static final Pattern WORD = Pattern.compile("~|\\^|[0-9]+|[A-Za-z]+");

    /** RPM's walk: words of one kind each; what separates them does not count. */
    private static int compareWords(String left, String right) {
        var lefts = words(left);
        var rights = words(right);
        for (int i = 0; i < Math.max(lefts.size(), rights.size()); i++) {
            int order = compareWord(i < lefts.size() ? lefts.get(i) : "", i < rights.size() ? rights.get(i) : "");
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static int compareWord(String left, String right) {
        int byKind = Integer.compare(kind(left), kind(right));
        if (byKind != 0) {
            return byKind;
        }
        return !left.isEmpty() && isDigit(left.charAt(0)) ? compareNumbers(left, right) : left.compareTo(right);
    }

    /** Tilde, the end, caret, letters, a number. */
    private static int kind(String word) {
        if (word.isEmpty()) {
            return 1;
        }
        char c = word.charAt(0);
        if (isDigit(c)) {
            return 4;
        }
        return c == '~' ? 0 : c == '^' ? 2 : 3;
    }

    /** Debian's walk: a run of non-digits, then a run of digits, in turn, until they differ. */
    private static int compareParts(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() || j < right.length()) {
            int iEnd = endOfRun(left, i, false);
            int jEnd = endOfRun(right, j, false);
            int byText = compareText(left.substring(i, iEnd), right.substring(j, jEnd));
            if (byText != 0) {
                return byText;
            }
            i = endOfRun(left, iEnd, true);
            j = endOfRun(right, jEnd, true);
            int byNumber = compareNumbers(left.substring(iEnd, i), right.substring(jEnd, j));
            if (byNumber != 0) {
                return byNumber;
            }
        }
        return 0;
    }

    private static int endOfRun(String text, int from, boolean digits) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end)) == digits) {
            end++;
        }
        return end;
    }

    private static int compareText(String left, String right) {
        for (int i = 0; i < Math.max(left.length(), right.length()); i++) {
            int order = Integer.compare(weight(left, i), weight(right, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Tilde before the end, the end before letters, letters before all else. */
    private static int weight(String text, int index) {
        if (index >= text.length()) {
            return 0;
        }
        char c = text.charAt(index);
        if (c == '~') {
            return -1;
        }
        return Character.isLetter(c) ? c : c + 256;
    }

    /** Compares without overflow: more digits after the leading zeros is more. */
    private static int compareNumbers(String left, String right) {
        var a = left.replaceFirst("^0+", "");
        var b = right.replaceFirst("^0+", "");
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
