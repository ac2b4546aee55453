package org.repatria.local.story;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/** Rows in aligned columns, for terminals: Chinese characters take two columns there, marks none. */
final class Table {

    private static final String LEFT_TO_RIGHT_MARK = "\u200e";
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    void add(List<String> cells) {
        List<String> shortened = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            int max = column == cells.size() - 1 ? Limits.LAST_CELL_COLUMNS_MAX : Limits.CELL_COLUMNS_MAX;
            shortened.add(oneLine(cells.get(column), max));
        }
        rows.add(List.copyOf(shortened));
    }

    List<String> lines() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(cell);
            if (column < row.size() - 1) {
                // Without the mark a terminal would carry the direction of an Arabic name over to the next column.
                line.append(isRightToLeft(cell) ? LEFT_TO_RIGHT_MARK : "")
                        .append(" ".repeat(widths[column] - width(cell)))
                        .append(GAP);
            }
        }
        return line.toString();
    }

    private static String oneLine(String cell, int max) {
        String flat = cell.replaceAll("\\s+", " ").strip();
        StringBuilder shortened = new StringBuilder();
        int width = 0;
        for (int point : flat.codePoints().toArray()) {
            width += width(point);
            if (width > max) {
                return shortened.append('…').toString();
            }
            shortened.appendCodePoint(point);
        }
        return flat;
    }

    static int width(String text) {
        return text.codePoints().map(Table::width).sum();
    }

    private static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return switch (UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> 2;
            default -> (point >= 0x3000 && point <= 0x303F) || (point >= 0xFF01 && point <= 0xFF60) ? 2 : 1;
        };
    }

    private static boolean isRightToLeft(String text) {
        return text.codePoints()
                .mapToObj(UnicodeScript::of)
                .anyMatch(script -> script == UnicodeScript.ARABIC || script == UnicodeScript.HEBREW);
    }
}
