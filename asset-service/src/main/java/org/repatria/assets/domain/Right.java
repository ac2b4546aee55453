package org.repatria.assets.domain;

import java.util.Optional;

/**
 * What somebody has in an asset or a company, as a table. It says in what it can be had, by whom, and of which whole it
 * may be a share.
 */
public enum Right {
    /** Has the title, and what comes of it. */
    OWNER(In.ANYTHING, By.ANYBODY, Of.TITLE),
    /** Has the title for somebody else, who is not known by it. */
    NOMINEE(In.ANYTHING, By.ANYBODY, Of.TITLE),
    /** Ultimately owns or controls it, in whoever's name it stands; a natural person (FATF, glossary). */
    BENEFICIAL_OWNER(In.ANYTHING, By.NATURAL_PERSONS, Of.BENEFIT),
    /** Has a part in it by marriage, in whoever's name it stands. */
    SPOUSE(In.ASSETS, By.NATURAL_PERSONS, Of.MARITAL_PROPERTY),
    /** Has it as security for a debt. */
    LIEN_HOLDER(In.ANYTHING, By.ANYBODY, Of.NOTHING),
    /** Has the use of it for a time. */
    TENANT(In.ASSETS, By.ANYBODY, Of.NOTHING),
    /** Directs it, in person or as a company that does. */
    DIRECTOR(In.COMPANIES, By.ANYBODY, Of.NOTHING);

    /** In what a right can be had. */
    public enum Thing {
        ASSET,
        COMPANY
    }

    /** Of what shares are shares. Those of one whole are added to one another, those of different ones never. */
    public enum Whole {
        TITLE,
        BENEFIT,
        MARITAL_PROPERTY
    }

    private enum In {
        ANYTHING,
        ASSETS,
        COMPANIES
    }

    private enum By {
        ANYBODY,
        NATURAL_PERSONS
    }

    private enum Of {
        TITLE,
        BENEFIT,
        MARITAL_PROPERTY,
        NOTHING
    }

    private final In in;
    private final By by;
    private final Of of;

    Right(In in, By by, Of of) {
        this.in = in;
        this.by = by;
        this.of = of;
    }

    public boolean isIn(Thing thing) {
        return switch (in) {
            case ANYTHING -> true;
            case ASSETS -> thing == Thing.ASSET;
            case COMPANIES -> thing == Thing.COMPANY;
        };
    }

    public boolean isFor(Holder.Kind holder) {
        return switch (by) {
            case ANYBODY -> true;
            case NATURAL_PERSONS -> holder != Holder.Kind.COMPANY;
        };
    }

    /** Whether who has it counts as the owner, in name or in truth. */
    public boolean isOwnership() {
        return of == Of.TITLE || of == Of.BENEFIT;
    }

    /** Of which whole a share may be said; empty where there is nothing to share. */
    public Optional<Whole> whole() {
        return switch (of) {
            case TITLE -> Optional.of(Whole.TITLE);
            case BENEFIT -> Optional.of(Whole.BENEFIT);
            case MARITAL_PROPERTY -> Optional.of(Whole.MARITAL_PROPERTY);
            case NOTHING -> Optional.empty();
        };
    }
}
