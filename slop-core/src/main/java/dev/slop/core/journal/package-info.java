/** The append-only record of every attempt, and its reader. */
@NullMarked
package dev.slop.core.journal;

import org.jspecify.annotations.NullMarked;
