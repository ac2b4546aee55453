package org.repatria.system;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;

/** Pictures of places as somebody saw them. Those that were looked at are kept in {@code docs/screenshots}. */
final class Screenshots {

    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshots() {}

    static void take(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
