/** Built-in providers; each is found by its factory's id. */
@NullMarked
package dev.slop.providers;

import org.jspecify.annotations.NullMarked;
