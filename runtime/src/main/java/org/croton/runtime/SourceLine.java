package org.croton.runtime;

/**
 * A place in the user's source where a kernel can fail.
 *
 * @param className the class, by its binary name
 * @param method the method
 * @param file the source file's name, without directories
 * @param line the line, from 1
 * @param text what failed there, in the user's words; may be empty
 */
public record SourceLine(String className, String method, String file, int line, String text) {
  StackTraceElement frame() {
    return new StackTraceElement(className, method, file, line);
  }
}
