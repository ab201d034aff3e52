package org.croton.processor.report;

/**
 * A stretch of the user's source.
 *
 * @param file the source file as the compiler names it
 * @param start offset of the first character
 * @param end offset after the last character
 * @param line line of {@code start}, from 1
 * @param column column of {@code start}, from 1
 */
public record Span(String file, int start, int end, int line, int column) {}
