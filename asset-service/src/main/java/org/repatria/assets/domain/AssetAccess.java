package org.repatria.assets.domain;

import java.util.Set;
import org.repatria.decider.Actor;

/**
 * Who may do what with assets: role by role as in the reference document, section 8, and only on the side that holds the
 * file. Commands, reads, lists and journals all take it from here.
 */
public final class AssetAccess {

    /** Facts, links and values: analysts, case officers and asset managers write them. */
    public static final Set<String> MAY_WRITE_FACTS = Set.of("AN", "CO", "AM");

    /** Court orders: case officers write them, legal officers write and confirm them. */
    public static final Set<String> MAY_WRITE_ORDERS = Set.of("CO", "LO");

    /** Everyone who works on the own side's files; the other state's liaison and the integrator see no asset. */
    public static final Set<String> MAY_READ = Set.of("AN", "CO", "LO", "AM", "SU", "HD", "AU");

    /** The journal is an audit log. */
    public static final Set<String> MAY_READ_JOURNAL = Set.of("SU", "HD", "AU", "DPO");

    private AssetAccess() {}

    /** The mark that a row of a list carries; an actor sees the rows whose mark the actor has too. */
    public static String mark(String authority) {
        return "side:" + side(authority);
    }

    /** The marks of what an actor may see; none where the roles do not allow reading at all. */
    public static Set<String> marks(Actor actor) {
        return actor.hasAnyRole(MAY_READ) ? Set.of(mark(actor.authority())) : Set.of();
    }

    /** Whether an actor may see an asset held by an authority: the list's rule for a single one. */
    public static boolean sees(Actor actor, String authority) {
        return marks(actor).contains(mark(authority));
    }

    /** An authority's code starts with its state's: {@code XH-CA} is a body of {@code XH}. */
    static String side(String authority) {
        var dash = authority.indexOf('-');
        return dash < 0 ? authority : authority.substring(0, dash);
    }
}
