/** The {@code slop} command. */
@NullMarked
package dev.slop.cli;

import org.jspecify.annotations.NullMarked;
