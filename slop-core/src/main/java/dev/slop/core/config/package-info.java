/** The experiment file: strict YAML to {@link dev.slop.core.Experiment} and back. */
@NullMarked
package dev.slop.core.config;

import org.jspecify.annotations.NullMarked;
