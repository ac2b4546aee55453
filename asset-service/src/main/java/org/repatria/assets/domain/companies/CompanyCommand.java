package org.repatria.assets.domain.companies;

import static org.repatria.assets.domain.InterestReason.*;
import static org.repatria.assets.domain.Limits.LINE_CHARS_MAX;
import static org.repatria.assets.domain.Limits.PARAGRAPH_CHARS_MAX;
import static org.repatria.assets.domain.companies.CompanyReason.*;

import java.time.LocalDate;
import java.util.List;
import org.repatria.assets.domain.AssetCommand.Place;
import org.repatria.assets.domain.CompanyId;
import org.repatria.assets.domain.Confidence;
import org.repatria.assets.domain.Identifier;
import org.repatria.assets.domain.InterestAsked;
import org.repatria.assets.domain.InterestEntry;
import org.repatria.assets.domain.InterestId;
import org.repatria.assets.domain.InterestReason.RefusedForInterest;
import org.repatria.assets.domain.companies.CompanyReason.RefusedFor;
import org.repatria.decider.Carrying;
import org.repatria.decider.Occasion;
import org.repatria.decider.input.Fresh;
import org.repatria.decider.input.InPath;
import org.repatria.decider.input.Size;
import org.repatria.policy.Act;
import org.repatria.policy.Policy;
import org.repatria.policy.Subject;
import org.repatria.policy.Verdict;

/** What may be asked of a company. */
public sealed interface CompanyCommand {

    /** Take a company on file. */
    @RefusedFor({COMPANY_ALREADY_REGISTERED, COMPANY_LIMIT_REACHED})
    record RegisterCompany(
            @Fresh("company-") CompanyId companyId,
            @Size(max = LINE_CHARS_MAX) String name,
            List<Identifier> identifiers,
            Place location,
            @Size(max = PARAGRAPH_CHARS_MAX) String source,
            Confidence confidence)
            implements CompanyCommand {}

    /**
     * A command of a person, to whom a company that is not theirs to act on is not there.
     *
     * @param act what the command is in the words of the policy, on a company that is there
     */
    record UnderPolicy(Act act, CompanyCommand command) implements CompanyCommand, Carrying {
        boolean isAllowed(Subject company, Occasion on) {
            return Policy.ofTheHouse().decide(on.by(), act, company, on.purpose()) == Verdict.ALLOWED;
        }
    }

    /** What may be asked of the holdings in a company. */
    sealed interface HoldingCommand extends CompanyCommand {

        InterestAsked asked();

        /** Record that somebody has an interest in the company. */
        @RefusedForInterest({INTEREST_ALREADY_RECORDED, INTEREST_LIMIT_REACHED})
        record RecordHolding(@Fresh("interest-") InterestId interestId, InterestEntry interest)
                implements HoldingCommand {
            @Override
            public InterestAsked asked() {
                return new InterestAsked.ToRecord(interestId, interest);
            }
        }

        /** Record that an interest in the company has ended. */
        @RefusedForInterest({INTEREST_ENDED, INTEREST_CORRECTED})
        record EndHolding(
                @InPath InterestId interestId,
                LocalDate endedOn,
                @Size(max = PARAGRAPH_CHARS_MAX) String reason) implements HoldingCommand {
            @Override
            public InterestAsked asked() {
                return new InterestAsked.ToEnd(interestId, endedOn, reason);
            }
        }

        /** Put another entry in the place of one that was wrong; the wrong one stays to be read. */
        @RefusedForInterest({INTEREST_ALREADY_RECORDED, INTEREST_CORRECTED, INTEREST_LIMIT_REACHED})
        record CorrectHolding(
                @InPath InterestId interestId,
                @Fresh("interest-") InterestId correctedBy,
                InterestEntry interest,
                @Size(max = PARAGRAPH_CHARS_MAX) String reason)
                implements HoldingCommand {
            @Override
            public InterestAsked asked() {
                return new InterestAsked.ToCorrect(interestId, correctedBy, interest, reason);
            }
        }
    }
}
