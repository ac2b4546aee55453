package org.repatria.clocks;

/**
 * Two states between which rules apply, by their codes such as {@code XR}.
 *
 * @param requesting the state that asks
 * @param requested the state that is asked, where the person or the property is thought to be
 */
public record PairOfStates(String requesting, String requested) {

    /** Whether a jurisdiction such as {@code XR-XE} names these two, in either order. */
    boolean isNamedBy(String jurisdiction) {
        return jurisdiction.equals(requesting + "-" + requested) || jurisdiction.equals(requested + "-" + requesting);
    }
}
