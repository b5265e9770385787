/** What the engine may spend and how fast: rates, retries, budgets. */
@NullMarked
package dev.slop.core.limits;

import org.jspecify.annotations.NullMarked;
