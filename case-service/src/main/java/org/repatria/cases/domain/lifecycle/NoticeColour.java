package org.repatria.cases.domain.lifecycle;

/** The colours of INTERPOL notices, and the direct message between bureaus. */
public enum NoticeColour {
    RED,
    BLUE,
    GREEN,
    YELLOW,
    BLACK,
    SILVER,
    DIFFUSION
}
