package io.mddc.upgrade.plan;

import java.util.Comparator;
import java.util.regex.Pattern;

/** Names with numbers in the order people count: {@code core-2} before {@code core-10}. */
final class NaturalOrder implements Comparator<String> {
    private static final Pattern BORDER = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");

    @Override
    public int compare(String left, String right) {
        var lefts = BORDER.split(left, -1);
        var rights = BORDER.split(right, -1);
        for (int i = 0; i < Math.min(lefts.length, rights.length); i++) {
            int order = compareRuns(lefts[i], rights[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(lefts.length, rights.length);
    }

    private static int compareRuns(String left, String right) {
        boolean numbers = Character.isDigit(left.charAt(0)) && Character.isDigit(right.charAt(0));
        return numbers && left.length() != right.length()
                ? Integer.compare(left.length(), right.length())
                : left.compareTo(right);
    }
}
