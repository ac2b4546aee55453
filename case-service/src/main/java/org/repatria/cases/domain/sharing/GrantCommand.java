package org.repatria.cases.domain.sharing;

import static org.repatria.cases.domain.CaseReason.*;

import java.time.LocalDate;
import java.util.Optional;
import org.repatria.cases.domain.access.NamedOfficer;
import org.repatria.decider.input.Fresh;
import org.repatria.decider.input.InPath;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;

/** What may be asked about who sees a compartment. */
public sealed interface GrantCommand extends SharingCommand {

    /** An officer may see a compartment up to a day. */
    @RefusedFor({GRANT_INCOMPLETE, GRANT_TO_ONESELF, GRANT_EXISTS, WRONG_OFFICER, CONFLICT_OF_INTEREST, SHARING_FULL})
    record GrantCompartment(
            @Fresh("grant-") String grantId,
            @Printed @Size(min = 1, max = 120) NamedOfficer officer,
            Compartment compartment,
            @Size(min = 1, max = 2_000) String reasons,
            LocalDate lastDay)
            implements GrantCommand {}

    /** A grant, or what a broken glass opened, is taken back. */
    @RefusedFor({GRANT_NOT_FOUND, GRANT_INCOMPLETE, WRONG_OFFICER})
    record WithdrawGrant(@InPath String grantId, Optional<@Size(max = 4000) String> reasons) implements GrantCommand {}

    /** Who acts opens a compartment alone and at once, for a short time, and everybody concerned is told. */
    @RefusedFor({GRANT_INCOMPLETE, GRANT_IN_FORCE, GRANT_EXISTS, WRONG_OFFICER, CONFLICT_OF_INTEREST, SHARING_FULL})
    record BreakGlass(
            @Fresh("grant-") String grantId,
            Compartment compartment,
            @Size(min = 1, max = 2_000) String reasons) implements GrantCommand {}
}
