/** The service provider interface: how a model is asked, and how its faults are told apart. */
@NullMarked
package dev.slop.core.provider;

import org.jspecify.annotations.NullMarked;
