package org.repatria.assets.queries;

import java.util.List;
import java.util.Optional;
import org.repatria.decider.input.Pattern;
import org.repatria.decider.input.Size;

/**
 * Which companies a caller asks for; what is not said does not matter.
 *
 * @param text words of the name, in any order and script, the last one possibly unfinished
 * @param jurisdiction a country, or a part of one
 * @param holder companies in which this one has an interest directly: the id of a case or a company
 */
public record CompanyFilter(
        Optional<@Size(max = 200) String> text,
        @Size(max = 20) List<@Pattern(regexp = "[A-Z]{2}(-[A-Z0-9]{1,3})?") String> jurisdiction,
        @Size(max = 20) List<@Size(max = 64) String> holder) {}
