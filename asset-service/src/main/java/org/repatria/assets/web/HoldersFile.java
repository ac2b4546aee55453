package org.repatria.assets.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.CompanyId;
import org.repatria.assets.domain.Fraction;
import org.repatria.assets.domain.Holder;
import org.repatria.assets.domain.Interest;
import org.repatria.assets.domain.InterestId;
import org.repatria.assets.domain.Interests;
import org.repatria.assets.domain.Right;
import org.repatria.assets.domain.Right.Whole;
import org.repatria.assets.domain.companies.Company;
import org.repatria.assets.domain.ownership.Ownership;
import org.repatria.assets.domain.ownership.OwnershipGraph;
import org.repatria.assets.domain.ownership.Party;
import org.repatria.assets.web.InterestFile.HolderFile;

/**
 * Who is behind an asset on a day, with bounds. Parts are decimals of the whole asset, from 0 to 1.
 *
 * @param knownTitle what the known shares of the title come to, exactly, such as {@code 3/4}
 * @param complete whether that is exactly the whole
 * @param holders everybody with a title to a part, directly or through companies, the greatest part first
 * @param holdersLeftOut how many further ones are not told
 * @param unknown the part that nobody is known to be behind; it is in each {@code atMost}
 * @param gaps where that part lies: the asset itself, or a company whose holders are not known in full
 * @param circular the part that companies hold of one another in a circle that leads to nobody
 * @param untold the part that rounding cut off, or that goes round for longer than was followed
 * @param stakes all interests in the asset and in the companies behind it, those nearest to it first
 * @param companies how many companies were found behind it
 */
