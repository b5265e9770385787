/** How varied the wording of texts is, how alike they are worded, and what a model says more often than others. */
@NullMarked
package dev.slop.metrics.lexical;

import org.jspecify.annotations.NullMarked;
