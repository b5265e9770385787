package dev.slop.providers;

/**
 * What a recorded answer is found by.
 *
 * @param model as recorded
 * @param prompt id or text of the prompt
 * @param variant name of the way of asking
 * @param index number of the draw, from 0
 */
record ReplayKey(String model, String prompt, String variant, int index) {}
