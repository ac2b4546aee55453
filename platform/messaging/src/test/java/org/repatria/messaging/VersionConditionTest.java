package org.repatria.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which versions a command may meet, as the caller says. */
class VersionConditionTest {

    @Test
    void nothing_said_lets_any_version_pass() {
        assertThat(VersionCondition.NONE.holds(0)).isTrue();
        assertThat(VersionCondition.NONE.holds(7)).isTrue();
        assertThat(VersionCondition.of(Optional.empty())).isEqualTo(VersionCondition.NONE);
    }

    @Test
    void one_of_several_versions_has_to_be_the_current_one() {
        var decided = VersionCondition.oneOf(Set.of(3L, 5L));
        assertThat(decided.holds(3)).isTrue();
        assertThat(decided.holds(5)).isTrue();
        assertThat(decided.holds(4)).isFalse();
        assertThat(decided.decidedOn()).isEqualTo(5);
    }

    @Test
    void tags_that_were_never_ours_let_no_version_pass() {
        assertThat(VersionCondition.oneOf(Set.of()).holds(1)).isFalse();
        assertThat(VersionCondition.oneOf(Set.of()).decidedOn()).isZero();
    }

    @Test
    void what_is_not_wanted_may_not_be_met() {
        var unwanted = VersionCondition.oneOf(Set.of(3L, 4L)).andNoneOf(Set.of(4L));
        assertThat(unwanted.holds(3)).isTrue();
        assertThat(unwanted.holds(4)).isFalse();
    }

    @Test
    void where_nothing_may_be_yet_the_first_version_is_too_much() {
        assertThat(VersionCondition.NONE.andAbsent().holds(0)).isTrue();
        assertThat(VersionCondition.NONE.andAbsent().holds(1)).isFalse();
    }
}
