package dev.slop.providers;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is sent.
 *
 * @param path below the base URL
 * @param body as JSON
 */
record Call(String path, ObjectNode body) {}