record HoldersFile(
        AssetId assetId,
        LocalDate on,
        String knownTitle,
        boolean complete,
        List<Effective> holders,
        int holdersLeftOut,
        BigDecimal unknown,
        List<Gap> gaps,
        BigDecimal circular,
        BigDecimal untold,
        List<Stake> stakes,
        int stakesLeftOut,
        int companies) {

    /** LIMIT: what one answer tells of each; a page shows no more, and the export has all of it. */
    private static final int ROWS_MAX = 200;

    static final String EXAMPLE = """
            {"assetId": "asset-1c4mz9h6p3q8r2t5v7w0x4y6k", "on": "2015-03-16", "knownTitle": "1", "complete": true,
             "holders": [{"key": "company-4f7q2m9s6t1v5x8y0a3c7e1g5",
               "holder": {"kind": "COMPANY", "companyId": "company-4f7q2m9s6t1v5x8y0a3c7e1g5",
                "name": "Lake Holdings"},
               "ultimate": false, "atLeast": "1.00000000", "atMost": "1.00000000",
               "paths": [{"part": "1.00000000", "steps": [
                {"holder": {"kind": "COMPANY", "companyId": "company-4f7q2m9s6t1v5x8y0a3c7e1g5",
                  "name": "Lake Holdings"}, "share": {"parts": 1, "of": 1}}]}]},
              {"key": "case-0f3kq8v5m2n7p1r4s6t9w0x2y",
               "holder": {"kind": "CASE", "caseId": "case-0f3kq8v5m2n7p1r4s6t9w0x2y", "name": "Orla Vint"},
               "ultimate": true, "atLeast": "0.60000000", "atMost": "1.00000000",
               "paths": [{"part": "0.60000000", "steps": [
                {"holder": {"kind": "COMPANY", "companyId": "company-4f7q2m9s6t1v5x8y0a3c7e1g5",
                  "name": "Lake Holdings"}, "share": {"parts": 1, "of": 1}},
                {"holder": {"kind": "CASE", "caseId": "case-0f3kq8v5m2n7p1r4s6t9w0x2y", "name": "Orla Vint"},
                 "share": {"parts": 3, "of": 5}}]}]}],
             "holdersLeftOut": 0, "unknown": "0.40000000",
             "gaps": [{"companyId": "company-4f7q2m9s6t1v5x8y0a3c7e1g5", "name": "Lake Holdings",
               "part": "0.40000000"}],
             "circular": "0.00000000", "untold": "0.00000000",
             "stakes": [{"interestId": "interest-5g8r3n0u7w2y6z9a1c4e8g2k6", "key": "company-4f7q2m9s6t1v5x8y0a3c7e1g5",
               "holder": {"kind": "COMPANY", "companyId": "company-4f7q2m9s6t1v5x8y0a3c7e1g5",
                "name": "Lake Holdings"}, "right": "OWNER", "share": {"parts": 1, "of": 1}}],
             "stakesLeftOut": 0, "companies": 1}""";

    /** On which day. */
    record Question(Optional<LocalDate> on) {}

    /**
     * What is a holder's of the asset.
     *
     * @param key the same wherever the holder appears in this answer
     * @param ultimate whether nobody is behind this holder: a natural person
     * @param atLeast what is the holder's for certain
     * @param atMost what would be, if all that is unknown were the holder's
     * @param paths how the holder has it: at most three ways, that of the greatest part first
     */
    record Effective(
            String key, HolderFile holder, boolean ultimate, BigDecimal atLeast, BigDecimal atMost, List<Way> paths) {}

    /** One way from the asset to a holder, with what comes this way alone. */
    record Way(BigDecimal part, List<Step> steps) {}

    /** One holding on a way; its share is of the thing before. */
    record Step(HolderFile holder, Optional<Fraction> share) {}

    /** A part that nobody is known to be behind; of the asset itself where there is no company. */
    record Gap(Optional<CompanyId> companyId, Optional<String> name, BigDecimal part) {}

    /**
     * An interest in the asset, or in a company behind it.
     *
     * @param in the company; absent for the asset itself
     */
    record Stake(
            InterestId interestId,
            Optional<CompanyId> in,
            String key,
            HolderFile holder,
            Right right,
            Optional<Fraction> share) {}

    static HoldersFile of(
            Asset.Registered asset, Map<CompanyId, Company.Registered> companies, HolderNames names, LocalDate day) {
        var behind = ownership(asset, companies, day);
        var title = Interests.known(asset.interests(), Whole.TITLE, day);
        return new HoldersFile(
                asset.id(),
                day,
                title.toString(),
                title.isWhole(),
                behind.holders().stream()
                        .limit(ROWS_MAX)
                        .map(it -> effective(it, names))
                        .toList(),
                Math.max(0, behind.holders().size() - ROWS_MAX),
                behind.unknown(),
                behind.gaps().stream()
                        .limit(ROWS_MAX)
                        .map(gap -> new Gap(
                                gap.company(),
                                gap.company().flatMap(id -> names.nameOf(new Holder.OfCompany(id))),
                                gap.part()))
                        .toList(),
                behind.circular(),
                behind.untold(),
                behind.stakes().stream()
                        .limit(ROWS_MAX)
                        .map(it -> stake(it, names))
                        .toList(),
                Math.max(0, behind.stakes().size() - ROWS_MAX),
                companies.size());
    }

    static Ownership ownership(Asset.Registered asset, Map<CompanyId, Company.Registered> companies, LocalDate day) {
        var holders = new HashMap<CompanyId, List<Interest>>();
        companies.forEach((id, company) -> holders.put(id, company.holders()));
        return OwnershipGraph.behind(asset.interests(), holders, day);
    }

    private static Effective effective(Ownership.Effective it, HolderNames names) {
        return new Effective(
                it.holder().key(),
                holder(it.holder(), names),
                it.isUltimate(),
                it.atLeast(),
                it.atMost(),
                it.paths().stream()
                        .map(path -> new Way(
                                path.part(),
                                path.steps().stream()
                                        .map(step -> new Step(holder(step.holder(), names), step.share()))
                                        .toList()))
                        .toList());
    }

    private static Stake stake(Ownership.Stake it, HolderNames names) {
        return new Stake(it.entry(), it.in(), it.holder().key(), holder(it.holder(), names), it.right(), it.share());
    }

    private static HolderFile holder(Party party, HolderNames names) {
        return HolderFile.of(party.holder(), names);
    }
}
