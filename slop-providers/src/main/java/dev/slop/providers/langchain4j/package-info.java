/** Samples any {@code ChatModel} of LangChain4j, which is an optional dependency: a program that has one brings it along. */
@NullMarked
package dev.slop.providers.langchain4j;

import org.jspecify.annotations.NullMarked;
