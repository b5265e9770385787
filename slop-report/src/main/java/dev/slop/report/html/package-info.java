/** An analysis as one self-contained HTML page. */
@NullMarked
package dev.slop.report.html;

import org.jspecify.annotations.NullMarked;
