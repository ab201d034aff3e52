package org.croton.processor.toolchain;

/**
 * A library for one level.
 *
 * @param fileName such as {@code libCompiledLorenz-0123456789abcdef-v3.so}
 * @param bytes its content, not copied
 * @param nanos time that the compiler took; 0 if the library was found in the cache
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; the array only travels to a file.
public record BuiltLibrary(Level level, String fileName, byte[] bytes, long nanos) {}
