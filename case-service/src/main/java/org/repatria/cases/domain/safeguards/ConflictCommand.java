package org.repatria.cases.domain.safeguards;

/** What may be asked about conflicts of interest. */
public sealed interface ConflictCommand extends SafeguardCommand {

    /** A person has an interest of their own in the case; anybody may say it of themselves. */
    record MarkConflict(String officer, String reasons) implements ConflictCommand {}

    /** The interest is no more; never said by the person concerned. */
    record UnmarkConflict(String officer, String reasons) implements ConflictCommand {}
}
