package org.repatria.assets.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.Claim;
import org.repatria.assets.domain.ClaimChange;
import org.repatria.assets.domain.ClaimClocks;
import org.repatria.assets.domain.ClaimId;
import org.repatria.assets.domain.ClaimStatus;
import org.repatria.assets.domain.Claimant;
import org.repatria.assets.domain.Fraction;
import org.repatria.assets.domain.Money;
import org.repatria.assets.domain.OrderId;
import org.repatria.assets.domain.Reserve;
import org.repatria.assets.domain.Right;
import org.repatria.clocks.Clock;

/** The claims on an asset, and what is kept for them, for those who may know claimants. */
record ClaimsFile(List<File> claims, Reserve reserve) {

    static final String EXAMPLE = """
            {"claims": [{"id": "claim-7k2m9s6t1v5x8y0a3c7e1g5q2", "state": "UPHELD_PART",
              "claimant": {"interestId": "interest-5g8r3n0u7w2y6z9a1c4e8g2k6"}, "right": "LIEN_HOLDER",
              "amount": {"amount": "500000.00", "currency": "USD"}, "filedOn": "2015-07-02",
              "replyBy": "2015-08-03", "awardedAmount": {"amount": "488310.55", "currency": "USD"},
              "steps": [{"id": "step-7k2m9s6t1v5x8y0a3c7e1g5q2", "to": "FILED", "on": "2015-07-02",
               "particulars": {"paper": "Verified claim of the bank", "replyBy": "2015-08-03"},
               "recordedAt": "2015-07-03T09:00:00Z"}],
              "clocks": [{"clockId": "clk-c-1", "rule": "CLK-FORF-COMPLAINT-US", "instrument": "18 U.S.C. 983(a)(3)(A)",
               "source": "law.cornell.edu, 18 U.S.C. 983(a)(3)(A)", "kind": "HARD", "bearer": "STATE",
               "state": "RUNNING", "orderId": "order-2d5n0j7q4r9s3v6w8x1y5z7m0", "trigger": "claim.FILED",
               "startedOn": "2015-07-02", "zone": "America/New_York", "lastDay": "2015-09-30",
               "actBy": "2015-09-30", "warnings": ["2015-09-10", "2015-09-20", "2015-09-27"],
               "nextAt": "2015-09-10T04:00:00Z"}],
              "times": [{"clockId": "clk-h-2", "rule": "CLK-CLAIM-US-ADM", "lastDay": "2015-07-20", "inTime": true}]}],
             "reserve": {"share": {"parts": 0, "of": 1},
              "amounts": [{"amount": "488310.55", "currency": "USD"}],
              "kept": [{"valuation": {"number": 1, "kind": "MARKET_APPRAISAL",
                "value": {"amount": "1850000.00", "currency": "USD"}, "valuedOn": "2015-03-10",
                "method": "comparable sales", "valuer": "Lake Appraisers", "basis": "GROSS",
                "recordedAt": "2015-03-11T09:00:00Z", "liens": []},
               "reserved": {"amount": "488310.55", "currency": "USD"},
               "free": {"amount": "1361689.45", "currency": "USD"}}]}}""";

    /**
     * A claim with what became of it.
     *
     * @param state where it stands
     * @param replyBy the day by which it is answered, or on which it is heard, as it was said last
     * @param awardedShare the share of the asset that is the claimant's
     * @param awardedAmount the amount that is the claimant's
     * @param steps its life, in the order in which it was recorded
     * @param clocks the clocks that it started
     * @param noClock why it started none, where one might have been expected
     * @param times within which it had to be filed: from notice to its claimant, or else from publication
     */
    record File(
            ClaimId id,
            ClaimStatus state,
            Claimant claimant,
            Right right,
            Optional<Fraction> share,
            Optional<Money> amount,
            Optional<OrderId> answers,
            Optional<ClaimId> samePartAs,
            LocalDate filedOn,
            Optional<LocalDate> replyBy,
            Optional<Fraction> awardedShare,
            Optional<Money> awardedAmount,
            List<ClaimChange> steps,
            List<ClockFile> clocks,
            Optional<ClaimClocks.Without> noClock,
            List<Time> times) {
        static File of(Claim claim, Registered asset) {
            return new File(
                    claim.id(),
                    claim.status(),
                    claim.claimant(),
                    claim.right(),
                    claim.share(),
                    claim.amount(),
                    claim.answers(),
                    claim.samePartAs(),
                    claim.filedOn(),
                    claim.replyBy(),
                    claim.awardedShare(),
                    claim.awardedAmount(),
                    claim.changes(),
                    ClaimClocks.of(claim, asset).stream()
                            .map(ClockFile::ofClaim)
                            .toList(),
                    ClaimClocks.without(claim, asset),
                    ClaimClocks.timesFor(claim, asset).stream()
                            .map(clock -> Time.of(clock, claim))
                            .toList());
        }
    }

    /**
     * A time within which a claim had to be filed.
     *
     * @param clockId of the clock of its order
     * @param inTime whether it was; a court decides what follows
     */
    record Time(String clockId, String rule, LocalDate lastDay, boolean inTime) {
        static Time of(Clock clock, Claim claim) {
            var lastDay = clock.effective().lastDay();
            return new Time(
                    clock.id(), clock.rule().id(), lastDay, !claim.filedOn().isAfter(lastDay));
        }
    }

    static ClaimsFile of(Registered asset) {
        return new ClaimsFile(
                asset.claims().stream().map(claim -> File.of(claim, asset)).toList(), Reserve.of(asset));
    }
}
