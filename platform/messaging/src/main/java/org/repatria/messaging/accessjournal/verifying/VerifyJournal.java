package org.repatria.messaging.accessjournal.verifying;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The command {@code ./repatria verify-journal FILE}: reads one export and nothing else. */
public final class VerifyJournal {

    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int UNREADABLE = 2;

    private VerifyJournal() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /**
     * Verifies the file and gives the exit code. It is 0 when the file is whole, 1 when it is not, 2 when there is
     * nothing that could be verified.
     */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length != 1) {
            err.println("verify-journal takes one file: an export of the access journal");
            return UNREADABLE;
        }
        try (var file = Files.newInputStream(Path.of(arguments[0]))) {
            return tell(JournalVerifier.verify(file), out);
        } catch (NoSuchFileException _) {
            err.println("there is no file " + arguments[0]);
            return UNREADABLE;
        } catch (IOException e) {
            err.println("the file cannot be read: " + e.getMessage());
            return UNREADABLE;
        }
    }

    private static int tell(Verdict verdict, PrintStream out) {
        if (!verdict.whole()) {
            verdict.findings().forEach(out::println);
            return BROKEN;
        }
        out.println("whole: " + counted(verdict.entries(), "entry", "entries") + " in "
                + counted(verdict.chains(), "chain", "chains"));
        if (!verdict.follows().isEmpty()) {
            out.println("the first chain follows " + verdict.follows() + ", which is not in this file");
        }
        return WHOLE;
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
