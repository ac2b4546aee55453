package org.repatria.assets.queries;

import static org.repatria.assets.domain.Limits.LINE_CHARS_MAX;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.AssetKind;
import org.repatria.assets.domain.AssetStatus;
import org.repatria.assets.domain.Reached;
import org.repatria.assets.domain.Right;
import org.repatria.decider.input.Pattern;
import org.repatria.decider.input.Size;

/**
 * Which assets a caller asks for; what is not said does not matter.
 *
 * @param text words of the description, in any order and script, the last one possibly unfinished
 * @param reached how far they got up to now, wherever they stand today
 * @param jurisdiction a country, or a part of one
 * @param currency assets with a value in it
 * @param right assets in which somebody has such a right
 * @param holder assets in which this one has an interest directly: the id of a case or a company
 * @param register assets with an order that this public register was asked to enter
 * @param awaitedRegister assets with an order that this register was asked to enter and has not
 * @param restraintEndsFrom assets with a running restraint whose last day is this one or a later one
 * @param restraintEndsBefore the same with an earlier last day; with both, one and the same restraint
 * @param duplicates true: assets that may be the same as another one, on which nobody has decided; false: all others
 * @param merged true: those alone for which another asset stands, which no list, facet or sum counts otherwise
 */
public record AssetFilter(
        Optional<@Size(max = 200) String> text,
        List<AssetKind> kind,
        List<AssetStatus> state,
        List<Reached> reached,
        @Size(max = 20) List<@Size(max = 64) String> caseId,
        @Size(max = 20) List<@Pattern(regexp = "[A-Z]{2}(-[A-Z0-9]{1,3})?") String> jurisdiction,
        @Size(max = 20) List<@Pattern(regexp = "[A-Z]{3}") String> currency,
        List<Right> right,
        @Size(max = 20) List<@Size(max = 64) String> holder,
        @Size(max = 20) List<@Size(max = LINE_CHARS_MAX) String> register,
        @Size(max = 20) List<@Size(max = LINE_CHARS_MAX) String> awaitedRegister,
        Optional<LocalDate> restraintEndsFrom,
        Optional<LocalDate> restraintEndsBefore,
        Optional<Boolean> duplicates,
        Optional<Boolean> merged) {}
