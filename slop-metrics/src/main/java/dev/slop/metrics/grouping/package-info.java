/** Which answers count as the same; partitions that do not depend on the order of the answers. */
@NullMarked
package dev.slop.metrics.grouping;

import org.jspecify.annotations.NullMarked;
