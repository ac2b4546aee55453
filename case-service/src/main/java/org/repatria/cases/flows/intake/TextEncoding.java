package org.repatria.cases.flows.intake;

import com.ibm.icu.text.CharsetDetector;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * How the characters of a file are written: UTF-8 or UTF-16. UTF-16 shows itself by its mark or its zeros. Which code
 * page another file is in can only be guessed, and a guess writes names wrong: it is named to the sender and not read.
 *
 * @param mark bytes of the byte order mark
 */
record TextEncoding(Charset charset, int mark) {

    /** Bytes at the beginning by which an encoding shows itself: a header or the first property. */
    static final int HEAD_BYTES = 64;

    /** Per cent of a guess below which nothing is said. */
    private static final int CONFIDENCE_MIN = 20;

    /** Code pages in which lists are written; their neighbours differ by a few signs only. */
    private static final Set<String> GUESSES = Set.of(
            "GB18030",
            "Big5",
            "Shift_JIS",
            "EUC-JP",
            "EUC-KR",
            "KOI8-R",
            "windows-1250",
            "windows-1251",
            "windows-1252",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1256",
            "ISO-8859-1",
            "ISO-8859-2",
            "ISO-8859-5",
            "ISO-8859-6",
            "ISO-8859-7",
            "ISO-8859-8",
            "ISO-8859-9");

    private static final List<TextEncoding> UTF_16 =
            List.of(new TextEncoding(StandardCharsets.UTF_16LE, 2), new TextEncoding(StandardCharsets.UTF_16BE, 2));

    /** The encoding of a file that begins with these bytes. */
    static TextEncoding of(byte[] head) {
        if (begins(head, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (begins(head, 0xFF, 0xFE)) {
            return UTF_16.getFirst();
        }
        if (begins(head, 0xFE, 0xFF)) {
            return UTF_16.getLast();
        }
        return new TextEncoding(withoutMark(head), 0);
    }

    /** Column names and braces are ASCII: in UTF-16 every other byte of them is zero. */
    private static Charset withoutMark(byte[] head) {
        if (head.length >= 4 && head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 4 && head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean begins(byte[] head, int... mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, bytes(mark), 0, mark.length);
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** What the bytes of another encoding look like, in words for the sender. */
    static String looks(byte[] found) {
        var detector = new CharsetDetector();
        return Arrays.stream(detector.setText(found).detectAll())
                .filter(match -> match.getConfidence() >= CONFIDENCE_MIN && GUESSES.contains(match.getName()))
                .map(match -> name(match.getName()))
                .findFirst()
                .map(name -> name.equals("windows-1252") && isPaired(found) ? "GB18030" : name)
                .map(name -> ", it looks like " + name)
                .orElse("");
    }

    /**
     * Whether all letters beyond ASCII are pairs that begin as usual Chinese characters do. Those are in GB 2312, rows
     * 16 to 55.
     */
    private static boolean isPaired(byte[] found) {
        var begun = false;
        for (var b : found) {
            var value = Byte.toUnsignedInt(b);
            if (begun ? value < 0x80 : value >= 0x80 && (value < 0xB0 || value > 0xD7)) {
                return false;
            }
            begun = !begun && value >= 0x80;
        }
        return !begun;
    }

    /** What Windows writes holds what ISO 8859 has, and is what is meant. */
    private static String name(String guess) {
        return switch (guess) {
            case "ISO-8859-1" -> "windows-1252";
            case "ISO-8859-2" -> "windows-1250";
            case "ISO-8859-7" -> "windows-1253";
            case "ISO-8859-9" -> "windows-1254";
            case "ISO-8859-8" -> "windows-1255";
            case "ISO-8859-6" -> "windows-1256";
            default -> guess;
        };
    }
}
