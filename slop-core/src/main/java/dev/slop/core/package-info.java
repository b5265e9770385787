/** The words of an experiment: who is asked what, how often, and what came back. */
@NullMarked
package dev.slop.core;

import org.jspecify.annotations.NullMarked;
