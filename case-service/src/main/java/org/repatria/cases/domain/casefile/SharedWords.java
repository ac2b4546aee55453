package org.repatria.cases.domain.casefile;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.repatria.cases.domain.SharedWord;
import org.repatria.cases.domain.casefile.Case.Opened;
import org.repatria.cases.domain.sharing.AssetMark;
import org.repatria.cases.domain.sharing.SharedStatus;

/**
 * Where a case stands in the words that both states share. It is made of nothing but what the requesting state is told.
 */
public final class SharedWords {

    private static final SharedStatus NOTHING = new SharedStatus(SharedWord.NOT_AVAILABLE, Optional.empty());

    private SharedWords() {}

    public static SharedStatus of(Case state) {
        return state instanceof Opened opened ? ofTold(ToldCase.of(opened)) : NOTHING;
    }

    private static SharedStatus ofTold(Opened told) {
        var dossier = told.file().dossier();
        return SharedStatus.of(
                told.stage().name(),
                CaseCourse.word(told),
                dossier.courses().courses().stream()
                        .map(course -> new SharedStatus.Way(course.kind(), course.state()))
                        .toList(),
                marks(dossier));
    }

    /** How assets stand, in the words of the asset service; one that is not known here marks nothing. */
    private static Set<AssetMark> marks(Dossier dossier) {
        var marks = EnumSet.noneOf(AssetMark.class);
        dossier.assetsByState().names().forEach(state -> {
            switch (state) {
                case "RESTRAINED", "SEIZED", "FORFEITURE_PENDING" -> marks.add(AssetMark.RESTRAINED);
                case "CONFISCATED_NOT_FINAL", "CONFISCATED_FINAL", "IN_DISPOSAL", "REALISED", "DISTRIBUTION_AGREED" ->
                    marks.add(AssetMark.CONFISCATED);
                case "RETURNED" -> marks.add(AssetMark.RETURNED);
                default -> {
                    // Nothing of it is shared.
                }
            }
        });
        return marks;
    }
}
